package org.clinicdesk.server.appointment;

/// Who ended a visit before it took place, or why.
public enum CancelReason {
    PATIENT,
    CLINIC,
    /// Another visit took its place.
    RESCHEDULED,
    /// Booked by mistake and taken back.
    MISTAKE
}
