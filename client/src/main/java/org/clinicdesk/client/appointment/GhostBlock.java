package org.clinicdesk.client.appointment;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;

/// Where a visit in the hand would be put, and, below it, why it cannot be.
final class GhostBlock extends VBox {

    private final Texts texts;
    private final Label when = Labels.of("", "who");
    private final Label note = Labels.of("", "what");
    private final Label refused = Labels.of("", "callout");

    GhostBlock(Texts texts) {
        this.texts = texts;
        when.setMinWidth(0);
        note.setMinWidth(0);
        refused.setId("appointment-day.refused");
        refused.setWrapText(true);
        refused.setMinHeight(Region.USE_PREF_SIZE);
        refused.setMaxWidth(260);
        Boxes.styled(this, "visit", "ghost");
        setId("appointment-day.ghost");
        getChildren().addAll(when, note);
        setMouseTransparent(true);
        refused.setMouseTransparent(true);
        refused.setVisible(false);
        setVisible(false);
    }

    Label refused() {
        return refused;
    }

    void show(Ghost ghost, Way way) {
        setVisible(true);
        when.setText(Times.range(ghost.time()));
        note.setText(texts.get(note(ghost, way)));
        var wrong =
                !ghost.refused().isEmpty() || way != Way.FREE && !ghost.stays() && !ghost.aside();
        getStyleClass().remove("wrong");
        if (wrong) {
            getStyleClass().add("wrong");
        }
        refused.setText(ghost.refused());
        refused.setVisible(!ghost.refused().isEmpty());
        setAccessibleText(when.getText() + ", " + note.getText());
    }

    private static String note(Ghost ghost, Way way) {
        if (ghost.aside()) {
            return "appointment.move.aside";
        }
        if (ghost.stays()) {
            return "appointment.move.here";
        }
        return switch (way) {
            case FREE -> "appointment.move.free";
            case TAKEN -> "appointment.move.taken";
            case LACKING -> "appointment.move.lacking";
        };
    }

    void hide() {
        setVisible(false);
        refused.setVisible(false);
    }
}
