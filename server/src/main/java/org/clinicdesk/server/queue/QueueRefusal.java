package org.clinicdesk.server.queue;

import org.clinicdesk.server.platform.Reason;

/// Why something about the queue is refused.
public enum QueueRefusal implements Reason {
    /// Nobody waits for the caller.
    NOBODY_WAITS,
    /// The person is not in the waiting room: already called, gone, or of another site.
    NOT_WAITING,
    /// The caller has somebody in the room; metadata `visit` is the id of that visit.
    VISIT_OPEN,
    /// The person is not in a room.
    NOT_CALLED,
    /// The person is in another's room.
    NOT_YOURS,
    /// The person, or whoever waits for the caller, is in the room of another practitioner at this moment.
    IN_ANOTHER_ROOM,
    /// Something was written in the visit: it must be finished, not undone.
    VISIT_WRITTEN,
    /// The person waits or is in a room already; metadata `ticket` is his ticket.
    ALREADY_HERE,
    /// The person waits for an appointment: the check-in is taken back, or the appointment cancelled.
    HAS_APPOINTMENT,
    /// The person has missed no call.
    NOT_MISSED,
    /// The person waits for that practitioner already.
    SAME_PRACTITIONER,
    /// Nobody can wait for that member of the staff.
    NOT_BOOKABLE,
    /// There is no transfer to take back.
    NOT_TRANSFERRED
}
