package org.clinicdesk.server.appointment;

/// As what a visit counts whose time was given up because nobody came.
enum ReleaseAs {
    NO_SHOW,
    /// By the patient, late.
    CANCELLED
}
