package org.clinicdesk.client.roster;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;

import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.Shift;
import org.clinicdesk.session.v1.Desk.Room;

import java.util.List;
import java.util.stream.Stream;

/// Where somebody sits on a day, and who sits there at the same hours: two in one room are told, not refused.
final class RoomMarks {

    private RoomMarks() {}

    static List<Node> of(WeekModel model, RosterRow row, int day) {
        return shifts(row, day)
                .map(Shift::getRoomId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> mark(model, row, day, id))
                .toList();
    }

    private static Node mark(WeekModel model, RosterRow row, int day, String roomId) {
        var room =
                model.desk().site().getRoomsList().stream()
                        .filter(known -> known.getId().equals(roomId))
                        .map(Room::getName)
                        .findFirst()
                        .orElse("");
        var others =
                model.week().get().getRowsList().stream()
                        .filter(other -> !other.getPractitionerId().equals(row.getPractitionerId()))
                        .filter(other -> meet(row, other, day, roomId))
                        .map(RosterRow::getName)
                        .toList();
        var label =
                others.isEmpty()
                        ? Labels.of(room, "tiny", "subtle")
                        : Labels.of(
                                model.desk()
                                        .texts()
                                        .get("roster.room.shared", room, String.join(", ", others)),
                                "tiny",
                                "danger");
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(label.getText()));
        return label;
    }

    private static boolean meet(RosterRow one, RosterRow other, int day, String roomId) {
        return in(one, day, roomId)
                .anyMatch(shift ->
                        in(other, day, roomId)
                                .anyMatch(its ->
                                        shift.getFrom().compareTo(end(its)) < 0
                                                && its.getFrom().compareTo(end(shift)) < 0));
    }

    private static Stream<Shift> in(RosterRow row, int day, String roomId) {
        return shifts(row, day).filter(shift -> shift.getRoomId().equals(roomId));
    }

    /// A night shift ends on the next day.
    private static String end(Shift shift) {
        return shift.getTo().compareTo(shift.getFrom()) > 0 ? shift.getTo() : "24:00";
    }

    private static Stream<Shift> shifts(RosterRow row, int day) {
        return day < row.getDaysCount()
                ? row.getDays(day).getShiftsList().stream()
                : Stream.empty();
    }
}
