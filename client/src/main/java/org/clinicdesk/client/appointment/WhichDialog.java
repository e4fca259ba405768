package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.platform.Texts;

import java.util.Locale;
import java.util.function.Consumer;

/// Asks which visits of a series are moved. One press is the answer: Enter is this one, a digit any of them.
final class WhichDialog {

    private WhichDialog() {}

    static void open(Board board, Visit visit, Consumer<Which> then) {
        var texts = board.desk().texts();
        var dialog =
                new Dialog(
                        board.desk().layers(),
                        texts,
                        "appointment-which",
                        texts.get("appointment.series.move", visit.person()));
        Consumer<Which> answer =
                which -> {
                    dialog.hide();
                    then.accept(which);
                };
        var answers = Boxes.column(8);
        Which.of(visit.appointment())
                .forEach(which -> answers.getChildren().add(row(texts, which, answer)));
        Boxes.first(((HBox) answers.getChildren().getFirst()).getChildren().getFirst());
        answers.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event ->
                        WhichKeys.of(visit.appointment(), event)
                                .ifPresent(which -> {
                                    event.consume();
                                    answer.accept(which);
                                }));
        dialog.say(new VisitWords(board.desk()).series(visit))
                .body(answers)
                .cancel(texts.get("kit.cancel"))
                .show();
    }

    private static Node row(Texts texts, Which which, Consumer<Which> answer) {
        var button =
                Buttons.wide(
                        Buttons.plain(
                                "appointment-which." + which.name().toLowerCase(Locale.ROOT),
                                texts.get("appointment.series." + which),
                                () -> answer.accept(which)));
        return Boxes.row(8, Boxes.onEnter(button, button::fire), Kbd.of(WhichKeys.caps(which)));
    }
}
