package org.clinicdesk.client.prescription;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.Tier;

import java.util.ArrayList;
import java.util.List;

/// What the checks found. That nothing was found is said only when everything was checked.
final class SafetyPane {

    private final Desk desk;
    private final Texts texts;
    private final PrescriptionModel model;
    private final CheckModel check;
    private final FindingCard cards;
    private final VBox box = Boxes.column(12);

    SafetyPane(Desk desk, PrescriptionModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.check = model.check();
        this.cards = new FindingCard(desk, model);
        box.setId("prescription-write.safety");
        Redraw.of(
                box,
                this::draw,
                check.state(),
                check.details(),
                model.person().record(),
                model.past().previous());
        draw();
    }

    Node node() {
        return box;
    }

    private void draw() {
        check.details().get();
        var heading =
                Boxes.row(6, Labels.heading(texts.get("prescription.safety")), Boxes.spacer());
        box.getChildren().setAll(heading);
        switch (check.state().get()) {
            case CheckModel.Checking() ->
                    box.getChildren().add(Labels.muted(texts.get("prescription.checking")));
            case CheckModel.Failed(var _) -> box.getChildren().add(failed());
            case CheckModel.Checked checked when checked.lines().isEmpty() ->
                    box.getChildren().add(Labels.paragraph(texts.get("prescription.safety.empty")));
            case CheckModel.Checked checked -> checked(checked, heading);
        }
    }

    private Node failed() {
        return Alert.of(
                Tint.RED,
                "mdi2a-alert-octagon-outline",
                texts.get("prescription.check.failed"),
                texts.get("prescription.check.failed.detail"),
                Buttons.small(
                        Buttons.plain(
                                "prescription-write.check-again",
                                texts.get("prescription.check.again"),
                                check::again)));
    }

    private void checked(CheckModel.Checked checked, HBox heading) {
        var findings = checked.answer().getFindingsList();
        var advice = Advice.of(findings);
        var shown = advice.stream().filter(it -> !is(it, Tier.TIER_DETAIL)).toList();
        count(heading, "stop", advice, Tier.TIER_INTERRUPTIVE, Tint.RED);
        count(heading, "warn", advice, Tier.TIER_PASSIVE, Tint.AMBER);
        var gaps = gaps();
        if (!gaps.isEmpty()) {
            box.getChildren()
                    .add(
                            Alert.of(
                                    Tint.AMBER,
                                    "mdi2h-help-circle-outline",
                                    texts.get("prescription.safety.gaps"),
                                    String.join(" ", gaps)));
        } else if (findings.isEmpty()) {
            box.getChildren()
                    .add(
                            Alert.of(
                                    Tint.GREEN,
                                    "mdi2s-shield-check-outline",
                                    texts.get("prescription.safety.none"),
                                    texts.get(
                                            "prescription.safety.none.detail",
                                            checked.answer().getKnowledgeVersion())));
        }
        replaced(checked);
        for (int i = 0; i < shown.size(); i++) {
            box.getChildren().add(cards.of(shown.get(i), i));
        }
        details(advice.stream().filter(it -> is(it, Tier.TIER_DETAIL)).toList(), shown.size());
    }

    private static boolean is(Advice advice, Tier tier) {
        return advice.first().getTier() == tier;
    }

    /// What a line ends of which much should be left: nobody prescribes it once more by mistake.
    private void replaced(CheckModel.Checked checked) {
        checked.lines().stream()
                .flatMap(line -> model.taken(line.getReplaces()).stream())
                .flatMap(taken -> model.past().earlier(taken).stream())
                .filter(earlier -> earlier.early(desk.today()))
                .forEach(earlier ->
                        box.getChildren()
                                .add(
                                        Alert.of(
                                                Tint.AMBER,
                                                "mdi2c-calendar-clock",
                                                texts.get(
                                                        "prescription.replaced",
                                                        earlier.line().getOrder().getMedicine()),
                                                earlier.words(texts, desk))));
    }

    /// What the lines could not be checked against, or not yet.
    private List<String> gaps() {
        var gaps = new ArrayList<String>();
        if (model.allergiesNeverAsked()) {
            gaps.add(texts.get("prescription.safety.gap.allergies"));
        }
        if (model.draft().settled() && model.draft().dosage().isEmpty()) {
            gaps.add(texts.get("prescription.safety.gap.dose"));
        }
        return gaps;
    }

    private void count(HBox heading, String word, List<Advice> advice, Tier tier, Tint tint) {
        var count = advice.stream().filter(it -> is(it, tier)).count();
        if (count > 0) {
            heading.getChildren()
                    .add(Pill.of(texts.get("prescription.count." + word, count), tint));
        }
    }

    private void details(List<Advice> details, int before) {
        if (details.isEmpty()) {
            return;
        }
        var open = check.details().get();
        box.getChildren()
                .add(
                        Buttons.link(
                                "prescription-write.details",
                                texts.get(
                                        open
                                                ? "prescription.details.hide"
                                                : "prescription.details.show",
                                        details.size()),
                                () -> check.details().set(!open)));
        for (int i = 0; open && i < details.size(); i++) {
            box.getChildren().add(cards.of(details.get(i), before + i));
        }
    }
}
