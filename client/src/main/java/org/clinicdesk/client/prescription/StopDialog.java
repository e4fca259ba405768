package org.clinicdesk.client.prescription;

import javafx.scene.control.TextField;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.record.v1.Medication;

/// Asks why somebody is to take a medicine no longer.
final class StopDialog {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;

    private StopDialog() {}

    static void open(Desk desk, PrescriptionModel model, Medication medication) {
        var texts = desk.texts();
        var reason = Boxes.first(new TextField(model.past().stopReason(medication.getId())));
        reason.setId("prescription-stop.reason");
        reason.setAccessibleText(texts.get("prescription.stop.reason"));
        reason.textProperty()
                .addListener((property, before, now) ->
                        model.past().keepStopReason(medication.getId(), now));
        var wrong = Labels.of("", "field-error");
        wrong.setId("prescription-stop.error");
        new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-stop",
                        texts.get("prescription.stop.title", medication.getText()))
                .body(
                        Boxes.column(
                                6,
                                Labels.of(texts.get("prescription.stop.reason"), "field-label"),
                                reason,
                                wrong))
                .primary(
                        texts.get("prescription.stop"),
                        () -> {
                            var length = reason.getText().strip().length();
                            if (length < SHORTEST || length > LONGEST) {
                                wrong.setText(texts.get("prescription.stop.needed"));
                                return false;
                            }
                            model.past().stop(medication.getId(), reason.getText(), model::refresh);
                            return true;
                        })
                .show();
    }
}
