package org.clinicdesk.client.record;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.record.v1.Condition;
import org.clinicdesk.record.v1.Document;
import org.clinicdesk.record.v1.Encounter;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.Immunization;
import org.clinicdesk.record.v1.Medication;
import org.clinicdesk.record.v1.Observation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The parts of the record, each a heading with its lines. What does not fit is counted, never dropped in silence.
final class Sections {

    private final Words words;
    private final Texts texts;
    private final ChartModel model;
    private final Documents documents;
    private final int most;

    /// @param most lines of a section
    Sections(Words words, ChartModel model, Documents documents, int most) {
        this.words = words;
        this.texts = words.texts();
        this.model = model;
        this.documents = documents;
        this.most = most;
    }

    VBox medicines(GetRecordResponse record) {
        var lines = lines(ChartModel.medications(record, true), this::medicine);
        var past = ChartModel.medications(record, false);
        if (!past.isEmpty()) {
            lines.add(small(texts.get("record.medicines.past", named(past, Medication::getText))));
        }
        ChartModel.denied(record).stream().limit(most).map(this::denied).forEach(lines::add);
        return section("medicines", lines);
    }

    VBox conditions(GetRecordResponse record) {
        var lines = lines(ChartModel.conditions(record, true), this::condition);
        var past = ChartModel.conditions(record, false);
        if (!past.isEmpty()) {
            lines.add(
                    small(
                            texts.get(
                                    "record.conditions.past",
                                    named(past, it -> it.getCode().getDisplay()))));
        }
        return section("conditions", lines);
    }

    VBox vitals(GetRecordResponse record) {
        return section("vitals", lines(ChartModel.latest(record, true), this::observation));
    }

    VBox results(GetRecordResponse record) {
        return section("results", lines(ChartModel.latest(record, false), this::observation));
    }

    VBox immunizations(GetRecordResponse record) {
        return section("immunizations", lines(record.getImmunizationsList(), this::immunization));
    }

    VBox encounters(GetRecordResponse record) {
        return section("encounters", lines(record.getEncountersList(), this::encounter));
    }

    VBox documents(GetRecordResponse record) {
        return section("documents", lines(record.getDocumentsList(), this::document));
    }

    private VBox section(String name, List<Node> lines) {
        var box =
                Boxes.column(
                        6, Labels.section(texts.get("record." + name).toUpperCase(texts.locale())));
        box.setId("record-view." + name);
        box.getChildren()
                .addAll(
                        lines.isEmpty()
                                ? List.of(Labels.muted(texts.get("record.nothing")))
                                : lines);
        return box;
    }

    private <T> List<Node> lines(List<T> all, Function<T, Node> line) {
        var nodes = new ArrayList<Node>();
        all.stream().limit(most).map(line).forEach(nodes::add);
        if (all.size() > most) {
            nodes.add(small(texts.get("record.more", all.size() - most)));
        }
        return nodes;
    }

    private static <T> String named(List<T> all, Function<T, String> name) {
        return String.join(", ", all.stream().map(name).toList());
    }

    private Node medicine(Medication medication) {
        var line =
                twoLines(
                        Labels.strong(medication.getText()),
                        Words.joined(
                                " · ",
                                words.dosage(medication),
                                words.since(medication.getSince())));
        if (!medication.getUnchecked()) {
            return line;
        }
        var mark = Pill.of(texts.get("record.unchecked"), Tint.AMBER);
        mark.setAccessibleText(texts.get("record.unchecked.detail"));
        return Boxes.row(6, Boxes.grow(line), mark);
    }

    /// Struck through, with the reason.
    private Node denied(Medication medication) {
        var name = wrapped(Labels.of(medication.getText(), "small", "muted", "struck"));
        return Boxes.column(
                1, name, small(texts.get("record.medicines.error", medication.getStoppedReason())));
    }

    private Node condition(Condition condition) {
        return twoLines(
                Labels.text(condition.getCode().getDisplay()),
                Words.joined(
                        " · ", condition.getCode().getCode(), words.since(condition.getOnset())));
    }

    private Node observation(Observation observation) {
        var name = wrapped(Labels.of(words.name(observation), "small", "muted"));
        var at = Labels.of(words.date(observation.getAt()), "tiny", "subtle");
        var value = Labels.strong(words.value(observation));
        value.setMinWidth(Region.USE_PREF_SIZE);
        at.setMinWidth(Region.USE_PREF_SIZE);
        var row = Boxes.row(8, Boxes.grow(name), value, at);
        row.setAccessibleText(name.getText() + " " + value.getText() + ", " + at.getText());
        return row;
    }

    private Node immunization(Immunization given) {
        return twoLines(Labels.text(given.getCode().getDisplay()), words.date(given.getAt()));
    }

    private Node encounter(Encounter encounter) {
        var line =
                twoLines(
                        Labels.text(
                                encounter.getReason().isEmpty()
                                        ? encounter.getType()
                                        : encounter.getReason()),
                        Words.joined(
                                " · ",
                                words.date(encounter.getStart()),
                                encounter.getPractitioner()));
        return model.notes(encounter.getVisitId())
                .<Node>map(place ->
                        Boxes.row(
                                6,
                                Boxes.grow(line),
                                Buttons.small(
                                        Buttons.link(
                                                "record-view.notes-" + encounter.getVisitId(),
                                                texts.get("record.notes"),
                                                () -> model.open(place)))))
                .orElse(line);
    }

    private Node document(Document document) {
        var line = twoLines(Labels.text(document.getTitle()), words.date(document.getAt()));
        return Boxes.row(
                6,
                Boxes.grow(line),
                Buttons.small(
                        Buttons.link(
                                "record-view.document-" + document.getId(),
                                texts.get("record.document.open"),
                                () -> documents.open(document))));
    }

    private static VBox twoLines(Label first, String second) {
        var column = Boxes.column(1, wrapped(first));
        if (!second.isEmpty()) {
            column.getChildren().add(small(second));
        }
        return column;
    }

    private static Label small(String text) {
        return wrapped(Labels.of(text, "tiny", "muted"));
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
