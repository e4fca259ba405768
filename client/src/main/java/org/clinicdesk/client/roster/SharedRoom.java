package org.clinicdesk.client.roster;

import org.clinicdesk.roster.v1.RosterDay;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.Shift;

import java.util.List;
import java.util.stream.Stream;

/// A room that somebody else has too at that time. Nothing forbids it; nobody should find it out only in the morning.
///
/// @param other by name
record SharedRoom(String room, String other) {

    private static final int DAY = 24 * 60;

    static List<SharedRoom> of(WeekModel model, RosterRow row, RosterDay day) {
        return model.week().get().getRowsList().stream()
                .filter(other -> !other.getPractitionerId().equals(row.getPractitionerId()))
                .flatMap(other ->
                        other.getDaysList().stream()
                                .filter(its -> its.getDate().equals(day.getDate()))
                                .flatMap(its -> rooms(day, its))
                                .distinct()
                                .map(room -> new SharedRoom(model.room(room), other.getName())))
                .toList();
    }

    /// Of whom both are there.
    private static Stream<String> rooms(RosterDay one, RosterDay other) {
        if (one.getOpenCount() == 0 || other.getOpenCount() == 0) {
            return Stream.empty();
        }
        return one.getShiftsList().stream()
                .filter(shift -> !shift.getRoomId().isEmpty())
                .filter(shift ->
                        other.getShiftsList().stream()
                                .anyMatch(its ->
                                        its.getRoomId().equals(shift.getRoomId())
                                                && overlap(shift, its)))
                .map(Shift::getRoomId);
    }

    private static boolean overlap(Shift one, Shift other) {
        return from(one) < to(other) && from(other) < to(one);
    }

    private static int from(Shift shift) {
        return minutes(shift.getFrom());
    }

    private static int to(Shift shift) {
        var to = minutes(shift.getTo());
        return to > from(shift) ? to : to + DAY;
    }

    private static int minutes(String time) {
        var parts = time.split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }
}
