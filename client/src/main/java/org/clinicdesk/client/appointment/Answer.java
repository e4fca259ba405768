package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.Confirmation;

import java.util.Arrays;
import java.util.List;

/// What came of asking somebody whether he will come; a key each.
enum Answer {
    CONFIRMED("C", "mdi2p-phone-check-outline"),
    LEFT_MESSAGE("M", "mdi2v-voicemail"),
    NOT_REACHED("N", "mdi2p-phone-missed-outline"),
    DECLINED("D", "mdi2p-phone-cancel-outline"),
    /// As if nobody had asked.
    UNCONFIRMED("U", "mdi2p-phone-outline");

    private final String key;
    private final String icon;

    Answer(String key, String icon) {
        this.key = key;
        this.icon = icon;
    }

    String key() {
        return key;
    }

    String icon() {
        return icon;
    }

    /// What can be said of a visit: what it has already need not be said again, but a second call can be in vain too.
    static List<Answer> of(Appointment visit) {
        var has = visit.getConfirmation();
        return Arrays.stream(values())
                .filter(answer ->
                        answer == UNCONFIRMED
                                ? has != Confirmation.CONFIRMATION_UNSPECIFIED
                                        && has != Confirmation.CONFIRMATION_UNCONFIRMED
                                : answer == NOT_REACHED || answer.confirmation() != has)
                .toList();
    }

    /// As it stands with the visit; nothing changes there when nobody was reached.
    Confirmation confirmation() {
        return switch (this) {
            case CONFIRMED -> Confirmation.CONFIRMATION_CONFIRMED;
            case LEFT_MESSAGE -> Confirmation.CONFIRMATION_LEFT_MESSAGE;
            case DECLINED -> Confirmation.CONFIRMATION_DECLINED;
            case UNCONFIRMED, NOT_REACHED -> Confirmation.CONFIRMATION_UNCONFIRMED;
        };
    }
}
