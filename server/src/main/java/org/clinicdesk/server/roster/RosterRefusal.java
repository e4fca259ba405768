package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Reason;

/// Why something about working time is refused.
public enum RosterRefusal implements Reason {
    /// Two shifts of a day lie over each other.
    SHIFTS_OVERLAP,
    /// Visits are booked in the time that is to be closed; metadata `visits`: how many.
    BOOKED,
    /// Nobody books with the caller, so nobody misses him on the board.
    NOT_BOOKABLE,
    /// The leave does not wait for a decision.
    NOT_REQUESTED,
    /// It is the leave of somebody else.
    NOT_YOURS,
    /// The leave was declined or given back before.
    NOT_OPEN,
    /// It was struck out before.
    ALREADY_VOID,
    /// It stands for hours that were made shorter: whoever gives them back has ended it.
    HOURS_TAKEN,
    /// The practitioner works at another site then; metadata `site` by name and `day`.
    WORKS_ELSEWHERE,
    /// The file is no calendar.
    NOT_A_CALENDAR
}
