package org.clinicdesk.client.roster;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;

import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.Shift;

import java.util.List;

/// Where somebody sits on a day.
final class RoomMarks {

    private RoomMarks() {}

    static List<Node> of(WeekModel model, RosterRow row, int day) {
        if (day >= row.getDaysCount()) {
            return List.of();
        }
        return row.getDays(day).getShiftsList().stream()
                .map(Shift::getRoomId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> mark(model.room(id)))
                .toList();
    }

    private static Node mark(String room) {
        var label = Labels.of(room, "tiny", "subtle");
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(room));
        return label;
    }
}
