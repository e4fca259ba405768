package org.clinicdesk.client.appointment;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.platform.Desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The three proposals for somebody who is late, and the way back from what the clinic gave up by itself; a key each.
final class LateAnswers {

    private final Desk desk;
    private final Supplier<Optional<Appointment>> chosen;
    private final List<Answer> answers;

    private record Answer(KeyCode key, String name, String icon, Consumer<Appointment> run) {}

    private LateAnswers(Board board, Supplier<Optional<Appointment>> chosen, List<Answer> answers) {
        this.desk = board.desk();
        this.chosen = chosen;
        this.answers = answers;
    }

    /// @param leave closes the list: the board is gone to
    static LateAnswers late(
            Board board, LateModel late, Supplier<Optional<Appointment>> chosen, Runnable leave) {
        return new LateAnswers(
                board,
                chosen,
                List.of(
                        new Answer(
                                KeyCode.R,
                                "remind",
                                "mdi2p-phone-outline",
                                visit -> CallDialog.open(board.desk(), late, visit)),
                        new Answer(
                                KeyCode.M,
                                "move",
                                "mdi2c-cursor-move",
                                visit -> {
                                    leave.run();
                                    late.move(visit);
                                }),
                        new Answer(
                                KeyCode.L,
                                "release",
                                "mdi2c-calendar-remove-outline",
                                late::release)));
    }

    static LateAnswers released(
            Board board, LateModel late, Supplier<Optional<Appointment>> chosen) {
        return new LateAnswers(
                board,
                chosen,
                List.of(
                        new Answer(KeyCode.B, "take-back", "mdi2u-undo-variant", late::reinstate),
                        new Answer(
                                KeyCode.R,
                                "remind",
                                "mdi2p-phone-outline",
                                visit -> CallDialog.open(board.desk(), late, visit))));
    }

    /// @param none whether no visit is chosen
    Node node(ObservableBooleanValue none) {
        var row = Boxes.row(16);
        for (var answer : answers) {
            var button =
                    Buttons.plain(
                            "appointment-unfinished." + answer.name,
                            desk.texts().get("appointment.late." + answer.name),
                            answer.icon,
                            () -> run(answer));
            button.disableProperty().bind(none);
            row.getChildren().add(Boxes.row(6, button, Kbd.of(answer.key.getName())));
        }
        return row;
    }

    void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        answers.stream()
                .filter(answer -> answer.key == event.getCode())
                .findFirst()
                .ifPresent(answer -> {
                    event.consume();
                    run(answer);
                });
    }

    private void run(Answer answer) {
        chosen.get().ifPresent(answer.run);
    }
}
