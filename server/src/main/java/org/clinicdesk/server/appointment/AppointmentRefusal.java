package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Reason;

/// Why something about a visit is refused.
public enum AppointmentRefusal implements Reason {
    /// Somebody or something is busy at that time; metadata `resource`: practitioner, room or patient.
    SLOT_TAKEN,
    /// The practitioner does not work there through the whole time.
    OUTSIDE_HOURS,
    /// The time has gone by.
    IN_THE_PAST,
    /// The person has arrived, or the visit is over.
    NOT_MOVABLE,
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
    NOT_WAITING
}
