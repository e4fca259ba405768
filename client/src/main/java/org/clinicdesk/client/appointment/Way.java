package org.clinicdesk.client.appointment;

/// Whether a visit can be put down where it is held, as far as the board sees.
enum Way {
    FREE,
    /// The time has gone by.
    PAST,
    /// Between two stretches of work.
    BREAK,
    /// Nobody works.
    CLOSED,
    /// The person has another visit.
    PERSON,
    /// The doctor or the room has another visit.
    TAKEN,
    /// A desk keeps the time for itself.
    HELD,
    /// Its doctor and its patient have time, but a room or a piece of equipment that it needs is taken.
    LACKING
}
