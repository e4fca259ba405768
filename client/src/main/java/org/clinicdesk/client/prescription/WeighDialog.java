package org.clinicdesk.client.prescription;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;

/// Asks once for the weight that several lines need.
final class WeighDialog {

    private WeighDialog() {}

    static void open(Desk desk, PrescriptionModel model, Runnable weighed) {
        var texts = desk.texts();
        var field = new WeightField(desk, model.person(), "prescription-weigh");
        var label = Labels.of(texts.get("prescription.weight.kg"), "field-label");
        label.setLabelFor(Boxes.first(field.field()));
        field.field().setAccessibleText(texts.get("prescription.weight.kg"));
        var error = Labels.of("", "field-error");
        error.setId("prescription-weigh.error");
        error.setWrapText(true);
        new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-weigh",
                        texts.get("prescription.weigh.title"))
                .say(texts.get("prescription.weigh.detail"))
                .body(field.known())
                .body(Boxes.styled(Boxes.column(4, label, field.field()), "field"))
                .body(error)
                .primary(
                        texts.get("prescription.weigh.go"),
                        () -> {
                            if (field.weight().isEmpty()) {
                                error.setText(texts.get("prescription.weigh.needed"));
                                return false;
                            }
                            var doubt = field.doubt().orElse("");
                            var ask = field.take();
                            error.setText(ask.map(it -> doubt + ". " + it).orElse(""));
                            return ask.isEmpty();
                        })
                .onHidden(() -> {
                    if (model.person().weight().isPresent()) {
                        weighed.run();
                    }
                })
                .show();
    }
}
