package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.ListUnfinishedResponse;
import org.clinicdesk.client.kit.Tint;

import java.util.List;

/// What somebody still has to do something about.
enum Unfinished {
    /// Booked for tomorrow, and nobody said that he will come.
    UNCONFIRMED("mdi2p-phone-outline", Tint.BLUE),
    /// Of an earlier day, and nobody said what became of it.
    UNRESOLVED("mdi2h-help-circle-outline", Tint.RED),
    /// Begun, and the person is not there.
    LATE("mdi2c-clock-alert-outline", Tint.AMBER),
    /// Begun today, and given up by the clinic itself.
    RELEASED("mdi2c-calendar-remove-outline", Tint.GRAY);

    private final String icon;
    private final Tint tint;

    Unfinished(String icon, Tint tint) {
        this.icon = icon;
        this.tint = tint;
    }

    String icon() {
        return icon;
    }

    Tint tint() {
        return tint;
    }

    List<Appointment> of(ListUnfinishedResponse all) {
        return switch (this) {
            case UNCONFIRMED -> all.getUnconfirmedList();
            case UNRESOLVED -> all.getUnresolvedList();
            case LATE -> all.getLateList();
            case RELEASED -> all.getReleasedList();
        };
    }

    /// How many there are; a list holds only the first of many.
    int count(ListUnfinishedResponse all) {
        return switch (this) {
            case UNCONFIRMED -> all.getUnconfirmedTotal();
            case UNRESOLVED -> all.getUnresolvedTotal();
            case LATE -> all.getLateTotal();
            case RELEASED -> all.getReleasedTotal();
        };
    }
}
