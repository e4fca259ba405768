package org.clinicdesk.client.patient;

import javafx.scene.control.Button;

import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.queue.v1.QueueServiceGrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What is done with a person found: book, check in, card. Offered as far as the features are there and allowed.
final class Actions {

    private Actions() {}

    private record Action(String caps, String name, String icon, Place place) {}

    private static List<Action> of(Desk desk) {
        return Stream.of(
                        new Action(
                                "Ctrl+B",
                                "book",
                                "mdi2c-calendar-plus",
                                Place.of("appointment", "book")),
                        new Action(
                                "Ctrl+I",
                                "check-in",
                                "mdi2l-login-variant",
                                Place.of("appointment", "check-in")),
                        new Action(
                                "Ctrl+U",
                                "queue",
                                "mdi2a-account-plus-outline",
                                Place.of("queue", "walk-in")),
                        new Action(
                                "Ctrl+P",
                                "card",
                                "mdi2c-card-account-details-outline",
                                Place.of("card")))
                .filter(action -> desk.has(action.place.feature()))
                .filter(action -> !action.name.equals("queue") || mayAdd(desk))
                .toList();
    }

    /// Others see the queue without filling it.
    private static boolean mayAdd(Desk desk) {
        return desk.may(QueueServiceGrpc.getAddWalkInMethod());
    }

    static Key[] keys(Desk desk, Supplier<Optional<String>> patientId) {
        return of(desk).stream()
                .map(action ->
                        Key.of(
                                action.caps,
                                "patient.action." + action.name,
                                () -> patientId.get().ifPresent(id -> go(desk, action, id))))
                .toArray(Key[]::new);
    }

    /// The first of them is the main one.
    static List<Button> buttons(Desk desk, String screen, String patientId) {
        var buttons = new ArrayList<Button>();
        for (var action : of(desk)) {
            var id = screen + "." + action.name;
            var text = desk.texts().get("patient.action." + action.name);
            buttons.add(
                    Buttons.wide(
                            buttons.isEmpty()
                                    ? Buttons.primary(
                                            id,
                                            text,
                                            action.icon,
                                            () -> go(desk, action, patientId))
                                    : Buttons.plain(
                                            id,
                                            text,
                                            action.icon,
                                            () -> go(desk, action, patientId))));
        }
        return buttons;
    }

    private static void go(Desk desk, Action action, String patientId) {
        desk.navigator().go(action.place.with("patient_id", patientId));
    }
}
