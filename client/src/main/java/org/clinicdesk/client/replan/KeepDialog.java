package org.clinicdesk.client.replan;

import javafx.scene.control.TextField;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;

/// Asks why a visit stays in a closed time.
final class KeepDialog {

    private KeepDialog() {}

    static void open(ReplanModel model) {
        model.selectedOpen().ifPresent(row -> open(model, row));
    }

    private static void open(ReplanModel model, ReplanModel.Row row) {
        var texts = model.desk().texts();
        var field = Boxes.first(new TextField());
        field.setId("replan-keep.reason");
        field.setAccessibleText(texts.get("replan.keep.reason"));
        field.setPromptText(texts.get("replan.keep.reason"));
        new Dialog(model.desk().layers(), texts, "replan-keep", texts.get("replan.keep.title"))
                .say(texts.get("replan.keep.detail", row.visit().getPerson().getName()))
                .body(field)
                .primary(
                        texts.get("replan.keep"),
                        () -> {
                            if (field.getText().isBlank()) {
                                return false;
                            }
                            model.keep(row, field.getText());
                            return true;
                        })
                .show();
    }
}
