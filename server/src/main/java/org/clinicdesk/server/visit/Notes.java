package org.clinicdesk.server.visit;

import org.clinicdesk.server.record.Coding;

import java.util.List;

/// What is written down of a visit.
///
/// @param reason why the person came, in his words
/// @param diagnoses the first is the main one
public record Notes(String reason, String findings, List<Coding> diagnoses, String plan) {

    public Notes {
        diagnoses = List.copyOf(diagnoses);
    }

    /// Whether somebody else can tell what the doctor thought of it.
    boolean assessed() {
        return !diagnoses.isEmpty() || !plan.isBlank();
    }
}
