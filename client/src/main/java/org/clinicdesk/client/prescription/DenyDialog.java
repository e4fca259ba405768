package org.clinicdesk.client.prescription;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.EndedMedicine;
import org.clinicdesk.prescription.v1.Prescription;

import java.util.List;
import java.util.stream.Collectors;

/// Asks why a medicine should never have been prescribed. It alone is meant unless all of its prescription is chosen, of
/// which all lines are named.
final class DenyDialog {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;

    private final Desk desk;
    private final Texts texts;
    private final PrescriptionModel model;
    private final PastModel.Deniable deniable;
    private final TextField reason = Boxes.first(new TextField());
    private final Label wrong = Labels.of("", "field-error");
    private final RadioButton line = new RadioButton();
    private final RadioButton whole = new RadioButton();
    private final Dialog dialog;

    private DenyDialog(Desk desk, PrescriptionModel model, PastModel.Deniable deniable) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.deniable = deniable;
        this.dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-deny",
                        texts.get("prescription.error.title"));
    }

    static void open(Desk desk, PrescriptionModel model, PastModel.Deniable deniable) {
        new DenyDialog(desk, model, deniable).show();
    }

    private void show() {
        reason.setId("prescription-deny.reason");
        reason.setAccessibleText(texts.get("prescription.error.reason"));
        wrong.setId("prescription-deny.error");
        dialog.say(texts.get("prescription.error.detail", medicine(deniable.line())));
        if (deniable.prescription().getLinesList().stream()
                .anyMatch(it -> !it.getOrder().getReplaces().isEmpty())) {
            dialog.say(texts.get("prescription.error.replaced"));
        }
        if (deniable.wholeToo()) {
            dialog.body(extent());
        }
        dialog.body(
                        Boxes.column(
                                6,
                                Labels.of(texts.get("prescription.error.reason"), "field-label"),
                                reason,
                                wrong))
                .primary(texts.get("prescription.error"), this::deny)
                .show();
    }

    /// The safe way first: what is right goes on.
    private Node extent() {
        var extent = new ToggleGroup();
        choice(line, "line", texts.get("prescription.error.line", medicine(deniable.line())));
        choice(
                whole,
                "whole",
                texts.get("prescription.error.whole", deniable.prescription().getNumber()));
        line.setToggleGroup(extent);
        whole.setToggleGroup(extent);
        line.setSelected(true);
        var all =
                Labels.muted(
                        deniable.prescription().getLinesList().stream()
                                .map(it -> "•  " + medicine(it))
                                .collect(Collectors.joining("\n")));
        all.setWrapText(true);
        return Boxes.column(6, line, whole, all);
    }

    private static void choice(RadioButton button, String name, String text) {
        button.setId("prescription-deny." + name);
        button.setText(text);
        button.setWrapText(true);
    }

    private static String medicine(Prescription.Line line) {
        return line.getOrder().getMedicine();
    }

    private boolean deny() {
        var length = reason.getText().strip().length();
        if (length < SHORTEST || length > LONGEST) {
            wrong.setText(texts.get("prescription.stop.needed"));
            return false;
        }
        if (whole.isSelected()) {
            model.past().deny(deniable.prescription(), reason.getText(), this::denied);
        } else {
            model.past().denyLine(deniable, reason.getText(), this::denied);
        }
        return true;
    }

    private void denied(List<EndedMedicine> ended) {
        model.refresh();
        EndedDialog.tell(desk, ended);
    }
}
