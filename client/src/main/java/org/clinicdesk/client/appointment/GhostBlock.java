package org.clinicdesk.client.appointment;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;

/// Where a visit in the hand would be put, and, below it, who or what is in the way.
final class GhostBlock extends VBox {

    private static final double TWO_LINES = 34;

    private final Texts texts;
    private final Label when = Labels.of("", "who");
    private final Label note = Labels.of("", "what");
    private final Label refused = Labels.of("", "callout");
    private String range = "";
    private String start = "";
    private String why = "";

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

    void show(Ghost ghost, Obstacle obstacle) {
        setVisible(true);
        var hindered = obstacle.way() != Way.FREE && !ghost.stays() && !ghost.aside();
        range = Times.range(ghost.time());
        start = ghost.stretched() ? range : Times.clock(ghost.minute());
        why = texts.get(note(ghost, obstacle.way()));
        getStyleClass().remove("wrong");
        if (hindered || !ghost.refused().isEmpty()) {
            getStyleClass().add("wrong");
        }
        var below =
                !ghost.refused().isEmpty() ? ghost.refused() : hindered ? obstacle.detail() : "";
        refused.setText(below);
        refused.setVisible(!below.isEmpty());
        fit(getHeight());
        setAccessibleText(String.join(", ", range, why) + (below.isEmpty() ? "" : ", " + below));
    }

    /// Of a low block only one line can be read: when it begins, and whether it can.
    void fit(double height) {
        var low = height < TWO_LINES;
        when.setText(low ? start + " · " + why : range);
        note.setText(low ? "" : why);
        note.setVisible(!low);
        note.setManaged(!low);
        getStyleClass().remove("low");
        if (low) {
            getStyleClass().add("low");
        }
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
            case PAST -> "appointment.move.past";
            case BREAK -> "appointment.day.break";
            case CLOSED -> "appointment.move.closed";
            case PERSON -> "appointment.move.busy-person";
            case TAKEN, HELD -> "appointment.move.taken";
            case LACKING -> "appointment.move.lacking";
        };
    }

    void hide() {
        setVisible(false);
        refused.setVisible(false);
    }
}
