package org.clinicdesk.client.prescription;

import javafx.scene.control.TextField;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.prescription.v1.Prescription;

import java.util.stream.Collectors;

/// Asks why a prescription should never have been. All of it is meant, so all of its lines are named.
final class DenyDialog {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;

    private DenyDialog() {}

    static void open(Desk desk, PrescriptionModel model, Prescription prescription) {
        var texts = desk.texts();
        var reason = Boxes.first(new TextField());
        reason.setId("prescription-deny.reason");
        reason.setAccessibleText(texts.get("prescription.error.reason"));
        var wrong = Labels.of("", "field-error");
        wrong.setId("prescription-deny.error");
        var lines =
                Labels.text(
                        prescription.getLinesList().stream()
                                .map(line -> "•  " + line.getOrder().getMedicine())
                                .collect(Collectors.joining("\n")));
        lines.setWrapText(true);
        var dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-deny",
                        texts.get("prescription.error.title", prescription.getNumber()));
        dialog.say(texts.get("prescription.error.detail", prescription.getLinesCount()));
        if (prescription.getLinesList().stream()
                .anyMatch(line -> !line.getOrder().getReplaces().isEmpty())) {
            dialog.say(texts.get("prescription.error.replaced"));
        }
        dialog.body(lines)
                .body(
                        Boxes.column(
                                6,
                                Labels.of(texts.get("prescription.error.reason"), "field-label"),
                                reason,
                                wrong))
                .primary(
                        texts.get("prescription.error"),
                        () -> {
                            var length = reason.getText().strip().length();
                            if (length < SHORTEST || length > LONGEST) {
                                wrong.setText(texts.get("prescription.stop.needed"));
                                return false;
                            }
                            model.past().deny(prescription, reason.getText(), model::refresh);
                            return true;
                        })
                .show();
    }
}
