package org.clinicdesk.client.record;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.AllergyAnswer;
import org.clinicdesk.record.v1.AllergyState;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.StruckAs;

import java.util.List;
import java.util.stream.Stream;

/// Allergies: what was answered when, each with its reaction, and what can be done about them.
final class AllergySection {

    private final Desk desk;
    private final Texts texts;
    private final Words words;
    private final ChartModel model;

    AllergySection(Desk desk, ChartModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.words = new Words(desk);
        this.model = model;
    }

    VBox node(GetRecordResponse record) {
        var box =
                Boxes.column(
                        6,
                        Labels.section(texts.get("record.allergies").toUpperCase(texts.locale())));
        box.setId("record-view.allergies");
        switch (record.getAllergyState()) {
            case ALLERGY_STATE_RECORDED -> {
                ChartModel.allergies(record)
                        .forEach(allergy -> box.getChildren().add(line(allergy)));
                box.getChildren().add(asked(record));
            }
            case ALLERGY_STATE_NONE_KNOWN ->
                    box.getChildren().add(none(record, "record.allergies.none", Tint.GREEN));
            case ALLERGY_STATE_NONE_LEFT ->
                    box.getChildren().add(none(record, "record.allergies.none-left", Tint.AMBER));
            default ->
                    box.getChildren()
                            .add(Pill.of(texts.get("record.allergies.never-asked"), Tint.AMBER));
        }
        var former = ChartModel.formerAllergies(record);
        var answers = ChartModel.formerAnswers(record);
        if (!former.isEmpty() || !answers.isEmpty()) {
            box.getChildren().add(former(former, answers));
        }
        var buttons = buttons(record);
        if (!buttons.getChildren().isEmpty()) {
            box.getChildren().add(buttons);
        }
        return box;
    }

    private Node none(GetRecordResponse record, String key, Tint tint) {
        return Boxes.column(4, Boxes.row(6, Pill.of(texts.get(key), tint)), asked(record));
    }

    /// When the person was asked last, and whether that is too long ago.
    private Node asked(GetRecordResponse record) {
        var row =
                Boxes.row(
                        6,
                        Labels.of(
                                texts.get(
                                        "record.allergies.asked",
                                        words.date(record.getAllergiesConfirmedAt())),
                                "tiny",
                                "muted"));
        if (record.getAllergiesDue()) {
            row.getChildren().add(Pill.of(texts.get("record.allergies.due"), Tint.AMBER));
        }
        if (model.mayTakeBack()) {
            ChartModel.answer(record).ifPresent(answer -> row.getChildren().add(takeBack(answer)));
        }
        return row;
    }

    private Node takeBack(AllergyAnswer answer) {
        return button(
                "record-view.take-back-answer",
                "mdi2f-format-strikethrough",
                texts.get("record.answer.title", words.date(answer.getAskedAt())),
                () -> AnswerDialog.open(desk, model, answer));
    }

    private Node line(Allergy allergy) {
        var name = Boxes.styled(Labels.strong(words.allergy(allergy)), "danger");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        var lines = Boxes.column(2, name);
        Stream.of(words.nature(allergy), words.coded(allergy))
                .filter(words -> !words.isEmpty())
                .forEach(words -> lines.getChildren().add(Labels.of(words, "tiny", "muted")));
        if (allergy.getAgent().isEmpty()) {
            lines.getChildren().add(Pill.of(texts.get("record.allergies.uncoded"), Tint.AMBER));
        }
        var row = Boxes.row(6, Boxes.grow(lines));
        if (model.mayAddAllergy()) {
            row.getChildren()
                    .add(
                            button(
                                    "record-view.amend-" + allergy.getId(),
                                    "mdi2p-pencil-outline",
                                    texts.get("record.allergies.amend", allergy.getSubstance()),
                                    () -> AllergyDialog.amend(desk, model, allergy)));
        }
        if (model.mayStrike()) {
            row.getChildren()
                    .add(
                            button(
                                    "record-view.strike-" + allergy.getId(),
                                    "mdi2f-format-strikethrough",
                                    texts.get("record.strike.of", allergy.getSubstance()),
                                    () -> StrikeDialog.open(desk, model, allergy)));
        }
        return row;
    }

    private static Node button(String id, String icon, String text, Runnable action) {
        return Buttons.small(Boxes.styled(Buttons.icon(id, icon, text, action), "flat"));
    }

    /// What was struck out or taken back, with why, when and by whom. Earlier wordings of an allergy are not counted: they
    /// are the same allergy.
    private Node former(List<Allergy> former, List<AllergyAnswer> answers) {
        var lines = Boxes.column(6);
        for (var allergy : former) {
            lines.getChildren()
                    .add(
                            Boxes.column(
                                    2,
                                    Labels.muted(words.allergy(allergy)),
                                    Labels.of(words.struck(allergy), "tiny", "muted")));
        }
        for (var answer : answers) {
            lines.getChildren()
                    .add(
                            Boxes.column(
                                    2,
                                    Labels.muted(words.answer(answer)),
                                    Labels.of(words.takenBack(answer), "tiny", "muted")));
        }
        lines.getChildren().stream()
                .flatMap(line -> ((VBox) line).getChildren().stream())
                .forEach(line -> ((Label) line).setWrapText(true));
        var over =
                answers.size()
                        + former.stream()
                                .filter(it -> it.getStruckAs() != StruckAs.STRUCK_AS_AMENDED)
                                .count();
        var title =
                over > 0
                        ? texts.get("record.allergies.former", over)
                        : texts.get("record.allergies.earlier");
        var pane = Boxes.styled(new TitledPane(title, lines), "more");
        pane.setId("record-view.former-allergies");
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private FlowPane buttons(GetRecordResponse record) {
        var row = new FlowPane(6, 6);
        if (model.mayAddAllergy()) {
            row.getChildren()
                    .add(
                            Buttons.small(
                                    Buttons.plain(
                                            "record-view.add-allergy",
                                            texts.get("record.allergies.add"),
                                            "mdi2p-plus",
                                            () -> AllergyDialog.open(desk, model))));
        }
        if (model.mayConfirm()) {
            var confirm =
                    Buttons.small(
                            Buttons.plain(
                                    "record-view.confirm-allergies",
                                    texts.get(confirmation(record.getAllergyState())),
                                    model::confirm));
            confirm.disableProperty().bind(model.busy().property());
            row.getChildren().add(confirm);
        }
        return row;
    }

    private static String confirmation(AllergyState state) {
        return switch (state) {
            case ALLERGY_STATE_RECORDED -> "record.allergies.confirm-others";
            case ALLERGY_STATE_NONE_KNOWN -> "record.allergies.confirm-again";
            default -> "record.allergies.confirm";
        };
    }
}
