package org.clinicdesk.server.prescription;

/// How far a prescription is.
public enum PrescriptionStatus {
    SIGNED,
    PARTLY_DISPENSED,
    /// Nothing is left to hand out.
    COMPLETED,
    /// Every line was stopped before it was handed out.
    STOPPED
}
