package org.clinicdesk.client.prescription;

import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.contract.FittingReasons;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.Level;
import org.clinicdesk.prescription.v1.OverrideReason;

import java.util.Locale;

/// Asks why a finding is overridden. What is contraindicated is asked twice.
final class OverrideDialog {

    private static final String PREFIX = "OVERRIDE_REASON_";
    private static final int LONGEST_NOTE = 300;

    private final Desk desk;
    private final Texts texts;
    private final CheckModel check;
    private final Finding finding;
    private final ToggleGroup reasons = new ToggleGroup();
    private final TextField note = new TextField();
    private final Label wrong = Labels.of("", "field-error");
    private final Dialog dialog;

    private OverrideDialog(Desk desk, CheckModel check, Finding finding) {
        this.desk = desk;
        this.texts = desk.texts();
        this.check = check;
        this.finding = finding;
        this.dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-override",
                        texts.get("prescription.override.title", partners()));
    }

    static void open(Desk desk, CheckModel check, Finding finding) {
        new OverrideDialog(desk, check, finding).show();
    }

    /// The first finding that has no answer.
    static void next(Desk desk, CheckModel check) {
        check.unanswered().stream().findFirst().ifPresent(finding -> open(desk, check, finding));
    }

    private void show() {
        note.setId("prescription-override.note");
        note.setPromptText(texts.get("prescription.override.note"));
        note.setAccessibleText(texts.get("prescription.override.note"));
        wrong.setId("prescription-override.error");
        if (!finding.getManagement().isEmpty()) {
            dialog.say(finding.getManagement());
        }
        dialog.body(choices())
                .body(Boxes.column(6, note, wrong))
                .cancel(texts.get("prescription.override.keep"))
                .primary(texts.get("prescription.override.go"), this::answer)
                .show();
    }

    private String partners() {
        return finding.getObject().isEmpty()
                ? finding.getSubject()
                : finding.getSubject() + " + " + finding.getObject();
    }

    private VBox choices() {
        var box = Boxes.column(8);
        FittingReasons.ofPrescriber(finding.getKind())
                .forEach(reason -> box.getChildren().add(choice(reason)));
        Boxes.first(box.getChildren().getFirst());
        return box;
    }

    private RadioButton choice(OverrideReason reason) {
        var button = new RadioButton(texts.get("prescription.reason." + reason.name()));
        button.setId(
                "prescription-override."
                        + reason.name()
                                .substring(PREFIX.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'));
        button.setUserData(reason);
        button.setToggleGroup(reasons);
        button.setWrapText(true);
        return button;
    }

    private boolean answer() {
        if (!(reasons.getSelectedToggle() instanceof RadioButton chosen)) {
            wrong.setText(texts.get("prescription.override.needed"));
            return false;
        }
        if (note.getText().strip().length() > LONGEST_NOTE) {
            wrong.setText(texts.get("prescription.wrong.long"));
            return false;
        }
        var reason = (OverrideReason) chosen.getUserData();
        if (finding.getLevel() != Level.LEVEL_CONTRAINDICATED) {
            check.answer(finding, reason, note.getText());
            return true;
        }
        dialog.hide();
        confirm(reason);
        return false;
    }

    private void confirm(OverrideReason reason) {
        new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-confirm",
                        texts.get("prescription.confirm.title", partners()))
                .say(finding.getEffect())
                .say(
                        texts.get(
                                "prescription.confirm.detail",
                                texts.get("prescription.reason." + reason.name())))
                .cancel(texts.get("prescription.override.keep"))
                .danger(
                        texts.get("prescription.confirm.go"),
                        () -> check.answer(finding, reason, note.getText()))
                .show();
    }
}
