package org.clinicdesk.client.appointment;

/// Whether a visit can be put down where it is held, as far as the board sees.
enum Way {
    FREE,
    /// Somebody is busy, or nobody works.
    TAKEN,
    /// Its doctor and its patient have time, but a room or a piece of equipment that it needs is taken.
    LACKING
}
