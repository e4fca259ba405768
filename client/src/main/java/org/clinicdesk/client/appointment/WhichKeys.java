package org.clinicdesk.client.appointment;

import javafx.scene.input.KeyEvent;

import org.clinicdesk.appointment.v1.Appointment;

import java.util.Optional;

/// The digits that say which visits of a series are meant: 1 this, 2 those after it too, 3 all.
final class WhichKeys {

    private WhichKeys() {}

    static String caps(Which which) {
        return Integer.toString(which.ordinal() + 1);
    }

    static Optional<Which> of(Appointment visit, KeyEvent event) {
        var code = event.getCode();
        return !code.isDigitKey() || event.isShortcutDown() || event.isAltDown()
                ? Optional.empty()
                : Which.of(visit).stream()
                        .filter(which -> code.getName().endsWith(caps(which)))
                        .findFirst();
    }
}
