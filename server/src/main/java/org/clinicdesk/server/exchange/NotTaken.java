package org.clinicdesk.server.exchange;

/// Says that an entry is not taken.
final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    NotTaken(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
