package org.clinicdesk.server.waitlist;

import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What somebody waits for, and what limits it.
///
/// @param practitioners empty for anybody
/// @param specialty empty for any
/// @param weekdays empty for all
/// @param fromMinute of the day, on the wall clock of the clinic
/// @param toMinute when the visit must be over
/// @param earliest null for no limit, as `latest`, which is included
/// @param note how he is best reached
record Wanted(
        UUID service,
        Duration length,
        Urgency urgency,
        Set<UUID> practitioners,
        String specialty,
        Set<DayOfWeek> weekdays,
        int fromMinute,
        int toMinute,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        String note) {

    /// The least of a freed time that a visit begins in.
    private static final Duration FOOTHOLD = Duration.ofMinutes(5);

    /// Whether the last day is over.
    boolean expired(LocalDate today) {
        return latest != null && latest.isBefore(today);
    }

    boolean accepts(UUID practitioner, String hisSpecialty) {
        return (practitioners.isEmpty() || practitioners.contains(practitioner))
                && (specialty.isEmpty() || specialty.equalsIgnoreCase(hisSpecialty));
    }

    private boolean accepts(LocalDate day) {
        return (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()))
                && (earliest == null || !day.isBefore(earliest))
                && (latest == null || !day.isAfter(latest));
    }

    /// The part of a freed time in which nothing begins but a visit at that instant.
    static Span beginning(Instant start) {
        return new Span(start, start.plus(FOOTHOLD));
    }

    /// What somebody does not want any more of a freed time who said no to a part of it: what is left beside that part
    /// is another time only when it is long enough for his visit.
    Span unwanted(Span part, Span freed) {
        var from = part.start();
        var to = part.end();
        return new Span(
                from.isBefore(freed.start().plus(length)) ? earlier(from, freed.start()) : from,
                freed.end().isBefore(to.plus(length)) ? later(to, freed.end()) : to);
    }

    /// Where in and after a freed time a visit may lie that begins in it; empty where none suits.
    Optional<Span> window(Span freed, Roster roster) {
        var day = roster.dayOf(freed.start());
        if (!accepts(day)) {
            return Optional.empty();
        }
        var from = later(freed.start(), at(day, fromMinute, roster));
        var to = earlier(freed.end().plus(length).minus(FOOTHOLD), at(day, toMinute, roster));
        return from.plus(length).isAfter(to) ? Optional.empty() : Optional.of(new Span(from, to));
    }

    private static Instant at(LocalDate day, int minute, Roster roster) {
        return day.atStartOfDay().plusMinutes(minute).atZone(roster.zone()).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
