package org.clinicdesk.client.kit;

import javafx.scene.layout.FlowPane;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.AllergyState;
import org.clinicdesk.record.v1.Condition;
import org.clinicdesk.record.v1.GetRecordResponse;

/// Allergies and conditions of a person as pills: what nobody at the desk may overlook. "Never asked" is said, since it is
/// not the same as none.
public final class Warnings {

    private Warnings() {}

    public static FlowPane of(Texts texts, String id, GetRecordResponse record) {
        var pills = new FlowPane(6, 6);
        pills.setId(id);
        if (record.getAllergyState() == AllergyState.ALLERGY_STATE_NEVER_ASKED) {
            pills.getChildren().add(Pill.of(texts.get("kit.allergies.never-asked"), Tint.AMBER));
        } else if (record.getAllergyState() == AllergyState.ALLERGY_STATE_NONE_KNOWN) {
            pills.getChildren().add(Pill.of(texts.get("kit.allergies.none"), Tint.GREEN));
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
}
