package org.clinicdesk.server.appointment;

import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// The hours of a doctor that touch the day on which a visit starts.
///
/// @param hours in order; a shift over midnight counts with all of it
/// @param elsewhere his hours at the other sites, read only when somebody wants to know
record Workday(Span day, List<Span> hours, Supplier<List<Span>> elsewhere) {

    static Workday of(Roster roster, UUID doctor, UUID site, Span visit) {
        var day = roster.dayOf(visit.start());
        return new Workday(
                roster.day(day),
                roster.hours(doctor, site, day),
                () ->
                        roster.elsewhere(site, day, day).stream()
                                .flatMap(at -> at.getOrDefault(doctor, List.of()).stream())
                                .toList());
    }

    /// The same day when it is not asked what his hours have room for.
    Workday withoutHours() {
        return new Workday(day, List.of(), elsewhere);
    }

    boolean contains(Span visit) {
        return hours.stream().anyMatch(span -> span.contains(visit));
    }

    /// How much of the hours lies within the day.
    Duration length() {
        return length(hours);
    }

    /// The same with those at the other sites.
    Duration everywhere() {
        return length().plus(length(elsewhere.get()));
    }

    private Duration length(List<Span> hours) {
        return hours.stream()
                .filter(day::overlaps)
                .map(span ->
                        Duration.between(
                                later(span.start(), day.start()), earlier(span.end(), day.end())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
