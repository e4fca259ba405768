package org.clinicdesk.client.prescription;

import java.util.Arrays;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.Level;
import org.clinicdesk.prescription.v1.OverrideReason;

/// Asks why somebody goes on in spite of a finding. What is contraindicated is asked about a second time.
final class OverrideDialog {

    private OverrideDialog() {}

    static void open(Desk desk, PrescriptionModel model, Finding finding) {
        var texts = desk.texts();
        var reason = reasons(texts);
        var note = new TextField();
        note.setId("prescription-override.note");
        note.setAccessibleText(texts.get("prescription.note"));
        new Dialog(desk.layers(), texts, "prescription-override", texts.get("prescription.override.title"))
                .say(finding.getManagement())
                .body(Boxes.column(
                        6,
                        Labels.of(texts.get("prescription.reason"), "field-label"),
                        reason,
                        Labels.of(texts.get("prescription.note"), "field-label"),
                        note))
                .cancel(texts.get("kit.cancel"))
                .danger(texts.get("prescription.override.go"), () -> {
                    if (reason.getValue() != null) {
                        confirmed(desk, finding, () -> model.answer(finding, reason.getValue(), note.getText()));
                    }
                })
                .show();
    }

    private static void confirmed(Desk desk, Finding finding, Runnable then) {
        if (finding.getLevel() != Level.LEVEL_CONTRAINDICATED) {
            then.run();
            return;
        }
        var texts = desk.texts();
        new Dialog(desk.layers(), texts, "prescription-confirm", texts.get("prescription.confirm.title"))
                .say(texts.get("prescription.confirm", finding.getSubject(), finding.getObject()))
                .cancel(texts.get("kit.cancel"))
                .danger(texts.get("prescription.confirm.go"), then)
                .show();
    }

    private static ComboBox<OverrideReason> reasons(Texts texts) {
        var combo = new ComboBox<OverrideReason>();
        combo.setId("prescription-override.reason");
        combo.setAccessibleText(texts.get("prescription.reason"));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(new StringConverter<>() {
            @java.lang.Override
            public String toString(OverrideReason reason) {
                return reason == null ? "" : texts.get("prescription.reason." + reason);
            }

            @java.lang.Override
            public OverrideReason fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        Arrays.stream(OverrideReason.values())
                .filter(reason -> reason != OverrideReason.UNRECOGNIZED && reason.getNumber() > 0)
                .forEach(combo.getItems()::add);
        return combo;
    }
}
