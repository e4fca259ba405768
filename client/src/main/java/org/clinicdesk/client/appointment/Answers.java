package org.clinicdesk.client.appointment;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.platform.Desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What can be done about a visit of a list, a key each: the three proposals for somebody who is late, the way back from
/// what the clinic gave up by itself, and what somebody said who was asked whether he will come.
///
/// Keys may come faster than the server answers: each is for the visit that was lit when it was pressed, one is written
/// after the other, and the next visit is lit at once.
final class Answers {

    private final Desk desk;
    private final Rows rows;
    private final BooleanBinding busy;
    private final List<Choice> answers;
    private final Deque<Runnable> wishes = new ArrayDeque<>();

    /// The list that is answered.
    interface Rows {

        Optional<Appointment> lit();

        /// Lights the next one.
        void next();

        void leave();
    }

    /// @param last whether nothing is left to do about the visit after it, so that the next one is lit
    private record Choice(
            String key,
            String name,
            String textKey,
            String icon,
            boolean last,
            Consumer<Appointment> run) {

        static Choice late(String key, String name, String icon, Consumer<Appointment> run) {
            return new Choice(key, name, "appointment.late." + name, icon, true, run);
        }

        Choice more() {
            return new Choice(key, name, textKey, icon, false, run);
        }
    }

    private Answers(Board board, LateModel late, Rows rows, List<Choice> answers) {
        this.desk = board.desk();
        this.rows = rows;
        this.answers = answers;
        this.busy = late.busy().property().or(board.actions().busy().property());
        busy.addListener(change -> write());
    }

    static Answers of(Unfinished kind, Board board, LateModel late, Rows rows) {
        var answers =
                switch (kind) {
                    case LATE -> late(board, late, rows);
                    case UNCONFIRMED -> asked(board, late);
                    case RELEASED -> released(board, late);
                    case UNRESOLVED -> ofThePast(board.actions());
                };
        return new Answers(board, late, rows, answers);
    }

    private static List<Choice> late(Board board, LateModel late, Rows rows) {
        return List.of(
                remind(visit -> CallDialog.open(board.desk(), late, visit)),
                Choice.late(
                                "M",
                                "move",
                                "mdi2c-cursor-move",
                                visit -> {
                                    rows.leave();
                                    late.move(visit);
                                })
                        .more(),
                Choice.late("L", "release", "mdi2c-calendar-remove-outline", late::release));
    }

    private static Choice remind(Consumer<Appointment> open) {
        return Choice.late("R", "remind", "mdi2p-phone-outline", open).more();
    }

    private static List<Choice> released(Board board, LateModel late) {
        return List.of(
                Choice.late("B", "take-back", "mdi2u-undo-variant", late::reinstate),
                remind(visit -> CallDialog.open(board.desk(), late, visit)));
    }

    /// What became of visits that nobody checked in.
    private static List<Choice> ofThePast(VisitActions actions) {
        return List.of(
                new Choice(
                        "A",
                        "attended",
                        "appointment.attended",
                        "mdi2a-account-check-outline",
                        true,
                        actions::markAttended),
                new Choice(
                        "N",
                        "no-show",
                        "appointment.no-show",
                        "mdi2a-account-off-outline",
                        true,
                        actions::markNoShow));
    }

    private static List<Choice> asked(Board board, LateModel late) {
        var call = remind(visit -> AskDialog.open(board.desk(), late, visit));
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
                                        true,
                                        visit -> late.answer(visit, answer)));
        return Stream.concat(Stream.of(call), said).toList();
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
        rows.lit()
                .ifPresent(visit -> {
                    if (answer.last) {
                        rows.next();
                    }
                    then(() -> answer.run.accept(visit));
                });
    }

    /// Does it when all that was wished before is written.
    void then(Runnable wish) {
        wishes.add(wish);
        write();
    }

    private void write() {
        if (!busy.get() && !wishes.isEmpty()) {
            wishes.remove().run();
        }
    }
}
