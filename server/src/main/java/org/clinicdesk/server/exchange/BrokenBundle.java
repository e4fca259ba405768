package org.clinicdesk.server.exchange;

/// Says that a file is no bundle, or not to its end.
final class BrokenBundle extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;
    private final transient Position position;

    BrokenBundle(Why why, Position position) {
        super(why.name(), null, false, false);
        this.why = why;
        this.position = position;
    }

    Why why() {
        return why;
    }

    Position position() {
        return position;
    }
}
