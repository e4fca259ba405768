package org.clinicdesk.client.prescription;

import javafx.geometry.Pos;
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
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.Pregnancy;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.AllergyState;
import org.clinicdesk.record.v1.Condition;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.Medication;
import org.clinicdesk.record.v1.StruckAs;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/// What is known of the person: allergies and conditions above the form, medicines below it.
final class CurrentPane {

    /// Days.
    private static final int LATELY = 30;

    private static final double TAKEN = 220;

    private final Desk desk;
    private final Texts texts;
    private final PrescriptionModel model;
    private final FlowPane warnings = new FlowPane(6, 6);
    private final VBox card = Boxes.card();

    CurrentPane(Desk desk, PrescriptionModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        warnings.setId("prescription-write.warnings");
        card.setId("prescription-write.current");
        Redraw.of(
                card,
                this::draw,
                model.person().record(),
                model.person().unread(),
                model.check().state(),
                model.past().previous());
        draw();
    }

    Node warnings() {
        return warnings;
    }

    Node node() {
        return card;
    }

    private void draw() {
        warnings.getChildren().clear();
        card.getChildren().setAll(Labels.heading(texts.get("prescription.current")));
        if (model.person().unread().get()) {
            warnings.getChildren().add(Pill.of(texts.get("prescription.record.unread"), Tint.RED));
        }
        model.check().state().get();
        model.record()
                .ifPresentOrElse(
                        this::show,
                        () ->
                                card.getChildren()
                                        .add(
                                                Labels.muted(
                                                        texts.get(
                                                                model.person().unread().get()
                                                                        ? "prescription.record.unread"
                                                                        : "kit.loading"))));
    }

    private void show(GetRecordResponse record) {
        pills(record);
        var taken = record.getMedicationsList().stream().filter(Medication::getActive).toList();
        var deniable =
                taken.stream()
                        .anyMatch(it ->
                                model.past().deniable(it.getPrescriptionLineId()).isPresent());
        card.getChildren()
                .setAll(
                        Boxes.row(
                                8,
                                Labels.heading(texts.get("prescription.current")),
                                Pill.of(Integer.toString(taken.size()), Tint.GRAY),
                                Boxes.spacer(),
                                Buttons.small(
                                        Buttons.plain(
                                                "prescription-write.history",
                                                texts.get("prescription.history"),
                                                "mdi2c-chart-timeline",
                                                () -> HistoryDialog.open(desk, model)))));
        if (taken.isEmpty()) {
            card.getChildren().add(Labels.muted(texts.get("prescription.current.none")));
        }
        for (int i = 0; i < taken.size(); i++) {
            card.getChildren().addAll(Boxes.rule(), medicine(i, taken.get(i), deniable));
        }
        record.getMedicationsList().stream()
                .filter(this::denied)
                .forEach(it -> card.getChildren().addAll(Boxes.rule(), struck(it)));
    }

    /// What was entered in error lately is still looked for; older ones stand in the history.
    private boolean denied(Medication medication) {
        return medication.getEnteredInError()
                && medication.getSince().compareTo(desk.today().minusDays(LATELY).toString()) >= 0;
    }

    private Node struck(Medication medication) {
        var name = Boxes.grow(Labels.of(medication.getText(), "medium", "struck"));
        name.setWrapText(true);
        var reason = Labels.muted(medication.getStoppedReason());
        reason.setWrapText(true);
        reason.setPrefWidth(350);
        var row =
                Boxes.row(
                        10,
                        Icons.of("mdi2p-pill-off"),
                        name,
                        reason,
                        Pill.of(texts.get("prescription.error.mark"), Tint.GRAY));
        row.setId("prescription-write.denied-" + medication.getId());
        return row;
    }

    /// "Never asked" is said: it is not the same as none.
    private void pills(GetRecordResponse record) {
        switch (record.getAllergyState()) {
            case ALLERGY_STATE_NONE_KNOWN ->
                    pill(texts.get("prescription.allergies.none"), Tint.GREEN);
            case ALLERGY_STATE_RECORDED -> {}
            case ALLERGY_STATE_NONE_LEFT ->
                    pill(texts.get("prescription.allergies.none-left"), Tint.AMBER);
            default -> pill(texts.get("prescription.allergies.never-asked"), Tint.AMBER);
        }
        if (record.getAllergiesDue()
                && record.getAllergyState() != AllergyState.ALLERGY_STATE_NEVER_ASKED) {
            pill(texts.get("prescription.allergies.due"), Tint.AMBER);
        }
        record.getAllergiesList().stream()
                .filter(allergy -> allergy.getStruckAs() == StruckAs.STRUCK_AS_UNSPECIFIED)
                .forEach(allergy -> pill(words(allergy), Tint.RED));
        record.getConditionsList().stream()
                .filter(Condition::getActive)
                .forEach(condition -> pill(condition.getCode().getDisplay(), Tint.VIOLET));
        pregnancy(model.check().known().get().getPregnancy());
    }

    private void pregnancy(Pregnancy pregnancy) {
        if (pregnancy != Pregnancy.PREGNANCY_UNSPECIFIED && pregnancy != Pregnancy.UNRECOGNIZED) {
            pill(
                    texts.get("prescription.pregnancy." + pregnancy.name()),
                    pregnancy == Pregnancy.PREGNANCY_YES ? Tint.RED : Tint.GRAY);
        }
    }

    private void pill(String text, Tint tint) {
        warnings.getChildren().add(Pill.of(text, tint));
    }

    private static String words(Allergy allergy) {
        return allergy.getReaction().isEmpty()
                ? allergy.getSubstance()
                : allergy.getSubstance() + " — " + allergy.getReaction();
    }

    /// What one row has and another has not stands below its words, so that the columns of all stay below each other.
    private Node medicine(int index, Medication medication, boolean deniable) {
        var name = wrapped(Labels.of(medication.getText(), "medium"));
        var words = Boxes.grow(Boxes.column(3, name));
        state(medication).ifPresent(words.getChildren()::add);
        var taken =
                Boxes.column(
                        1,
                        wrapped(
                                Labels.muted(
                                        medication.hasOrdered()
                                                ? model.words().sentence(medication.getOrdered())
                                                : medication.getDosage())),
                        wrapped(Labels.of(since(medication), "tiny", "subtle")));
        words.setAlignment(Pos.CENTER_LEFT);
        taken.setAlignment(Pos.CENTER_LEFT);
        taken.setMinWidth(TAKEN);
        taken.setMaxWidth(TAKEN);
        var row =
                Boxes.row(
                        10,
                        Icons.of("mdi2p-pill"),
                        words,
                        taken,
                        action(
                                index,
                                "renew",
                                "mdi2r-refresh",
                                medication,
                                () -> model.written().renew(medication, true)),
                        action(
                                index,
                                "replace",
                                "mdi2s-swap-horizontal",
                                medication,
                                () -> model.written().renew(medication, false)),
                        action(
                                index,
                                "stop",
                                "mdi2s-stop-circle-outline",
                                medication,
                                () -> StopDialog.open(desk, model, medication)));
        if (deniable) {
            row.getChildren().add(deny(index, medication));
        }
        return row;
    }

    private String since(Medication medication) {
        var since =
                medication.getSince().isEmpty()
                        ? "—"
                        : texts.get(
                                "prescription.since", texts.dates().partial(medication.getSince()));
        return medication.getUntil().isEmpty()
                ? since
                : since + " · " + left(LocalDate.parse(medication.getUntil()));
    }

    /// When it is to be renewed.
    private String left(LocalDate last) {
        return texts.get(
                "prescription.days-left", Math.max(0, ChronoUnit.DAYS.between(desk.today(), last)));
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Hidden where it cannot be, so that the others stay below each other.
    private Node deny(int index, Medication medication) {
        var deniable = model.past().deniable(medication.getPrescriptionLineId());
        var button =
                action(
                        index,
                        "deny",
                        "mdi2p-pill-off",
                        medication,
                        () -> deniable.ifPresent(it -> DenyDialog.open(desk, model, it)));
        button.setVisible(deniable.isPresent());
        return button;
    }

    private Node action(
            int index, String name, String icon, Medication medication, Runnable action) {
        return Buttons.small(
                Buttons.icon(
                        "prescription-write." + name + "-" + index,
                        icon,
                        texts.get("prescription.current." + name, medication.getText()),
                        action));
    }

    private Optional<Node> state(Medication medication) {
        if (medication.getUnchecked()) {
            return Optional.of(Pill.of(texts.get("prescription.unchecked"), Tint.AMBER));
        }
        return touching(medication)
                .map(finding -> finding.getTier() == Tier.TIER_INTERRUPTIVE)
                .reduce(Boolean::logicalOr)
                .map(stops ->
                        Pill.of(texts.get("prescription.collides"), stops ? Tint.RED : Tint.AMBER));
    }

    /// What collides with it, or is too much together with it.
    private Stream<Finding> touching(Medication medication) {
        return model.check().findings().stream()
                .filter(finding -> finding.getKind() != FindingKind.FINDING_KIND_UNCHECKED)
                .filter(finding ->
                        medication.getIngredientsList().contains(finding.getObjectInn())
                                || finding.getKind() == FindingKind.FINDING_KIND_DOSE
                                        && finding.getObject().contains(medication.getText()));
    }
}
