package org.clinicdesk.client.visit;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;

import java.util.List;

/// The vital signs, side by side, each with its unit. What cannot be right is marked and not kept.
final class VitalsPane {

    private static final double WIDTH = 64;

    private final Texts texts;
    private final VitalsDraft vitals;
    private final boolean writable;
    private final FlowPane signs = new FlowPane(14, 8);

    VitalsPane(Texts texts, VitalsDraft vitals, boolean writable) {
        this.texts = texts;
        this.vitals = vitals;
        this.writable = writable;
        signs.getChildren().addAll(List.of(Sign.values()).stream().map(this::field).toList());
    }

    Node node() {
        return Boxes.column(6, Labels.of(texts.get("visit.vitals"), "field-label"), signs);
    }

    private Node field(Sign sign) {
        var name = Labels.of(texts.get("visit." + sign.field()), "tiny", "muted");
        var field = new TextField();
        field.setId("visit-write." + sign.field());
        field.setPrefWidth(WIDTH);
        field.setEditable(writable);
        field.setFocusTraversable(writable);
        field.textProperty().bindBidirectional(vitals.text(sign));
        name.setLabelFor(field);
        name.setMinWidth(Region.USE_PREF_SIZE);
        var unit = Labels.of(sign.unit(), "tiny", "muted");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        var box = Boxes.styled(Boxes.column(3, name, Boxes.row(5, field, unit)), "field");
        InvalidationListener judge = change -> judge(sign, box, field);
        // The diastolic pressure is judged by the systolic one too. The draft outlives the node and
        // must not hold it.
        box.getProperties().put("judge", judge);
        vitals.text(sign).addListener(new WeakInvalidationListener(judge));
        vitals.text(Sign.SYSTOLIC).addListener(new WeakInvalidationListener(judge));
        judge(sign, box, field);
        return box;
    }

    private void judge(Sign sign, Node box, TextField field) {
        var valid = vitals.valid(sign);
        box.getStyleClass().remove("wrong");
        if (!valid) {
            box.getStyleClass().add("wrong");
        }
        var name = texts.get("visit." + sign.field()) + ", " + sign.unit();
        field.setAccessibleText(valid ? name : name + ": " + texts.get("kit.rule.other"));
    }
}
