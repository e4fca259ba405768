package org.clinicdesk.client.prescription;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.Level;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.record.v1.Medication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is found: what to do first, then why, then who says so.
final class FindingCard {

    private final Desk desk;
    private final Texts texts;
    private final PrescriptionModel model;

    FindingCard(Desk desk, PrescriptionModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    /// @param number counts the cards, for the ids
    VBox of(Advice advice, int number) {
        var finding = advice.first();
        var tint = tint(finding);
        var title = wrapped(Labels.strong(advice.partners()));
        Boxes.grow(title);
        var head =
                Boxes.row(8, Icons.of(icon(finding), "sign"), title, Pill.of(tag(finding), tint));
        var card = Boxes.styled(new VBox(head), "alert", tint.style());
        card.setId("prescription-write.finding-" + number);
        card.setAccessibleText(tag(finding) + ": " + advice.partners());
        if (!finding.getManagement().isEmpty()) {
            card.getChildren().add(wrapped(Labels.of(finding.getManagement(), "medium")));
        }
        if (!finding.getEffect().isEmpty()) {
            card.getChildren().add(Labels.paragraph(finding.getEffect()));
        }
        taken(finding)
                .flatMap(model.past()::earlier)
                .map(it -> it.words(texts, desk))
                .ifPresent(words -> card.getChildren().add(wrapped(Labels.muted(words))));
        others(finding).forEach(words -> card.getChildren().add(wrapped(Labels.muted(words))));
        var source = source(advice);
        if (!source.isEmpty()) {
            card.getChildren().add(wrapped(Labels.of(source, "tiny", "subtle")));
        }
        if (finding.getTier() == Tier.TIER_INTERRUPTIVE) {
            card.getChildren()
                    .add(
                            model.check()
                                    .answer(finding)
                                    .map(answer -> answered(finding, answer, number))
                                    .orElseGet(() -> question(finding, number)));
        }
        if (finding.getTier() == Tier.TIER_PASSIVE && Tasks.asks(finding)) {
            task(advice, number).ifPresent(card.getChildren()::add);
        }
        if (finding.getTier() == Tier.TIER_PASSIVE && isDose(finding)) {
            card.getChildren().add(changeDose(finding, number));
        }
        return card;
    }

    private static boolean isDose(Finding finding) {
        return finding.getKind() == FindingKind.FINDING_KIND_DOSE;
    }

    private Node changeDose(Finding finding, int number) {
        return Buttons.small(
                Buttons.plain(
                        "prescription-write.change-dose-" + number,
                        texts.get("prescription.change-dose"),
                        "mdi2p-pencil-outline",
                        () -> model.written().changeDose(finding)));
    }

    private Stream<String> others(Finding finding) {
        return Stream.of(
                        words("prescription.instead", finding.getAlternativesList()),
                        words("prescription.unknown", finding.getUnknownList()))
                .filter(words -> !words.isEmpty());
    }

    private String words(String key, List<String> names) {
        return names.isEmpty() ? "" : texts.get(key, String.join(", ", names));
    }

    /// What it asks for as a task, or when that is due.
    private Optional<Node> task(Advice advice, int number) {
        var due = model.tasks().of(advice);
        if (due.isPresent()) {
            var day = texts.dates().date(due.get());
            return Optional.of(Pill.of(texts.get("prescription.task.due", day), Tint.GREEN));
        }
        return model.tasks().may()
                ? Optional.of(
                        Buttons.small(
                                Buttons.plain(
                                        "prescription-write.task-" + number,
                                        texts.get(
                                                "prescription.task",
                                                texts.dates()
                                                        .dayAndMonth(
                                                                Tasks.due(advice, desk.today()))),
                                        "mdi2p-plus",
                                        () -> model.tasks().make(advice, model.check()::redraw))))
                : Optional.empty();
    }

    private String tag(Finding finding) {
        return switch (finding.getKind()) {
            case FINDING_KIND_UNCHECKED -> texts.get("prescription.unchecked");
            case FINDING_KIND_DUPLICATE ->
                    texts.get(
                            Tolerances.together(finding)
                                    ? "prescription.duplicate.group"
                                    : "prescription.duplicate");
            case FINDING_KIND_DOSE -> texts.get("prescription.dose");
            case FINDING_KIND_MONITORING -> texts.get("prescription.monitoring");
            default -> level(finding.getLevel());
        };
    }

    private String level(Level level) {
        return texts.get(
                "prescription.level."
                        + (level == Level.UNRECOGNIZED
                                ? Level.LEVEL_UNSPECIFIED.name()
                                : level.name()));
    }

    private static Tint tint(Finding finding) {
        if (finding.getTier() == Tier.TIER_INTERRUPTIVE) {
            return Tint.RED;
        }
        return switch (finding.getLevel()) {
            case LEVEL_MINOR -> Tint.BLUE;
            default -> Tint.AMBER;
        };
    }

    private static String icon(Finding finding) {
        if (finding.getKind() == FindingKind.FINDING_KIND_UNCHECKED) {
            return "mdi2h-help-circle-outline";
        }
        return finding.getTier() == Tier.TIER_INTERRUPTIVE ? "mdi2c-close-circle" : "mdi2a-alert";
    }

    private String source(Advice advice) {
        var reviewed =
                advice.first().getNotReviewed() ? texts.get("prescription.not-reviewed") : "";
        return Stream.of(
                        advice.each(Finding::getSource, ", "),
                        advice.each(Finding::getRuleId, ", "),
                        advice.first().getKnowledgeVersion(),
                        reviewed)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// Leaving the medicine out comes first: it is the safe way.
    private Node question(Finding finding, int number) {
        var ways = new FlowPane(6, 6);
        if (isDose(finding)) {
            ways.getChildren().add(changeDose(finding, number));
        }
        for (int i = 0; i < finding.getAlternativesCount(); i++) {
            ways.getChildren().add(instead(finding, i, number));
        }
        doubled(finding)
                .ifPresent(taken ->
                        ways.getChildren()
                                .add(
                                        Buttons.small(
                                                Buttons.primary(
                                                        "prescription-write.replace-for-" + number,
                                                        texts.get(
                                                                "prescription.replace.taken",
                                                                taken.getText()),
                                                        "mdi2s-swap-horizontal",
                                                        () ->
                                                                model.written()
                                                                        .replaceBy(
                                                                                finding, taken)))));
        ways.getChildren()
                .addAll(
                        Buttons.small(
                                Buttons.plain(
                                        "prescription-write.remove-for-" + number,
                                        texts.get("prescription.leave-out", finding.getSubject()),
                                        "mdi2c-close",
                                        () -> model.written().removeFor(finding))),
                        Buttons.small(
                                Buttons.danger(
                                        "prescription-write.override-" + number,
                                        texts.get("prescription.override"),
                                        () -> OverrideDialog.open(desk, model.check(), finding))));
        if (model.tolerances().may(finding)) {
            ways.getChildren()
                    .add(
                            Buttons.small(
                                    Buttons.plain(
                                            "prescription-write.tolerated-" + number,
                                            texts.get("prescription.tolerated"),
                                            "mdi2s-shield-check-outline",
                                            () -> ToleratedDialog.open(desk, model, finding))));
        }
        return ways;
    }

    private Node instead(Finding finding, int alternative, int number) {
        var inn = finding.getAlternativeInns(alternative);
        return Buttons.small(
                Buttons.primary(
                        "prescription-write.use-" + number + "-" + alternative,
                        texts.get("prescription.use", finding.getAlternatives(alternative)),
                        "mdi2s-swap-horizontal",
                        () -> model.written().useInstead(finding, inn)));
    }

    /// What the person takes that a line would double, unless it ends something else already.
    private Optional<Medication> doubled(Finding finding) {
        return model.written().replaces(finding) ? Optional.empty() : taken(finding);
    }

    private Optional<Medication> taken(Finding finding) {
        if (finding.getKind() != FindingKind.FINDING_KIND_DUPLICATE) {
            return Optional.empty();
        }
        return model.record().stream()
                .flatMap(record -> record.getMedicationsList().stream())
                .filter(Medication::getActive)
                .filter(taken -> taken.getIngredientsList().contains(finding.getObjectInn()))
                .findFirst();
    }

    private Node answered(Finding finding, Override answer, int number) {
        var reason = texts.get("prescription.reason." + answer.getReason().name());
        var note = answer.getNote().isEmpty() ? "" : " “" + answer.getNote() + "”";
        var words = wrapped(Labels.text(texts.get("prescription.overridden", reason) + note));
        words.setId("prescription-write.answer-" + number);
        var back =
                Buttons.small(
                        Buttons.plain(
                                "prescription-write.take-back-" + number,
                                texts.get("prescription.take-back"),
                                () -> model.check().takeBack(finding)));
        return Boxes.styled(Boxes.row(8, Boxes.grow(words), back), "answered");
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
