package org.clinicdesk.server.drug;

/// What a finding is about.
public enum FindingKind {
    INTERACTION,
    ALLERGY,
    DUPLICATE,
    /// Nothing is known of a medicine or an allergy: it was not checked.
    UNCHECKED
}
