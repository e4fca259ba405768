package org.clinicdesk.server.roster;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A stretch of work as it is entered: wall time of a day.
///
/// @param from minutes after midnight
/// @param to half-open; more than a day when the shift ends on the next one
/// @param roomId where the practitioner sits; null when that changes
record Shift(int from, int to, List<Break> breaks, @Nullable UUID roomId) {

    Shift {
        breaks = List.copyOf(breaks);
    }

    /// From its beginning to its end, breaks included; none when the clock skips all of it.
    Optional<Span> whole(LocalDate day, ZoneId zone) {
        return span(day, from, to, zone);
    }

    /// A shift of a day.
    record OnDay(@Nullable UUID roomId, Span span) {}

    Optional<OnDay> at(LocalDate day, ZoneId zone) {
        return whole(day, zone).map(span -> new OnDay(roomId, span));
    }

    /// The time in which somebody is seen.
    List<Span> on(LocalDate day, ZoneId zone) {
        var pauses = breaks.stream().flatMap(b -> span(day, b.from(), b.to(), zone).stream());
        return Span.without(whole(day, zone).stream().toList(), pauses.toList());
    }

    private static Optional<Span> span(LocalDate day, int from, int to, ZoneId zone) {
        var start = WallClock.at(day, from, zone);
        var end = WallClock.at(day, to, zone);
        return start.isBefore(end) ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    boolean overlaps(Shift other) {
        return from < other.to && other.from < to;
    }
}
