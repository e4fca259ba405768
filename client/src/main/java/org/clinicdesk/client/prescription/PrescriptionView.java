package org.clinicdesk.client.prescription;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.kit.Warnings;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.record.v1.Medication;

/// The prescription at the left, what the checks say at the right, what stands in the way below.
final class PrescriptionView {

    private static final double CHECKS_WIDTH = 420;

    private final Texts texts;
    private final PrescriptionModel model;
    private final VBox lines = Boxes.column(6);
    private final VBox takes = Boxes.column(6);
    private final VBox head = Boxes.column(10);
    private final Label obstacle = Labels.muted("");
    private final Button sign;
    private final InvalidationListener changed = change -> draw();
    private final VBox root;

    PrescriptionView(Desk desk, PrescriptionModel model) {
        this.texts = desk.texts();
        this.model = model;
        sign = Buttons.primary("prescription-write.sign", texts.get("prescription.sign"), "mdi2d-draw-pen", model::sign);
        obstacle.setId("prescription-write.obstacle");
        lines.setId("prescription-write.lines");
        var page = new ScrollPane(Boxes.page(
                head,
                Boxes.card(Labels.heading(texts.get("prescription.new")), new LinePane(texts, model).node()),
                Boxes.card(Labels.heading(texts.get("prescription.lines")), lines),
                Boxes.card(Labels.heading(texts.get("prescription.takes")), takes)));
        page.setFitToWidth(true);
        var checks = Boxes.side(CHECKS_WIDTH, new FindingsPane(desk, model).node());
        var body = Boxes.grow(new HBox(Boxes.grow(page), checks));
        var foot = Boxes.styled(Boxes.row(10, obstacle, Boxes.spacer(), sign), "footer");
        root = new VBox(body, foot);
        VBox.setVgrow(body, javafx.scene.layout.Priority.ALWAYS);
        root.getProperties().put("redraw", changed);
        for (Observable watched : new Observable[] {
            model.lines(), model.findings(), model.answers(), model.record(), model.signed(),
            model.draft().medicine(), model.checking().property(), model.busy().property()
        }) {
            watched.addListener(new WeakInvalidationListener(changed));
        }
        draw();
    }

    Parent root() {
        return root;
    }

    private void draw() {
        lines.getChildren().setAll(model.lines().stream().map(this::line).toList());
        if (model.lines().isEmpty()) {
            lines.getChildren().add(Labels.muted(texts.get("prescription.lines.none")));
        }
        drawTakes();
        var why = model.obstacle();
        obstacle.setText(why.map(texts::get).orElse(""));
        sign.setDisable(why.isPresent() || model.busy().is());
        head.getChildren().clear();
        var record = model.record().get();
        if (record != null) {
            head.getChildren().add(Warnings.of(texts, "prescription-write.warnings", record));
        }
        var prescription = model.signed().get();
        if (prescription != null) {
            head.getChildren()
                    .add(Alert.of(
                            Tint.GREEN,
                            "mdi2c-check-circle-outline",
                            texts.get("prescription.signed", prescription.getNumber()),
                            "",
                            Buttons.small(Buttons.plain(
                                    "prescription-write.print", texts.get("prescription.print"), model::print)),
                            Buttons.small(Buttons.plain(
                                    "prescription-write.back", texts.get("prescription.back"), model::back))));
        }
    }

    private void drawTakes() {
        takes.getChildren().clear();
        var record = model.record().get();
        if (record != null) {
            record.getMedicationsList().stream()
                    .filter(Medication::getActive)
                    .forEach(medication -> takes.getChildren().add(taken(medication)));
        }
        if (takes.getChildren().isEmpty()) {
            takes.getChildren().add(Labels.muted(texts.get("prescription.takes.none")));
        }
    }

    private Node taken(Medication medication) {
        var row = Boxes.row(
                10, Labels.strong(medication.getText()), Labels.muted(medication.getDosage()), Boxes.spacer());
        if (medication.getUnchecked()) {
            row.getChildren().add(Pill.of(texts.get("prescription.unchecked"), Tint.AMBER));
        }
        return row;
    }

    private Node line(OrderLine line) {
        var index = model.lines().indexOf(line);
        var dosage = line.getDosage();
        var detail = texts.get(
                "prescription.line",
                number(dosage.getDose()) + " " + dosage.getUnit(),
                dosage.getTimesADay(),
                dosage.getDays(),
                line.getQuantity());
        return Boxes.row(
                10,
                Boxes.column(1, Labels.strong(line.getMedicine()), Labels.muted(detail)),
                Boxes.spacer(),
                Buttons.small(Buttons.icon(
                        "prescription-write.remove-" + index,
                        "mdi2c-close",
                        texts.get("prescription.remove"),
                        () -> model.remove(line))));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
