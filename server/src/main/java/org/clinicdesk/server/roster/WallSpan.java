package org.clinicdesk.server.roster;

import jakarta.persistence.Embeddable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A half-open span of wall time over one or more days. Whole days go from minute 0 to minute 1440.
///
/// @param fromMinute of the first day
/// @param toMinute of the last day
@Embeddable
record WallSpan(LocalDate firstDay, short fromMinute, LocalDate lastDay, short toMinute) {

    /// Whole days, both included.
    static WallSpan days(LocalDate first, LocalDate last) {
        return new WallSpan(first, (short) 0, last, (short) WallClock.DAY);
    }

    boolean empty() {
        return lastDay.isBefore(firstDay) || lastDay.equals(firstDay) && toMinute <= fromMinute;
    }

    long days() {
        return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
    }

    boolean touches(LocalDate from, LocalDate to) {
        return !firstDay.isAfter(to) && !lastDay.isBefore(from);
    }

    /// Whether it takes all of a day.
    boolean covers(LocalDate day) {
        var begun = firstDay.isBefore(day) || firstDay.equals(day) && fromMinute == 0;
        var lasts = lastDay.isAfter(day) || lastDay.equals(day) && toMinute == WallClock.DAY;
        return begun && lasts;
    }

    /// All of the time in which the clock shows something inside, and when it is set back also what lies between; none
    /// when the clock skips it.
    Optional<Span> in(ZoneId zone) {
        var start = WallClock.earliest(firstDay, fromMinute, zone);
        var end = WallClock.latest(lastDay, toMinute, zone);
        return start.isBefore(end) ? Optional.of(new Span(start, end)) : Optional.empty();
    }
}
