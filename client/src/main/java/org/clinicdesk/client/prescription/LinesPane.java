package org.clinicdesk.client.prescription;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.contract.Directions;
import org.clinicdesk.prescription.v1.OrderLine;

import java.util.List;
import java.util.Optional;

/// The lines that will be signed: as the doctor reads them, and as the patient will.
final class LinesPane {

    private final Desk desk;
    private final Texts texts;
    private final PrescriptionModel model;
    private final VBox card = Boxes.card();

    LinesPane(Desk desk, PrescriptionModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        Redraw.of(
                card,
                this::draw,
                model.written().lines(),
                model.written().editing(),
                model.draft().empty(),
                model.person().patient());
        draw();
    }

    Node node() {
        return card;
    }

    private void draw() {
        var lines = model.written().lines();
        card.getChildren()
                .setAll(
                        Boxes.row(
                                8,
                                Labels.heading(texts.get("prescription.lines")),
                                Pill.of(Integer.toString(lines.size()), Tint.GRAY),
                                Boxes.spacer()));
        if (lines.size() > 1) {
            ((HBox) card.getChildren().getFirst())
                    .getChildren()
                    .add(
                            Buttons.link(
                                    "prescription-write.keep-all",
                                    texts.get("prescription.keep.protocol"),
                                    () -> KeepDialog.open(desk, model, List.copyOf(lines))));
        }
        if (lines.isEmpty()) {
            card.getChildren().add(Labels.muted(texts.get("prescription.lines.none")));
        }
        // Read so that the next change is told, whatever the order.
        var free = model.draft().empty().get();
        for (int i = 0; i < lines.size(); i++) {
            card.getChildren().addAll(Boxes.rule(), line(i, lines.get(i), free));
        }
    }

    /// Never cut: it is what is handed out.
    private Label supply(OrderLine line) {
        var repeats = line.getRepeats() > 0 ? " (+" + line.getRepeats() + ")" : "";
        var supply = Labels.of(Directions.in(texts.locale()).supply(line) + repeats, "strong");
        supply.setMinWidth(Region.USE_PREF_SIZE);
        return supply;
    }

    private Optional<Node> pills(OrderLine line) {
        var pills = new FlowPane(6, 4);
        if (line.getMedicineId().isEmpty()) {
            pills.getChildren().add(Pill.of(texts.get("prescription.unchecked"), Tint.AMBER));
        }
        if (!line.getReplaces().isEmpty()) {
            pills.getChildren().add(Pill.of(texts.get("prescription.replaces"), Tint.BLUE));
        }
        return pills.getChildren().isEmpty() ? Optional.empty() : Optional.of(pills);
    }

    private static Node said(String text) {
        var said = Labels.text(text);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        return said;
    }

    private static Node paper(String text) {
        var paper = Labels.of(text, "tiny", "muted");
        paper.setWrapText(true);
        paper.setMinHeight(Region.USE_PREF_SIZE);
        return paper;
    }

    private Node line(int index, OrderLine line, boolean free) {
        var name = Labels.strong(line.getMedicine());
        name.setWrapText(true);
        var reads = Sentences.of(line.getDosage(), texts, model.patientWords());
        var words = Boxes.grow(Boxes.column(2, name, said(reads.doctor())));
        reads.paper().map(LinesPane::paper).ifPresent(words.getChildren()::add);
        pills(line).ifPresent(words.getChildren()::add);
        var row = Boxes.row(10, Icons.of("mdi2p-pill"), words, supply(line));
        row.setId("prescription-write.line-" + index);
        if (index == model.written().editing().get()) {
            row.getChildren().add(Pill.of(texts.get("prescription.changing"), Tint.BLUE));
            return row;
        }
        var edit =
                Buttons.small(
                        Buttons.icon(
                                "prescription-write.edit-" + index,
                                "mdi2p-pencil-outline",
                                texts.get("prescription.edit", line.getMedicine()),
                                () -> model.written().edit(index)));
        edit.setDisable(!free);
        row.getChildren()
                .addAll(
                        Buttons.small(
                                Buttons.icon(
                                        "prescription-write.keep-" + index,
                                        "mdi2s-star-outline",
                                        texts.get(
                                                "prescription.keep.favourite", line.getMedicine()),
                                        () -> KeepDialog.open(desk, model, List.of(line)))),
                        edit,
                        Buttons.small(
                                Buttons.icon(
                                        "prescription-write.remove-" + index,
                                        "mdi2c-close",
                                        texts.get("prescription.remove", line.getMedicine()),
                                        () -> model.written().remove(index))));
        return row;
    }
}
