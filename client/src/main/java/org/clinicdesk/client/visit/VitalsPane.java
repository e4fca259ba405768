package org.clinicdesk.client.visit;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;

/// The vital signs, side by side, each with its unit. What cannot be one is marked and not kept.
final class VitalsPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final double WIDTH = 84;

    private final Texts texts;
    private final VitalsDraft vitals;

    VitalsPane(Texts texts, VitalsDraft vitals) {
        this.texts = texts;
        this.vitals = vitals;
    }

    Node node() {
        var signs = new FlowPane(14, 10);
        for (var sign : VitalsDraft.Sign.values()) {
            signs.getChildren().add(field(sign));
        }
        return Boxes.column(6, Labels.of(texts.get("visit.vitals"), "field-label"), signs);
    }

    private Node field(VitalsDraft.Sign sign) {
        var name = texts.get("visit." + sign.field());
        var field = new TextField();
        field.setId("visit-write." + sign.field());
        field.setPrefWidth(WIDTH);
        field.setAccessibleText(name + ", " + sign.unit());
        field.textProperty().bindBidirectional(vitals.text(sign));
        field.textProperty().addListener(change -> field.pseudoClassStateChanged(WRONG, !vitals.valid(sign)));
        field.pseudoClassStateChanged(WRONG, !vitals.valid(sign));
        return Boxes.column(
                2, Labels.of(name, "tiny", "muted"), Boxes.row(5, field, Labels.of(sign.unit(), "tiny", "muted")));
    }
}
