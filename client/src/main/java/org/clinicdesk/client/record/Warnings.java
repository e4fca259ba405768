package org.clinicdesk.client.record;

import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;

import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.AllergyState;
import org.clinicdesk.record.v1.GetRecordResponse;

/// Allergies and conditions as pills: what must be seen before anything is prescribed.
final class Warnings {

    private final Words words;
    private final ChartModel model;
    private final FlowPane pills = new FlowPane(6, 6);

    Warnings(Desk desk, ChartModel model) {
        this.words = new Words(desk);
        this.model = model;
        pills.setId("record-warnings");
        pills.setRowValignment(javafx.geometry.VPos.CENTER);
        Redraw.of(pills, this::draw, model.record());
        draw();
    }

    Parent root() {
        return pills;
    }

    private void draw() {
        var record = model.record().get();
        pills.getChildren().clear();
        if (record == null) {
            pills.getChildren().add(Labels.muted(words.texts().get("kit.loading")));
            return;
        }
        switch (record.getAllergyState()) {
            case ALLERGY_STATE_RECORDED -> ChartModel.allergies(record).forEach(this::allergy);
            case ALLERGY_STATE_NONE_KNOWN -> pill("record.allergies.none", Tint.GREEN);
            case ALLERGY_STATE_NONE_LEFT -> pill("record.allergies.none-left", Tint.AMBER);
            default -> pill("record.allergies.never-asked", Tint.AMBER);
        }
        if (record.getAllergiesDue()
                && record.getAllergyState() != AllergyState.ALLERGY_STATE_NEVER_ASKED) {
            pill("record.allergies.due", Tint.AMBER);
        }
        conditions(record);
    }

    private void allergy(Allergy allergy) {
        var pill = Pill.of(words.allergy(allergy), Tint.RED);
        pill.setGraphic(Icons.of("mdi2a-alert-octagon-outline", "on-red"));
        pill.setAccessibleText(words.texts().get("record.allergy") + ": " + words.allergy(allergy));
        pills.getChildren().add(pill);
    }

    private void conditions(GetRecordResponse record) {
        ChartModel.conditions(record, true)
                .forEach(condition ->
                        pills.getChildren()
                                .add(Pill.of(condition.getCode().getDisplay(), Tint.VIOLET)));
    }

    private void pill(String key, Tint tint) {
        pills.getChildren().add(Pill.of(words.texts().get(key), tint));
    }
}
