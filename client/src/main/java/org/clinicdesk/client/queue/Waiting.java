package org.clinicdesk.client.queue;

import java.time.Duration;
import java.time.Instant;

/// How long somebody has waited, and how bad that is. The thresholds are those of the waiting room beside the board.
///
/// @param minutes whole ones, never negative: clocks of desks differ
record Waiting(long minutes) {

    private static final long LONG = 15;
    private static final long TOO_LONG = 30;

    /// How bad it is.
    enum Degree {
        SHORT,
        LONG,
        TOO_LONG
    }

    static Waiting between(Instant since, Instant now) {
        return new Waiting(Math.max(0, Duration.between(since, now).toMinutes()));
    }

    Degree degree() {
        return minutes >= TOO_LONG ? Degree.TOO_LONG : minutes >= LONG ? Degree.LONG : Degree.SHORT;
    }
}
