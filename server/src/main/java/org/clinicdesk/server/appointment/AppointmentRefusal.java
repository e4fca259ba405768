package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Reason;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Why something about a visit is refused.
public enum AppointmentRefusal implements Reason {
    /// Somebody or something is busy at that time; metadata `resource`: practitioner, room, equipment or patient; of a
    /// practitioner `practitioner` says which.
    SLOT_TAKEN,
    /// Another desk keeps that time for a moment; metadata `by` whom and `until` when.
    SLOT_HELD,
    /// Somebody who was given up came after all, and has the time that this desk held; metadata as of SLOT_TAKEN.
    HOLD_LOST,
    /// The doctor has enough that day; metadata `cap`: hours, visits, slots or overbooked, and `limit`.
    CAP_REACHED,
    /// The practitioner does not work there through the whole time; metadata, when nobody does: `closed`, holiday or closure,
    /// and its `name`, which may be empty.
    OUTSIDE_HOURS,
    /// The time has gone by.
    IN_THE_PAST,
    /// Only who was called twice and did not answer is missed after he arrived.
    STILL_WAITING,
    /// The person has arrived, or the visit is over.
    NOT_MOVABLE,
    /// The service cannot do without a room.
    ROOM_NEEDED,
    /// The visit takes place, took place or was cancelled before.
    ALREADY_OVER,
    /// There is no cancellation to take back.
    NOT_CANCELLED,
    /// The person has arrived before and waits.
    ALREADY_ARRIVED,
    /// The person has been called and is in the room.
    IN_ROOM,
    /// The visit took place.
    ALREADY_SEEN,
    /// The visit is booked for another day.
    NOT_TODAY,
    /// The visit is cancelled.
    CANCELLED,
    /// The person does not sit in the waiting room.
    NOT_WAITING,
    /// The visit has not begun: nobody can have missed it.
    TOO_EARLY,
    /// Every change of the visit is taken back.
    NOTHING_TO_UNDO,
    /// Somebody else changed the visit last.
    NOT_YOURS,
    /// Of several visits some cannot be as they were, so none is; metadata `visits` and `reasons` name them.
    NOT_TAKEN_BACK,
    /// Of several visits it cannot be noted of some whether the person comes, so it is of none; metadata `visits` and `reasons`
    /// name them.
    NOT_NOTED,
    /// What followed from it cannot be taken back here.
    NOT_UNDOABLE,
    /// The visit waits on the board for another time already.
    ALREADY_PINNED,
    /// It was placed or taken off the board.
    NOT_PINNED,
    /// The follow-up was withdrawn.
    FOLLOW_UP_OVER,
    /// Another visit is for the follow-up, or it is somebody else's.
    FOLLOW_UP_BOOKED,
    /// Visits to come need the room or the equipment.
    STILL_BOOKED,
    /// There is no visit on the day.
    NOTHING_TO_PRINT,
    /// There is no visit in the days asked for.
    NOTHING_TO_EXPORT;

    /// @param visits with the names of the reasons
    Refusal naming(Map<UUID, String> visits) {
        return new Refusal(
                this,
                Map.of(
                        "visits",
                        visits.keySet().stream()
                                .map(UUID::toString)
                                .collect(Collectors.joining(" ")),
                        "reasons",
                        String.join(" ", visits.values())));
    }
}
