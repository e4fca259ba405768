package org.clinicdesk.client.appointment;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.platform.Desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What can be done about a visit of a list, a key each: the three proposals for somebody who is late, the way back from
/// what the clinic gave up by itself, and what somebody said who was asked whether he will come.
final class Answers {

    private final Desk desk;
    private final Supplier<Optional<Appointment>> chosen;
    private final List<Choice> answers;

    private record Choice(
            String key, String name, String textKey, String icon, Consumer<Appointment> run) {

        static Choice late(String key, String name, String icon, Consumer<Appointment> run) {
            return new Choice(key, name, "appointment.late." + name, icon, run);
        }
    }

    private Answers(Board board, Supplier<Optional<Appointment>> chosen, List<Choice> answers) {
        this.desk = board.desk();
        this.chosen = chosen;
        this.answers = answers;
    }

    /// @param leave closes the list: the board is gone to
    static Answers late(
            Board board, LateModel late, Supplier<Optional<Appointment>> chosen, Runnable leave) {
        return new Answers(
                board,
                chosen,
                List.of(
                        Choice.late(
                                "R",
                                "remind",
                                "mdi2p-phone-outline",
                                visit -> CallDialog.open(board.desk(), late, visit)),
                        Choice.late(
                                "M",
                                "move",
                                "mdi2c-cursor-move",
                                visit -> {
                                    leave.run();
                                    late.move(visit);
                                }),
                        Choice.late(
                                "L", "release", "mdi2c-calendar-remove-outline", late::release)));
    }

    static Answers released(Board board, LateModel late, Supplier<Optional<Appointment>> chosen) {
        return new Answers(
                board,
                chosen,
                List.of(
                        Choice.late("B", "take-back", "mdi2u-undo-variant", late::reinstate),
                        Choice.late(
                                "R",
                                "remind",
                                "mdi2p-phone-outline",
                                visit -> CallDialog.open(board.desk(), late, visit))));
    }

    /// What became of visits that nobody checked in.
    static Answers ofThePast(Board board, Supplier<Optional<Appointment>> chosen) {
        var actions = board.actions();
        return new Answers(
                board,
                chosen,
                List.of(
                        new Choice(
                                "A",
                                "attended",
                                "appointment.attended",
                                "mdi2a-account-check-outline",
                                actions::markAttended),
                        new Choice(
                                "N",
                                "no-show",
                                "appointment.no-show",
                                "mdi2a-account-off-outline",
                                actions::markNoShow)));
    }

    static Answers asked(Board board, LateModel calls, Supplier<Optional<Appointment>> chosen) {
        var call =
                Choice.late(
                        "R",
                        "remind",
                        "mdi2p-phone-outline",
                        visit -> AskDialog.open(board.desk(), calls, visit));
        var said =
                Stream.of(
                                Answer.CONFIRMED,
                                Answer.LEFT_MESSAGE,
                                Answer.NOT_REACHED,
                                Answer.DECLINED)
                        .map(answer ->
                                new Choice(
                                        answer.key(),
                                        answer.name().toLowerCase(Locale.ROOT),
                                        "appointment.answer." + answer,
                                        answer.icon(),
                                        visit -> calls.answer(visit, answer)));
        return new Answers(board, chosen, Stream.concat(Stream.of(call), said).toList());
    }

    /// @param none whether no visit is chosen
    Node node(ObservableBooleanValue none) {
        var row = Boxes.row(14);
        for (var answer : answers) {
            var button =
                    Buttons.plain(
                            "appointment-unfinished." + answer.name,
                            desk.texts().get(answer.textKey),
                            answer.icon,
                            () -> run(answer));
            button.disableProperty().bind(none);
            row.getChildren().add(Boxes.row(6, button, Kbd.of(answer.key)));
        }
        return row;
    }

    void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        answers.stream()
                .filter(answer -> answer.key.equals(event.getCode().getName()))
                .findFirst()
                .ifPresent(answer -> {
                    event.consume();
                    run(answer);
                });
    }

    private void run(Choice answer) {
        chosen.get().ifPresent(answer.run);
    }
}
