package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.SlotHold;

import java.time.LocalDate;
import java.util.List;

/// One doctor or one room on one day.
///
/// @param id the doctor or the room; in a week the day of the week, so that who goes a week on stays on his day
/// @param practitionerId empty when it is a room's
/// @param roomId [#NO_ROOM] where visits without a room stand; empty when it is a doctor's
/// @param hours when visits can be booked, in order
record Column(
        String id,
        LocalDate date,
        String practitionerId,
        String roomId,
        String name,
        String detail,
        List<Minutes> hours) {

    /// Stands for the room of visits that have none.
    static final String NO_ROOM = "none";

    boolean isRoom() {
        return practitionerId.isEmpty();
    }

    boolean isNoRoom() {
        return roomId.equals(NO_ROOM);
    }

    /// The room as the contract names it: empty for none.
    String room() {
        return isNoRoom() ? "" : roomId;
    }

    /// Whether a visit stands here, if it is on the day.
    boolean takes(Appointment visit) {
        return isRoom()
                ? room().equals(visit.getRoomId())
                : practitionerId.equals(visit.getPractitionerId());
    }

    /// Whether a visit keeps the doctor or the room busy, wherever it stands.
    boolean busyWith(Appointment visit) {
        return isRoom()
                ? !isNoRoom()
                        && (roomId.equals(visit.getRoomId())
                                || visit.getResourceIdsList().contains(roomId))
                : practitionerId.equals(visit.getPractitionerId())
                        || visit.getAlsoPractitionerIdsList().contains(practitionerId);
    }

    boolean takes(SlotHold hold) {
        return isRoom()
                ? hold.getResourceIdsList().contains(roomId)
                : practitionerId.equals(hold.getPractitionerId());
    }

    boolean works(Minutes time) {
        return hours.stream().anyMatch(span -> span.contains(time));
    }

    int minutesOfWork() {
        return hours.stream().mapToInt(Minutes::length).sum();
    }
}
