package org.clinicdesk.server.appointment;

/// Who ended a visit before it took place.
public enum CancelReason {
    PATIENT,
    CLINIC
}
