package org.clinicdesk.client.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.AllergyState;
import org.clinicdesk.record.v1.Condition;
import org.clinicdesk.record.v1.Encounter;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.Medication;
import org.clinicdesk.record.v1.Observation;

/// What is known of the person: medicines, conditions, measurements, earlier contacts.
final class RecordPanel {

    private static final int MOST = 8;

    private final Desk desk;
    private final Texts texts;
    private final VBox box = Boxes.column(14);

    RecordPanel(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
        box.setId("visit-record");
    }

    Node node() {
        return box;
    }

    /// Allergies and conditions as pills. "Never asked" is said: it is not the same as none.
    FlowPane warnings(GetRecordResponse record) {
        var pills = new FlowPane(6, 6);
        pills.setId("visit-write.warnings");
        if (record.getAllergyState() == AllergyState.ALLERGY_STATE_NEVER_ASKED) {
            pills.getChildren().add(Pill.of(texts.get("visit.allergies.never-asked"), Tint.AMBER));
        } else if (record.getAllergyState() == AllergyState.ALLERGY_STATE_NONE_KNOWN) {
            pills.getChildren().add(Pill.of(texts.get("visit.allergies.none"), Tint.GREEN));
        }
        record.getAllergiesList().stream()
                .filter(allergy -> allergy.getStruckReason().isEmpty())
                .forEach(allergy -> pills.getChildren().add(Pill.of(words(allergy), Tint.RED)));
        record.getConditionsList().stream()
                .filter(Condition::getActive)
                .forEach(condition -> pills.getChildren().add(Pill.of(condition.getCode().getDisplay(), Tint.VIOLET)));
        return pills;
    }

    private static String words(Allergy allergy) {
        return allergy.getReaction().isEmpty()
                ? allergy.getSubstance()
                : allergy.getSubstance() + " — " + allergy.getReaction();
    }

    void show(GetRecordResponse record) {
        box.getChildren().clear();
        section("medicines", record.getMedicationsList().stream().filter(Medication::getActive).map(this::medicine).toList());
        section("measurements", record.getObservationsList().stream().map(this::measurement).toList());
        section("conditions", record.getConditionsList().stream().map(this::condition).toList());
        section("encounters", record.getEncountersList().stream().map(this::encounter).toList());
        section("documents", record.getDocumentsList().stream().map(it -> (Node) Labels.text(it.getTitle())).toList());
    }

    private void section(String name, List<Node> lines) {
        var nodes = new ArrayList<Node>();
        nodes.add(Labels.section(texts.get("visit." + name).toUpperCase(texts.locale())));
        if (lines.isEmpty()) {
            nodes.add(Labels.muted("—"));
        }
        lines.stream().limit(MOST).forEach(nodes::add);
        if (lines.size() > MOST) {
            nodes.add(Labels.muted(texts.get("visit.more", lines.size() - MOST)));
        }
        box.getChildren().add(Boxes.column(5, nodes.toArray(Node[]::new)));
    }

    private Node medicine(Medication medication) {
        var name = Labels.strong(medication.getText());
        name.setWrapText(true);
        var line = Boxes.column(1, name, Labels.of(medication.getDosage(), "tiny", "muted"));
        return medication.getUnchecked()
                ? Boxes.row(6, Boxes.grow(line), Pill.of(texts.get("visit.unchecked"), Tint.AMBER))
                : line;
    }

    private Node measurement(Observation observation) {
        return Boxes.row(
                6,
                Labels.muted(observation.getCode().getDisplay()),
                Boxes.spacer(),
                Labels.text(observation.getValue() + " " + observation.getUnit()));
    }

    private Node condition(Condition condition) {
        var name = Labels.text(condition.getCode().getDisplay());
        name.setWrapText(true);
        return name;
    }

    private Node encounter(Encounter encounter) {
        var at = Instant.ofEpochSecond(encounter.getStart().getSeconds()).atZone(desk.session().zone()).toLocalDate();
        var reason = Labels.text(encounter.getReason().isEmpty() ? encounter.getType() : encounter.getReason());
        reason.setWrapText(true);
        return Boxes.column(
                1, reason, Labels.of(texts.dates().date(at) + " · " + encounter.getPractitioner(), "tiny", "muted"));
    }
}
