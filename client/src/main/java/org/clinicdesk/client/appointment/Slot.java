package org.clinicdesk.client.appointment;

import java.time.Instant;
import java.time.LocalDate;

/// A time to be booked.
///
/// @param practitionerId empty as long as nobody was chosen for a room
/// @param roomId empty when no room is asked for
record Slot(WallTime wall, LocalDate date, int minute, String practitionerId, String roomId) {

    /// Where the keyboard is on the board.
    static Slot of(Day day, Cursor at) {
        var column = day.column(at.columnId()).orElseThrow();
        return new Slot(
                day.wall(), column.date(), at.minute(), column.practitionerId(), column.room());
    }

    Instant start() {
        return wall.instant(date, minute);
    }

    Slot at(int minute) {
        return new Slot(wall, date, minute, practitionerId, roomId);
    }

    Slot on(LocalDate date) {
        return new Slot(wall, date, minute, practitionerId, roomId);
    }

    Slot in(String roomId) {
        return new Slot(wall, date, minute, practitionerId, roomId);
    }

    Slot with(String practitionerId) {
        return new Slot(wall, date, minute, practitionerId, roomId);
    }
}
