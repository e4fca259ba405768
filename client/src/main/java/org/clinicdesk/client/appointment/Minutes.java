package org.clinicdesk.client.appointment;

/// A half-open stretch of a day, in minutes of the clinic's wall clock since midnight.
record Minutes(int from, int to) {

    /// The board's raster.
    static final int SLOT = 15;

    static final int DAY = 24 * 60;

    boolean overlaps(Minutes other) {
        return from < other.to && to > other.from;
    }

    boolean contains(Minutes other) {
        return from <= other.from && to >= other.to;
    }

    int length() {
        return to - from;
    }

    static int floor(int minute) {
        return Math.floorDiv(minute, SLOT) * SLOT;
    }

    static int ceil(int minute) {
        return Math.ceilDiv(minute, SLOT) * SLOT;
    }

    static Minutes slot(int minute) {
        return new Minutes(minute, minute + SLOT);
    }
}
