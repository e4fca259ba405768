package org.clinicdesk.server.appointment;

import org.clinicdesk.server.appointment.Bookings.Granted;
import org.clinicdesk.server.appointment.Openings.Opening;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// Visits that come every few weeks. Each is a visit of its own with a status of its own; the series is only a link.
///
/// All that several visits may come to keep busy is locked before the first of them is judged.
final class Series {

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Appointments appointments;
    private final Bookings bookings;
    private final Scheduling scheduling;

    Series(
            Db db,
            Clock clock,
            Roster roster,
            Appointments appointments,
            Bookings bookings,
            Scheduling scheduling) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.appointments = appointments;
        this.bookings = bookings;
        this.scheduling = scheduling;
    }

    /// Which visits of a series a change is meant for, beside the one it is asked of: those still to come.
    enum Scope {
        THIS,
        FOLLOWING,
        ALL
    }

    /// What became of one visit.
    ///
    /// @param visit whether or not it was done
    /// @param refused null when it was done
    record Row(Appointment visit, Span wanted, @Nullable Refusal refused, List<Opening> instead) {}

    record Booked(UUID id, List<Row> rows) {}

    /// A visit that is to have a time, with what that takes; or why it cannot.
    private record Attempt(
            Appointment appointment, Span span, @Nullable Claim claim, @Nullable Refusal refused) {}

    /// Books the wish and its repeats at the same wall time, those that can be.
    Booked book(Wish first, int everyWeeks, int times) {
        var series = Ids.next(clock);
        var attempts = new ArrayList<Attempt>();
        for (var number = 0; number < times; number++) {
            var wish = first.at(shifted(first.span(), Period.ofWeeks(everyWeeks * number)));
            var appointment = scheduling.made(wish);
            appointment.joinSeries(series);
            attempts.add(attempt(appointment, wish.span(), () -> scheduling.claim(appointment)));
        }
        lock(attempts);
        return new Booked(
                series,
                attempts.stream()
                        .map(attempt ->
                                row(
                                        attempt,
                                        granted -> scheduling.settle(attempt.appointment, granted)))
                        .toList());
    }

    /// Moves a visit, and those of its series by as many days and to the same wall time. The visit itself must be had; of
    /// the others, earliest first, each is told. @throws Refusal as a single move does
    List<Row> move(
            Appointment appointment, UUID practitioner, Span span, RoomWish room, Scope scope) {
        var others = others(appointment, scope);
        if (others.isEmpty()) {
            scheduling.move(appointment, practitioner, span, room);
            return List.of();
        }
        var attempts = new ArrayList<Attempt>();
        attempts.add(
                new Attempt(
                        appointment,
                        span,
                        scheduling.claim(appointment, practitioner, span, room),
                        null));
        for (var other : others) {
            var to = alike(other.span(), appointment.span(), span);
            attempts.add(attempt(other, to, () -> scheduling.claim(other, practitioner, to, room)));
        }
        lock(attempts);
        // The furthest goes first, so that none stands in the way of the next.
        var order = Comparator.comparing((Attempt attempt) -> attempt.appointment.span().start());
        var forward = span.start().isAfter(appointment.span().start());
        attempts.sort(forward ? order.reversed() : order);
        return attempts.stream()
                .map(attempt ->
                        row(attempt, granted -> moved(attempt, practitioner, room, granted)))
                .filter(row -> !isDone(row, appointment))
                .sorted(Comparator.comparing(row -> row.wanted.start()))
                .toList();
    }

    /// Whether a row is that of the visit which must be had. @throws Refusal when it was not
    private static boolean isDone(Row row, Appointment wanted) {
        if (row.visit != wanted) {
            return false;
        }
        if (row.refused != null) {
            throw row.refused;
        }
        return true;
    }

    private Appointment moved(Attempt attempt, UUID practitioner, RoomWish room, Granted granted) {
        scheduling.move(attempt.appointment, practitioner, attempt.span, room, granted);
        return attempt.appointment;
    }

    /// Cancels a visit and those of its series; answers the others, earliest first. @throws Refusal ALREADY_OVER
    List<Appointment> cancel(Appointment appointment, CancelReason why, Scope scope) {
        var others = others(appointment, scope);
        appointments.cancel(appointment, why);
        others.forEach(other -> appointments.cancel(other, why));
        return others;
    }

    private List<Appointment> others(Appointment appointment, Scope scope) {
        if (scope == Scope.THIS || appointment.seriesId().isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        return db
                .session()
                .createQuery(
                        """
                        from Appointment
                        where seriesId = :series and id <> :id and status in (:expected) order by startsAt\
                        """,
                        Appointment.class)
                .setParameter("series", appointment.seriesId().get())
                .setParameter("id", appointment.id())
                .setParameterList("expected", Status.EXPECTED)
                .list()
                .stream()
                .filter(other -> other.span().end().isAfter(now))
                .filter(other ->
                        scope == Scope.ALL
                                || other.span().start().isAfter(appointment.span().start()))
                .toList();
    }

    private static Attempt attempt(Appointment appointment, Span span, Supplier<Claim> claim) {
        try {
            return new Attempt(appointment, span, claim.get(), null);
        } catch (Refusal refused) {
            return new Attempt(appointment, span, null, refused);
        }
    }

    private void lock(List<Attempt> attempts) {
        bookings.lock(attempts.stream().map(Attempt::claim).filter(Objects::nonNull).toList());
    }

    private Row row(Attempt attempt, Function<Granted, Appointment> then) {
        if (attempt.claim == null) {
            return refused(attempt, Objects.requireNonNull(attempt.refused), List.of());
        }
        Granted granted;
        try {
            granted = bookings.judge(attempt.claim);
        } catch (Refusal refused) {
            return refused(attempt, refused, bookings.instead(attempt.claim));
        }
        return new Row(then.apply(granted), attempt.span, null, List.of());
    }

    private static Row refused(Attempt attempt, Refusal refused, List<Opening> instead) {
        return new Row(attempt.appointment, attempt.span, refused, instead);
    }

    /// The same wall time so much later, and as long.
    private Span shifted(Span span, Period by) {
        return at(wall(span).plus(by), Duration.between(span.start(), span.end()));
    }

    /// Where a visit of a series goes when another one goes from here to there.
    private Span alike(Span span, Span from, Span to) {
        var days = ChronoUnit.DAYS.between(wall(from).toLocalDate(), wall(to).toLocalDate());
        var date = wall(span).toLocalDate().plusDays(days);
        return at(date.atTime(wall(to).toLocalTime()), Duration.between(to.start(), to.end()));
    }

    private LocalDateTime wall(Span span) {
        return LocalDateTime.ofInstant(span.start(), roster.zone());
    }

    /// A wall time that the clocks skip is moved forward; of two, it is the first.
    private Span at(LocalDateTime wall, Duration length) {
        var start = wall.atZone(roster.zone()).toInstant();
        return new Span(start, start.plus(length));
    }
}
