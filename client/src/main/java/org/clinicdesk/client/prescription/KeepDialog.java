package org.clinicdesk.client.prescription;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.OrderSetItem;
import org.clinicdesk.prescription.v1.WeightDose;

import java.util.List;

/// Keeps lines under a name, to be prescribed again: a favourite or a protocol.
final class KeepDialog {

    private KeepDialog() {}

    static void open(Desk desk, PrescriptionModel model, List<OrderLine> lines) {
        var texts = desk.texts();
        var name = Boxes.first(new TextField());
        name.setId("prescription-keep.name");
        name.setAccessibleText(texts.get("prescription.keep.name"));
        if (lines.size() == 1) {
            name.setText(lines.getFirst().getMedicine());
        }
        var perKg = new TextField();
        perKg.setId("prescription-keep.per-kg");
        perKg.setAccessibleText(texts.get("prescription.keep.per-kg"));
        var most = new TextField();
        most.setId("prescription-keep.most");
        most.setAccessibleText(texts.get("prescription.weight.most"));
        var clinic = new CheckBox(texts.get("prescription.keep.clinic"));
        clinic.setId("prescription-keep.clinic");
        clinic.setVisible(model.past().mayChangeProtocols());
        clinic.setManaged(clinic.isVisible());
        var wrong = Labels.of("", "field-error");
        wrong.setId("prescription-keep.error");
        var dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-keep",
                        texts.get("prescription.keep.title", lines.size()));
        dialog.body(
                Boxes.column(
                        4, Labels.of(texts.get("prescription.keep.name"), "field-label"), name));
        if (lines.size() == 1) {
            dialog.body(
                    new HBox(
                            10,
                            amount(texts.get("prescription.keep.per-kg"), perKg),
                            amount(texts.get("prescription.weight.most"), most)));
        }
        dialog.body(clinic)
                .body(wrong)
                .primary(
                        texts.get("prescription.keep"),
                        () -> {
                            if (name.getText().isBlank()) {
                                wrong.setText(texts.get("prescription.wrong.missing"));
                                return false;
                            }
                            if (unreadable(perKg, most)) {
                                wrong.setText(texts.get("prescription.wrong.dose"));
                                return false;
                            }
                            model.past()
                                    .keep(
                                            name.getText().strip(),
                                            lines.stream()
                                                    .map(line -> item(line, perKg, most))
                                                    .toList(),
                                            clinic.isSelected(),
                                            () ->
                                                    desk.notices()
                                                            .done(texts.get("prescription.kept")));
                            return true;
                        })
                .show();
    }

    private static Node amount(String label, TextField field) {
        var title = Labels.of(label, "field-label");
        title.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.grow(Boxes.column(4, title, field));
    }

    /// What is no amount, or a ceiling of nothing, is not left out in silence.
    private static boolean unreadable(TextField perKg, TextField most) {
        var dose = perKg.getText().strip();
        var ceiling = most.getText().strip();
        return !dose.isEmpty() && Amounts.dose(dose).isEmpty()
                || !ceiling.isEmpty() && (dose.isEmpty() || Amounts.dose(ceiling).isEmpty());
    }

    /// Without what belongs to this person and day.
    private static OrderSetItem item(OrderLine line, TextField perKg, TextField most) {
        var order = line.toBuilder().clearReplaces();
        order.getDosageBuilder().clearUntil();
        var item = OrderSetItem.newBuilder().setOrder(order);
        Amounts.dose(perKg.getText())
                .ifPresent(mg ->
                        item.setByWeight(
                                WeightDose.newBuilder()
                                        .setMgPerKg(mg.doubleValue())
                                        .setMaxMg(
                                                Amounts.dose(most.getText())
                                                        .map(it -> it.doubleValue())
                                                        .orElse(0.0))));
        return item.build();
    }
}
