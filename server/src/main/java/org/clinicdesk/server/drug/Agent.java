package org.clinicdesk.server.drug;

/// What an allergy can be coded with: an ingredient (`ing:...`) or a group (`group:...`).
public record Agent(String id, String name, boolean group) {}
