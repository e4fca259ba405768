package org.clinicdesk.client.patient;

import javafx.scene.control.Button;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.queue.v1.QueueServiceGrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
                .filter(action -> desk.has(action.place.feature()) && may(desk, action))
                .toList();
    }

    /// Others see the board and the queue without booking or filling them.
    private static boolean may(Desk desk, Action action) {
        return switch (action.name) {
            case "book" -> desk.may(AppointmentServiceGrpc.getBookMethod());
            case "check-in" -> desk.may(AppointmentServiceGrpc.getCheckInMethod());
            case "queue" -> desk.may(QueueServiceGrpc.getAddWalkInMethod());
            default -> true;
        };
    }

    /// @param person hands over whom it is done with
    static Key[] keys(Desk desk, Consumer<Consumer<String>> person) {
        return of(desk).stream()
                .map(action ->
                        Key.of(
                                action.caps,
                                "patient.action." + action.name,
                                () -> person.accept(id -> go(desk, action, id))))
                .toArray(Key[]::new);
    }

    /// With a way to check in that stays on the screen.
    static Key[] keys(Desk desk, Consumer<Consumer<String>> person, Runnable checkIn) {
        return Stream.of(keys(desk, person))
                .map(key ->
                        key.textKey().equals("patient.action.check-in")
                                ? Key.of(key.caps(), key.textKey(), checkIn)
                                : key)
                .toArray(Key[]::new);
    }

    static List<Button> buttons(Desk desk, String screen, String patientId) {
        return buttons(desk, screen, patientId, Optional.empty());
    }

    /// The first of them is the main one.
    ///
    /// @param checkIn checks in where one is; without, the board does
    static List<Button> buttons(
            Desk desk, String screen, String patientId, Optional<Runnable> checkIn) {
        var buttons = new ArrayList<Button>();
        for (var action : of(desk)) {
            var id = screen + "." + action.name;
            var text = desk.texts().get("patient.action." + action.name);
            Runnable run =
                    checkIn.filter(_ -> action.name.equals("check-in"))
                            .orElse(() -> go(desk, action, patientId));
            buttons.add(
                    Buttons.wide(
                            buttons.isEmpty()
                                    ? Buttons.primary(id, text, action.icon, run)
                                    : Buttons.plain(id, text, action.icon, run)));
        }
        return buttons;
    }

    private static void go(Desk desk, Action action, String patientId) {
        desk.navigator().go(action.place.with("patient_id", patientId));
    }
}
