package org.clinicdesk.server.drug;

/// A result nobody can compare with a limit: `lab` is an id of `labs.tsv`, `written` what the record holds, "0.221 mmol/L",
/// `ageDays` how old it is.
public record UnreadResult(String lab, String written, int ageDays) {}
