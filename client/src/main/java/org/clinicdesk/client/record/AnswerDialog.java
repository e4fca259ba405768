package org.clinicdesk.client.record;

import javafx.scene.control.TextField;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.record.v1.AllergyAnswer;

/// Asks why it is not so that a person was asked about allergies.
final class AnswerDialog {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;

    private AnswerDialog() {}

    static void open(Desk desk, ChartModel model, AllergyAnswer answer) {
        var texts = desk.texts();
        var reason = Boxes.first(new TextField());
        reason.setId("record-answer.reason");
        reason.setAccessibleText(texts.get("record.answer.reason"));
        var wrong = Labels.of("", "field-error");
        wrong.setId("record-answer.error");
        new Dialog(
                        desk.layers(),
                        texts,
                        "record-answer",
                        texts.get("record.answer.title", new Words(desk).date(answer.getAskedAt())))
                .say(texts.get("record.answer.detail"))
                .body(
                        Boxes.column(
                                6,
                                Labels.of(texts.get("record.answer.reason"), "field-label"),
                                reason,
                                wrong))
                .primary(
                        texts.get("record.answer.take-back"),
                        () -> {
                            var length = reason.getText().strip().length();
                            if (length < SHORTEST || length > LONGEST) {
                                wrong.setText(texts.get("record.answer.needed"));
                                reason.requestFocus();
                                return false;
                            }
                            model.takeBack(answer, reason.getText());
                            return true;
                        })
                .show();
    }
}
