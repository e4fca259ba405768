package org.clinicdesk.server.waitlist;

import org.clinicdesk.server.platform.Reason;

/// Why something about the waiting list is refused.
public enum WaitlistRefusal implements Reason {
    /// The person waits for the same service already.
    ALREADY_WAITING,
    /// The person does not wait any more: booked, taken off, or his last day is over.
    NOT_WAITING,
    /// The person was not taken off the list.
    NOT_WITHDRAWN,
    /// The visit that was to give way is not to come any more.
    OVER,
    /// The time, or another one to this person, is offered; metadata `by` whom and `until` when.
    OFFERED,
    /// The time does not suit the person, or is not free any more.
    NOT_SUITABLE,
    /// Nobody keeps the time any more: it ran out, or was given up, declined or booked.
    OFFER_OVER
}
