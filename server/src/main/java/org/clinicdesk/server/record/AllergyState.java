package org.clinicdesk.server.record;

/// Whether a person was asked about allergies. No allergy on record is not the same as no allergy.
public enum AllergyState {
    NEVER_ASKED,
    NONE_KNOWN,
    /// The last allergy on record was taken off, and nobody asked since whether there is another.
    NONE_LEFT,
    RECORDED
}
