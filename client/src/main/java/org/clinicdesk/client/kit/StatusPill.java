package org.clinicdesk.client.kit;

import javafx.scene.control.Label;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.platform.Texts;

/// Where a visit stands, the same word and colour in every list.
public final class StatusPill {

    private StatusPill() {}

    public static Label of(Texts texts, AppointmentStatus status) {
        return Pill.of(words(texts, status), tint(status));
    }

    public static String words(Texts texts, AppointmentStatus status) {
        return texts.get("appointment.status." + status.name());
    }

    public static Tint tint(AppointmentStatus status) {
        return switch (status) {
            case APPOINTMENT_STATUS_ARRIVED -> Tint.AMBER;
            case APPOINTMENT_STATUS_IN_ROOM -> Tint.VIOLET;
            case APPOINTMENT_STATUS_FULFILLED -> Tint.GREEN;
            case APPOINTMENT_STATUS_NO_SHOW -> Tint.RED;
            case APPOINTMENT_STATUS_CANCELLED -> Tint.GRAY;
            default -> Tint.BLUE;
        };
    }
}
