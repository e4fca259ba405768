package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.kit.Tint;

/// How the states of a visit look: never by colour alone.
record Look(Tint tint, String icon) {

    /// Of what needs no icon on the grid: nearly all visits are booked.
    static final String PLAIN = "mdi2c-calendar-check-outline";

    static Look of(AppointmentStatus status) {
        return switch (status) {
            case APPOINTMENT_STATUS_ARRIVED -> new Look(Tint.AMBER, "mdi2s-seat-outline");
            case APPOINTMENT_STATUS_IN_ROOM -> new Look(Tint.VIOLET, "mdi2s-stethoscope");
            case APPOINTMENT_STATUS_FULFILLED -> new Look(Tint.GRAY, "mdi2c-check");
            case APPOINTMENT_STATUS_NO_SHOW -> new Look(Tint.RED, "mdi2a-account-off-outline");
            case APPOINTMENT_STATUS_REQUESTED -> new Look(Tint.BLUE, "mdi2h-help-circle-outline");
            default -> new Look(Tint.BLUE, PLAIN);
        };
    }
}
