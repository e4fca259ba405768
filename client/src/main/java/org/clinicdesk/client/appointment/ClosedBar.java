package org.clinicdesk.client.appointment;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.roster.v1.Absence;

/// Says above the columns why they are grey. Nothing on a day like others.
final class ClosedBar {

    private final ClosedModel model;
    private final FlowPane row = Boxes.styled(new FlowPane(6, 4), "closed-bar");
    private final InvalidationListener changed = change -> show();

    ClosedBar(ClosedModel model) {
        this.model = model;
        row.setId("appointment-day.closed");
        // Held by the bar alone: models live longer than views.
        row.getProperties().put("changed", changed);
        model.closed().addListener(new WeakInvalidationListener(changed));
        show();
    }

    Node node() {
        return row;
    }

    private void show() {
        row.getChildren()
                .setAll(
                        model.closed().get().stream()
                                .map(absence -> Pill.of(model.words(absence), tint(absence)))
                                .toList());
        row.setVisible(!row.getChildren().isEmpty());
        row.setManaged(row.isVisible());
    }

    private static Tint tint(Absence absence) {
        return switch (absence.getKind()) {
            case ABSENCE_KIND_HOLIDAY, ABSENCE_KIND_CLOSURE -> Tint.VIOLET;
            case ABSENCE_KIND_BLOCKOUT -> Tint.GRAY;
            default -> Tint.BLUE;
        };
    }
}
