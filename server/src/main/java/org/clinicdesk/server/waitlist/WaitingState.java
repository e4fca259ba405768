package org.clinicdesk.server.waitlist;

/// What became of somebody on the list. That the last day he could have come is over follows from the date.
enum WaitingState {
    WAITING,
    BOOKED,
    WITHDRAWN
}
