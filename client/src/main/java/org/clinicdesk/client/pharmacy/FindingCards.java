package org.clinicdesk.client.pharmacy;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.contract.FittingReasons;
import org.clinicdesk.pharmacy.v1.GetDispensingResponse.EarlyRefill;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.Level;
import org.clinicdesk.prescription.v1.Override;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the checks found, a card each, with the doctor's answer or the place for the pharmacist's.
final class FindingCards {

    private final Texts texts;
    private final SafetyModel safety;

    /// Listeners of the cards on screen, held as long as they are.
    private final List<InvalidationListener> held = new ArrayList<>();

    FindingCards(Texts texts, SafetyModel safety) {
        this.texts = texts;
        this.safety = safety;
    }

    /// @param answerable whether answers can still be given
    List<Node> today(boolean answerable) {
        held.clear();
        var cards = new ArrayList<Node>();
        for (var i = 0; i < safety.findings().size(); i++) {
            var finding = safety.findings().get(i);
            var card = card(finding);
            card.setId("pharmacy-verify.finding-" + i);
            var doctor = safety.doctor(finding);
            if (doctor.isPresent()) {
                card.getChildren().add(answered(doctor.get()));
            } else if (safety.open(finding) && answerable) {
                card.getChildren().add(reply(finding, i));
            }
            cards.add(card);
        }
        return cards;
    }

    /// What the doctor was told and is not found today.
    List<Node> gone() {
        return safety.gone().stream()
                .<Node>map(shown -> {
                    var card = card(shown.getFinding());
                    if (shown.hasAnswer()) {
                        card.getChildren().add(answered(shown.getAnswer()));
                    }
                    return card;
                })
                .toList();
    }

    /// What to do first, then why, then who says so.
    private VBox card(Finding finding) {
        var about =
                finding.getObject().isEmpty()
                        ? finding.getSubject()
                        : finding.getSubject() + " + " + finding.getObject();
        var tint = tint(finding);
        var early = safety.early(finding);
        var effect = early.map(this::effect).orElse(finding.getEffect());
        var card = Alert.of(tint, icon(finding), about, "");
        card.getChildren()
                .add(
                        1,
                        Boxes.row(
                                6,
                                Pill.of(level(finding), tint),
                                Labels.muted(texts.get("pharmacy.kind." + kind(finding)))));
        var management =
                early.isPresent() ? texts.get("pharmacy.early.ask") : finding.getManagement();
        if (!management.isEmpty()) {
            card.getChildren().add(wrapped(Labels.of(management, "medium")));
        }
        if (!effect.isEmpty()) {
            card.getChildren().add(Labels.paragraph(effect));
        }
        named("pharmacy.instead", finding.getAlternativesList()).ifPresent(card.getChildren()::add);
        named("pharmacy.unknown", finding.getUnknownList()).ifPresent(card.getChildren()::add);
        if (finding.getKind() != FindingKind.FINDING_KIND_EARLY_REFILL) {
            card.getChildren().add(wrapped(Labels.of(source(finding), "tiny", "subtle")));
        }
        if (finding.getNotReviewed()) {
            card.getChildren()
                    .add(wrapped(Labels.of(texts.get("pharmacy.not-reviewed"), "tiny", "subtle")));
        }
        return card;
    }

    private String effect(EarlyRefill early) {
        return texts.get(
                "pharmacy.early",
                texts.dates().partial(early.getLast()),
                early.getDays(),
                early.getLeft());
    }

    private Optional<Node> named(String key, List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(wrapped(Labels.muted(texts.get(key, String.join(", ", names)))));
    }

    /// The same as the doctor saw: who says so, and by which rule of which knowledge.
    private static String source(Finding finding) {
        return Stream.of(
                        finding.getSource(),
                        finding.getRuleId(),
                        finding.getMechanism().replace('_', ' '),
                        finding.getKnowledgeVersion())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private String level(Finding finding) {
        return finding.getKind() == FindingKind.FINDING_KIND_UNCHECKED
                ? texts.get("pharmacy.unchecked")
                : texts.get(
                        "pharmacy.level."
                                + (finding.getLevel() == Level.UNRECOGNIZED
                                        ? Level.LEVEL_UNSPECIFIED.name()
                                        : finding.getLevel().name()));
    }

    private static String kind(Finding finding) {
        return finding.getKind() == FindingKind.UNRECOGNIZED
                ? FindingKind.FINDING_KIND_UNSPECIFIED.name()
                : finding.getKind().name();
    }

    private static Tint tint(Finding finding) {
        return switch (finding.getLevel()) {
            case LEVEL_CONTRAINDICATED, LEVEL_MAJOR -> Tint.RED;
            case LEVEL_MODERATE -> Tint.AMBER;
            case LEVEL_MINOR -> Tint.BLUE;
            default ->
                    finding.getKind() == FindingKind.FINDING_KIND_UNCHECKED
                            ? Tint.AMBER
                            : Tint.GRAY;
        };
    }

    private static String icon(Finding finding) {
        return switch (finding.getKind()) {
            case FINDING_KIND_ALLERGY -> "mdi2a-account-alert-outline";
            case FINDING_KIND_DUPLICATE -> "mdi2c-content-duplicate";
            case FINDING_KIND_UNCHECKED -> "mdi2h-help-circle-outline";
            case FINDING_KIND_EARLY_REFILL -> "mdi2c-calendar-clock";
            default -> "mdi2a-alert-outline";
        };
    }

    private Node answered(Override answer) {
        var words =
                wrapped(
                        Labels.text(
                                texts.get(
                                        "pharmacy.doctor-answered",
                                        reason(answer.getReason().name()))));
        var box = Boxes.styled(Boxes.column(2, words), "doctor-answer");
        if (!answer.getNote().isEmpty()) {
            box.getChildren().add(Labels.paragraph("“" + answer.getNote() + "”"));
        }
        return box;
    }

    /// Id of the choice of reasons of a card.
    static String reason(int index) {
        return "pharmacy-verify.reason-" + index;
    }

    private Node reply(Finding finding, int index) {
        var reply = safety.reply(finding);
        var combo = new ComboBox<String>();
        combo.setId(reason(index));
        combo.setAccessibleText(texts.get("pharmacy.reason"));
        combo.setPromptText(texts.get("pharmacy.reason"));
        combo.setMaxWidth(Double.MAX_VALUE);
        FittingReasons.atCounter(finding.getKind())
                .forEach(reason -> combo.getItems().add(reason.name()));
        combo.setConverter(Worded.by(value -> value.isEmpty() ? "" : reason(value)));
        combo.setValue(reply.reason().get().isEmpty() ? null : reply.reason().get());
        combo.valueProperty()
                .addListener((property, before, now) -> reply.reason().set(now == null ? "" : now));
        var note = new TextField();
        note.setId("pharmacy-verify.note-" + index);
        note.setPromptText(texts.get("pharmacy.note"));
        note.setAccessibleText(texts.get("pharmacy.note"));
        note.textProperty().bindBidirectional(reply.note());
        var error = Labels.of(texts.get("pharmacy.answer-needed"), "field-error");
        error.setId(reason(index) + ".error");
        InvalidationListener show =
                change -> {
                    var missing = safety.missing().contains(finding.getKey());
                    error.setVisible(missing);
                    error.setManaged(missing);
                };
        held.add(show);
        safety.missing().addListener(new WeakInvalidationListener(show));
        show.invalidated(safety.missing());
        return Boxes.column(6, combo, note, error);
    }

    private String reason(String name) {
        return texts.get("pharmacy.reason." + name);
    }
}
