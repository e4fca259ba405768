package org.clinicdesk.client.appointment;

import javafx.scene.control.ScrollPane;

import org.clinicdesk.appointment.v1.SeriesRow;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;

import java.util.List;

/// Which visits of a series were left out, why, and what is free instead; it stays until somebody has read it.
final class MissedDialog {

    private static final double HEIGHT = 420;

    private MissedDialog() {}

    /// Of those that were to be booked.
    static void open(Desk desk, List<SeriesRow> missed) {
        open(desk, LeftOut.of(desk, "appointment.missed.title", missed));
    }

    static void open(Desk desk, LeftOut left) {
        var rows = Boxes.column(10);
        for (var line : left.lines()) {
            var words =
                    Boxes.column(2, Labels.of(line.when(), "medium"), Labels.paragraph(line.why()));
            if (!line.instead().isEmpty()) {
                words.getChildren().add(Labels.muted(line.instead()));
            }
            rows.getChildren().add(words);
        }
        var scroll = Boxes.styled(new ScrollPane(rows), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HEIGHT);
        new Dialog(
                        desk.layers(),
                        desk.texts(),
                        "appointment-missed",
                        desk.texts().get(left.titleKey(), left.lines().size()))
                .body(scroll)
                .cancel(desk.texts().get("kit.close"))
                .show();
    }
}
