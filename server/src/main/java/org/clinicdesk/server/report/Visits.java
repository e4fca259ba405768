package org.clinicdesk.server.report;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What became of visits, and how long people waited for them.
///
/// @param waits from arrival to call, of those who were called
record Visits(
        long booked, long arrived, long seen, long cancelled, long noShow, List<Duration> waits) {

    static final Visits NONE = new Visits(0, 0, 0, 0, 0, List.of());

    static Visits all(Collection<Visits> parts) {
        return parts.stream().reduce(NONE, Visits::plus);
    }

    Visits plus(Visits other) {
        return new Visits(
                booked + other.booked,
                arrived + other.arrived,
                seen + other.seen,
                cancelled + other.cancelled,
                noShow + other.noShow,
                Stream.concat(waits.stream(), other.waits.stream()).toList());
    }

    /// In minutes, half a minute and more counted as one.
    OptionalLong meanWait() {
        var mean = waits.stream().mapToLong(Duration::toSeconds).average();
        return mean.isPresent()
                ? OptionalLong.of(Math.round(mean.getAsDouble() / 60))
                : OptionalLong.empty();
    }

    OptionalLong longestWait() {
        var longest = waits.stream().mapToLong(Duration::toSeconds).max();
        return longest.isPresent()
                ? OptionalLong.of(Math.round(longest.getAsLong() / 60.0))
                : OptionalLong.empty();
    }
}
