package org.clinicdesk.server.prescription;

/// How far a prescription is.
public enum PrescriptionStatus {
    SIGNED,
    PARTLY_DISPENSED,
    /// Nothing is left to hand out.
    COMPLETED,
    /// Every line was stopped before it was handed out.
    STOPPED,
    /// Something is left to hand out, but it is too old: seen, never stored.
    EXPIRED,
    /// It should never have been.
    ENTERED_IN_ERROR
}
