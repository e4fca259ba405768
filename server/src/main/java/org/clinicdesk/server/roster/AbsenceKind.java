package org.clinicdesk.server.roster;

/// Why something that would be open is not.
enum AbsenceKind {
    HOLIDAY,
    CLOSURE,
    BLOCKOUT,
    VACATION,
    SICK,
    TRAINING;

    /// Whether it is the time off of a person, which he may ask for.
    boolean leave() {
        return this == VACATION || this == SICK || this == TRAINING;
    }
}
