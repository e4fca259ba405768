package org.clinicdesk.server.waitlist;

/// Why somebody was taken off the list.
enum WithdrawReason {
    PATIENT,
    /// By hand.
    BOOKED,
    UNREACHABLE,
    MISTAKE
}
