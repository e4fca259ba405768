package org.clinicdesk.server.prescription;

/// An answer to a finding. @param findingKey the finding's, which is the same for the same problem
public record Answer(String findingKey, OverrideReason reason, String note) {}
