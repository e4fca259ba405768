package org.clinicdesk.server.appointment;

import org.clinicdesk.server.roster.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// The instants at which a visit that is looked for may start.
final class Raster {

    static final Duration STEP = Duration.ofMinutes(5);

    private Raster() {}

    /// The first one that is not before an instant.
    static Instant from(Instant at) {
        var step = STEP.toSeconds();
        var second = at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond(Math.ceilDiv(second, step) * step);
    }

    /// The visits of a length that lie within a gap, the earliest first.
    ///
    /// @param apart how far from one start to the next
    static Stream<Span> within(Span gap, Duration length, Duration apart) {
        return Stream.iterate(
                        from(gap.start()),
                        start -> !start.plus(length).isAfter(gap.end()),
                        start -> start.plus(apart))
                .map(start -> new Span(start, start.plus(length)));
    }
}
