package org.clinicdesk.server.drug;

/// What a finding is about.
public enum FindingKind {
    INTERACTION,
    ALLERGY,
    DUPLICATE,
    /// Wrong for this person, or by this route.
    CONTRAINDICATION,
    /// Too much, too often or for too long.
    DOSE,
    /// A result that should be there is not, or is too old.
    MONITORING,
    /// Nothing is known of a medicine or an allergy, or of what a check needs: it was not checked.
    UNCHECKED,
    /// Much of what was handed out before should be left. Found at the counter, not by the knowledge.
    EARLY_REFILL
}
