package org.clinicdesk.server.waitlist;

/// What became of an offer. That it ran out follows from its hold.
enum OfferState {
    OFFERED,
    /// Without an answer.
    WITHDRAWN,
    DECLINED,
    BOOKED
}
