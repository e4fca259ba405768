package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.platform.Texts;

/// Asks who ends the visit. One press: the answer is the cancellation, and it can be taken back. Of a series a digit says
/// before which of its visits are meant; this one, when nothing is said.
final class CancelDialog {

    private static final double WIDTH = 460;
    private static final double WIDE = 600;

    private final Board board;
    private final Texts texts;
    private final Visit visit;
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(Which.THIS);
    private final Dialog dialog;

    private CancelDialog(Board board, Visit visit) {
        this.board = board;
        this.texts = board.desk().texts();
        this.visit = visit;
        this.dialog =
                new Dialog(
                        board.desk().layers(),
                        texts,
                        "appointment-cancel",
                        texts.get(
                                "appointment.cancel.title",
                                visit.person(),
                                Times.clock(visit.time().from())));
    }

    static void open(Board board, Visit visit) {
        if (board.actions().rights().canCancel(visit)) {
            new CancelDialog(board, visit).show();
        }
    }

    private void show() {
        var body = Boxes.column(14);
        var inSeries = Which.asked(visit.appointment());
        if (inSeries) {
            body.getChildren().add(which());
        }
        var person = reason("person", CancelReason.CANCEL_REASON_PATIENT);
        var clinic = reason("clinic", CancelReason.CANCEL_REASON_CLINIC);
        body.getChildren().add(Boxes.row(8, Boxes.first(person), clinic));
        body.getStylesheets().add(BoardView.SHEET);
        body.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        dialog.width(inSeries ? WIDE : WIDTH)
                .say(texts.get("appointment.cancel.detail"))
                .body(body)
                .cancel(texts.get("appointment.cancel.keep"))
                .show();
    }

    private VBox which() {
        Node choices =
                Segments.of(
                        "appointment-cancel.which",
                        Which.of(visit.appointment()),
                        it -> WhichKeys.caps(it) + "  " + texts.get("appointment.series." + it),
                        which);
        return Boxes.column(
                6, Labels.muted(new VisitWords(board.desk()).series(visit)), Boxes.row(0, choices));
    }

    private void key(KeyEvent event) {
        if (Which.asked(visit.appointment())) {
            WhichKeys.of(visit.appointment(), event)
                    .ifPresent(it -> {
                        event.consume();
                        which.set(it);
                    });
        }
    }

    private Button reason(String name, CancelReason reason) {
        var button =
                Buttons.danger(
                        "appointment-cancel." + name,
                        texts.get("appointment.cancel." + name),
                        () -> {
                            dialog.hide();
                            board.actions().cancel(visit, reason, which.get());
                        });
        button.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        button.fire();
                    }
                });
        return button;
    }
}
