package org.clinicdesk.client.pharmacy;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.AllergyState;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.ReactionSeverity;
import org.clinicdesk.record.v1.StruckAs;

/// Who it is for, what he does not tolerate, and what the checks found.
final class SafetyPanel {

    private final Texts texts;
    private final People people;
    private final DispenseModel model;
    private final FindingCards cards;
    private final VBox box = Boxes.column(12);

    SafetyPanel(Desk desk, DispenseModel model) {
        this.texts = desk.texts();
        this.people = new People(texts, desk.today());
        this.model = model;
        this.cards = new FindingCards(texts, model.safety());
        box.getProperties().put("redraw", cards);
        draw();
    }

    Node node() {
        return box;
    }

    /// Draws anew what the model holds now.
    void draw() {
        var prescription = model.prescription().get();
        box.getChildren().clear();
        if (prescription == null) {
            return;
        }
        box.getChildren().addAll(person(prescription.getPerson()), allergies(), Boxes.rule());
        box.getChildren().add(section("pharmacy.safety"));
        if (model.safety().findings().isEmpty()) {
            box.getChildren()
                    .add(
                            Alert.of(
                                    Tint.GREEN,
                                    "mdi2s-shield-check-outline",
                                    texts.get("pharmacy.safety.none"),
                                    texts.get("pharmacy.safety.none.detail")));
        }
        box.getChildren().addAll(cards.today(model.handed().get().isEmpty() && model.open()));
        var gone = cards.gone();
        if (!gone.isEmpty()) {
            box.getChildren().addAll(Boxes.rule(), section("pharmacy.safety.then"));
            box.getChildren().addAll(gone);
        }
    }

    /// Id of the reason that must be chosen first; empty when none is missing.
    String missing() {
        var findings = model.safety().findings();
        for (var i = 0; i < findings.size(); i++) {
            if (model.safety().missing().contains(findings.get(i).getKey())) {
                return FindingCards.reason(i);
            }
        }
        return "";
    }

    private Node section(String key) {
        return Labels.section(texts.get(key).toUpperCase(texts.locale()));
    }

    private Node person(PersonLine person) {
        var name = Labels.title(person.getName());
        name.setWrapText(true);
        name.setId("pharmacy-verify.person");
        return Boxes.row(
                12,
                Avatar.large(person.getName()),
                Boxes.column(
                        2,
                        name,
                        Labels.muted(people.line(person)),
                        Labels.muted(people.born(person))));
    }

    private Node allergies() {
        var chart = model.chart().get();
        if (chart.isEmpty()) {
            return Labels.muted(texts.get("kit.loading"));
        }
        var node =
                chart.get()
                        .record()
                        .map(this::allergies)
                        .orElseGet(() ->
                                Alert.of(
                                        Tint.RED,
                                        "mdi2a-alert-circle-outline",
                                        texts.get("pharmacy.allergies.unread"),
                                        texts.get("pharmacy.allergies.unread.detail")));
        node.setId("pharmacy-verify.allergies");
        return node;
    }

    private Node allergies(GetRecordResponse record) {
        var holding =
                record.getAllergiesList().stream()
                        .filter(allergy -> allergy.getStruckAs() == StruckAs.STRUCK_AS_UNSPECIFIED)
                        .toList();
        if (holding.isEmpty()) {
            return none(record.getAllergyState());
        }
        var pills = new FlowPane(6, 6);
        holding.forEach(allergy -> pills.getChildren().add(Pill.of(words(allergy), tint(allergy))));
        return Boxes.column(6, section("pharmacy.allergies"), pills);
    }

    private Node none(AllergyState state) {
        return switch (state) {
            case ALLERGY_STATE_NONE_KNOWN ->
                    Pill.of(texts.get("pharmacy.allergies.none"), Tint.GREEN);
            case ALLERGY_STATE_NONE_LEFT ->
                    toAsk(
                            texts.get("pharmacy.allergies.none-left"),
                            texts.get("pharmacy.allergies.none-left.detail"));
            default ->
                    toAsk(
                            texts.get("pharmacy.allergies.never-asked"),
                            texts.get("pharmacy.allergies.never-asked.detail"));
        };
    }

    private static Node toAsk(String text, String detail) {
        return Alert.of(Tint.AMBER, "mdi2h-help-circle-outline", text, detail);
    }

    private static String words(Allergy allergy) {
        return allergy.getReaction().isEmpty()
                ? allergy.getSubstance()
                : allergy.getSubstance() + " — " + allergy.getReaction();
    }

    private static Tint tint(Allergy allergy) {
        return allergy.getSeverity() == ReactionSeverity.REACTION_SEVERITY_MILD
                ? Tint.AMBER
                : Tint.RED;
    }
}
