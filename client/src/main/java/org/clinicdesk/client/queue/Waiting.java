package org.clinicdesk.client.queue;

import org.clinicdesk.queue.v1.Limits;

import java.time.Duration;
import java.time.Instant;

/// How long somebody has waited, and how bad that is by what the site says.
///
/// @param minutes whole ones, never negative: clocks of desks differ
record Waiting(long minutes) {

    /// How bad it is.
    enum Degree {
        SHORT,
        LONG,
        TOO_LONG
    }

    static Waiting between(Instant since, Instant now) {
        return new Waiting(Math.max(0, Duration.between(since, now).toMinutes()));
    }

    Degree degree(Limits limits) {
        return minutes >= limits.getTooLongMinutes()
                ? Degree.TOO_LONG
                : minutes >= limits.getLongMinutes() ? Degree.LONG : Degree.SHORT;
    }
}
