package org.clinicdesk.client.platform;

import com.google.protobuf.Timestamp;

import org.clinicdesk.queue.v1.Limits;

import java.time.Duration;
import java.time.Instant;

/// How long somebody has waited, and how bad that is by what the site says. Nobody waits too long because he came early:
/// how bad it is counts from the time he booked, on every screen.
///
/// @param minutes since he came; whole ones, never negative: clocks of desks differ
/// @param counted since he came, or since the time he booked when that was later
public record Waiting(long minutes, long counted) {

    /// How bad it is.
    public enum Degree {
        SHORT,
        LONG,
        TOO_LONG
    }

    /// @param bookedFor the epoch for who came without an appointment
    public static Waiting of(Timestamp came, Timestamp bookedFor, Instant now) {
        var due = Math.max(came.getSeconds(), bookedFor.getSeconds());
        return new Waiting(since(came.getSeconds(), now), since(due, now));
    }

    private static long since(long second, Instant now) {
        return Math.max(0, Duration.between(Instant.ofEpochSecond(second), now).toMinutes());
    }

    public Degree degree(Limits limits) {
        return counted >= limits.getTooLongMinutes()
                ? Degree.TOO_LONG
                : counted >= limits.getLongMinutes() ? Degree.LONG : Degree.SHORT;
    }
}
