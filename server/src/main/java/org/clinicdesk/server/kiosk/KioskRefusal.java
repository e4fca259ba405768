package org.clinicdesk.server.kiosk;

import org.clinicdesk.server.platform.Reason;

/// Why the kiosk does not check somebody in.
public enum KioskRefusal implements Reason {
    /// Neither a valid card nor a ticket of today; it is not said which.
    UNKNOWN_CODE,
    /// The visit of today begins later than the kiosk checks in for; metadata `start` and `from` when it does.
    TOO_EARLY,
    /// The card is good, but there is nothing the kiosk could do.
    ASK_AT_DESK,
    /// Too many unknown codes; metadata `minutes` is how long the kiosk takes none.
    TOO_MANY_CODES
}
