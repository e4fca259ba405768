package org.clinicdesk.client.prescription;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.Level;

/// Asks whether the person takes without harm what a finding warns of, and how that is known; against an allergy it must be
/// said. What is contraindicated is asked twice, as where it is overridden.
final class ToleratedDialog {

    private static final int LONGEST = 300;

    private final Desk desk;
    private final Texts texts;
    private final PrescriptionModel model;
    private final Finding finding;
    private final boolean together;
    private final TextField note = Boxes.first(new TextField());
    private final Label wrong = Labels.of("", "field-error");
    private final Dialog dialog;

    private ToleratedDialog(Desk desk, PrescriptionModel model, Finding finding) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.finding = finding;
        this.together = Tolerances.together(finding);
        this.dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-tolerated",
                        texts.get("prescription.tolerated.title", what()));
    }

    static void open(Desk desk, PrescriptionModel model, Finding finding) {
        new ToleratedDialog(desk, model, finding).show();
    }

    private String what() {
        return together ? finding.getSubject() + " + " + finding.getObject() : finding.getSubject();
    }

    private void show() {
        note.setId("prescription-tolerated.note");
        note.setAccessibleText(texts.get("prescription.tolerated.note"));
        wrong.setId("prescription-tolerated.error");
        dialog.say(
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
                .primary(texts.get("prescription.tolerated.go"), this::said)
                .show();
    }

    private boolean said() {
        if (note.getText().strip().length() > LONGEST) {
            wrong.setText(texts.get("prescription.wrong.long"));
            return false;
        }
        if (!together && note.getText().isBlank()) {
            wrong.setText(texts.get("prescription.tolerated.how"));
            note.requestFocus();
            return false;
        }
        if (finding.getLevel() != Level.LEVEL_CONTRAINDICATED) {
            add();
            return true;
        }
        dialog.hide();
        confirm();
        return false;
    }

    private void confirm() {
        new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-tolerated-confirm",
                        texts.get(
                                "prescription.confirm.title",
                                finding.getSubject() + " + " + finding.getObject()))
                .say(finding.getEffect())
                .say(texts.get("prescription.tolerated.sure", note.getText().strip()))
                .cancel(texts.get("prescription.tolerated.not"))
                .danger(texts.get("prescription.tolerated.all-the-same"), this::add)
                .show();
    }

    private void add() {
        model.tolerances().add(finding, note.getText(), model::refresh);
    }
}
