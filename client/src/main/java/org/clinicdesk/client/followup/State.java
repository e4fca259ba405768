package org.clinicdesk.client.followup;

import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.client.kit.Tint;

import java.time.LocalDate;

/// Where a follow-up stands, as people speak of it.
enum State {
    /// Its day is to come.
    ORDERED(Tint.GRAY),
    /// Its day is here or over, and nothing is booked.
    DUE(Tint.AMBER),
    BOOKED(Tint.BLUE),
    DONE(Tint.GREEN),
    WITHDRAWN(Tint.GRAY);

    private final Tint tint;

    State(Tint tint) {
        this.tint = tint;
    }

    Tint tint() {
        return tint;
    }

    static State of(FollowUp followUp, LocalDate today) {
        return switch (followUp.getState()) {
            case FOLLOW_UP_STATE_BOOKED -> BOOKED;
            case FOLLOW_UP_STATE_DONE -> DONE;
            case FOLLOW_UP_STATE_WITHDRAWN -> WITHDRAWN;
            default -> LocalDate.parse(followUp.getDue()).isAfter(today) ? ORDERED : DUE;
        };
    }

    boolean waits() {
        return this == ORDERED || this == DUE;
    }
}
