package org.clinicdesk.client.prescription;

import javafx.scene.control.TextField;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.prescription.v1.Finding;

/// Asks whether the person takes without harm what a finding warns of, and how that is known; against an allergy it must be
/// said.
final class ToleratedDialog {

    private static final int LONGEST = 300;

    private ToleratedDialog() {}

    static void open(Desk desk, PrescriptionModel model, Finding finding) {
        var texts = desk.texts();
        var together = Tolerances.together(finding);
        var what =
                together
                        ? finding.getSubject() + " + " + finding.getObject()
                        : finding.getSubject();
        var note = Boxes.first(new TextField());
        note.setId("prescription-tolerated.note");
        note.setAccessibleText(texts.get("prescription.tolerated.note"));
        var wrong = Labels.of("", "field-error");
        wrong.setId("prescription-tolerated.error");
        new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-tolerated",
                        texts.get("prescription.tolerated.title", what))
                .say(
                        texts.get(
                                together
                                        ? "prescription.tolerated.together"
                                        : "prescription.tolerated.alone"))
                .body(
                        Boxes.column(
                                6,
                                Labels.of(texts.get("prescription.tolerated.note"), "field-label"),
                                note,
                                wrong))
                .primary(
                        texts.get("prescription.tolerated.go"),
                        () -> {
                            if (note.getText().strip().length() > LONGEST) {
                                wrong.setText(texts.get("prescription.wrong.long"));
                                return false;
                            }
                            if (!together && note.getText().isBlank()) {
                                wrong.setText(texts.get("prescription.tolerated.how"));
                                note.requestFocus();
                                return false;
                            }
                            model.tolerances().add(finding, note.getText(), model::refresh);
                            return true;
                        })
                .show();
    }
}
