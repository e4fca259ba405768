package org.clinicdesk.client.appointment;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;

/// Asks who ends the visit. One press: the answer is the cancellation, and it can be taken back.
final class CancelDialog {

    private CancelDialog() {}

    static void open(Board board, Visit visit) {
        if (!board.actions().canCancel(visit)) {
            return;
        }
        var texts = board.desk().texts();
        var dialog =
                new Dialog(
                        board.desk().layers(),
                        texts,
                        "appointment-cancel",
                        texts.get(
                                "appointment.cancel.title",
                                visit.person(),
                                Times.clock(visit.time().from())));
        var person = reason(board, dialog, visit, "person", CancelReason.CANCEL_REASON_PATIENT);
        var clinic = reason(board, dialog, visit, "clinic", CancelReason.CANCEL_REASON_CLINIC);
        var reasons = Boxes.row(8, Boxes.first(person), clinic);
        reasons.getStylesheets().add(BoardView.SHEET);
        dialog.say(texts.get("appointment.cancel.detail"))
                .body(reasons)
                .cancel(texts.get("appointment.cancel.keep"))
                .show();
    }

    private static Button reason(
            Board board, Dialog dialog, Visit visit, String name, CancelReason reason) {
        var button =
                Buttons.danger(
                        "appointment-cancel." + name,
                        board.desk().texts().get("appointment.cancel." + name),
                        () -> {
                            dialog.hide();
                            board.actions().cancel(visit, reason);
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
