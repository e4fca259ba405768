package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is free instead of a time that cannot be had: with the same doctor that day, with others that day, with the same
/// doctor on the days after. Caps are kept. A hint, not a promise: nothing is locked, and the rooms and the equipment that
/// the service needs are not looked at.
final class Openings {

    private static final int THAT_DAY = 3;
    private static final int OTHERS = 2;
    private static final int LATER = 2;
    private static final int DAYS = 14;

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Caps caps;
    private final DatabaseClock time;

    Openings(Db db, Clock clock, Roster roster, Caps caps) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.caps = caps;
        this.time = new DatabaseClock(db);
    }

    /// A free time of somebody.
    record Opening(UUID practitioner, Span span) {

        @Override
        public String toString() {
            return practitioner + "/" + span.start();
        }
    }

    /// The same refusal, with what is free instead.
    Refusal added(Refusal refused, Claim claim) {
        var metadata = new HashMap<>(refused.metadata());
        metadata.put(
                "free",
                instead(claim).stream().map(Opening::toString).collect(Collectors.joining(" ")));
        return new Refusal(refused.reason(), metadata);
    }

    List<Opening> instead(Claim claim) {
        var doctor = claim.practitioners().getFirst();
        var day = roster.dayOf(claim.visit().start());
        var same = free(claim, doctor, day).limit(THAT_DAY);
        var others =
                roster.hours(claim.site(), day).keySet().stream()
                        .filter(other -> !claim.practitioners().contains(other) && bookable(other))
                        .sorted()
                        .flatMap(other -> free(claim, other, day).limit(1))
                        .sorted(nearest(claim.visit().start()))
                        .limit(OTHERS);
        var later =
                day.plusDays(1)
                        .datesUntil(day.plusDays(DAYS + 1))
                        .flatMap(next -> free(claim, doctor, next).limit(1))
                        .limit(LATER);
        return Stream.of(same, others, later).flatMap(openings -> openings).toList();
    }

    private boolean bookable(UUID staff) {
        return db.session()
                        .createQuery(
                                "select count(*) from StaffMember where id = :id and bookable and"
                                        + " active",
                                Long.class)
                        .setParameter("id", staff)
                        .getSingleResult()
                > 0;
    }

    /// Times of a doctor on a day that are as long as the wanted one, the nearest to its wall time first.
    private Stream<Opening> free(Claim claim, UUID doctor, LocalDate day) {
        var wanted = on(day, claim.visit());
        var workday = Workday.of(roster, doctor, claim.site(), wanted);
        if (workday.hours().isEmpty() || !caps.allows(doctor, workday, wanted, claim.except())) {
            return Stream.empty();
        }
        var length = Duration.between(wanted.start(), wanted.end());
        return Span.without(workday.hours(), taken(claim, doctor, workday.day())).stream()
                .filter(gap -> !gap.start().plus(length).isAfter(gap.end()))
                .map(gap -> new Opening(doctor, within(gap, wanted.start(), length)))
                .sorted(nearest(wanted.start()));
    }

    private Span on(LocalDate day, Span visit) {
        var wall = visit.start().atZone(roster.zone()).toLocalTime();
        var start = day.atTime(wall).atZone(roster.zone()).toInstant();
        return new Span(start, start.plus(Duration.between(visit.start(), visit.end())));
    }

    private static Comparator<Opening> nearest(Instant wanted) {
        return Comparator.comparing(
                opening -> Duration.between(wanted, opening.span.start()).abs());
    }

    private static Span within(Span gap, Instant wanted, Duration length) {
        var last = gap.end().minus(length);
        var start = wanted.isBefore(gap.start()) ? gap.start() : wanted;
        var fitting = start.isAfter(last) ? last : start;
        return new Span(fitting, fitting.plus(length));
    }

    /// What a visit must not touch: the past, and what doctor and patient have, with the buffers of the service around it.
    private List<Span> taken(Claim claim, UUID doctor, Span day) {
        var use = claim.uses(ResourceKind.PRACTITIONER).findFirst().orElseThrow().span();
        var before = Duration.between(use.start(), claim.visit().start());
        var after = Duration.between(claim.visit().end(), use.end());
        var resources = new ArrayList<>(List.of(doctor));
        claim.uses(ResourceKind.PATIENT).map(Use::resourceId).forEach(resources::add);
        var taken = new ArrayList<Span>();
        taken.add(new Span(Instant.EPOCH, clock.instant()));
        busy(resources, day, claim)
                .forEach(span ->
                        taken.add(new Span(span.start().minus(after), span.end().plus(before))));
        return taken;
    }

    private List<Span> busy(List<UUID> resources, Span day, Claim claim) {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.roster.Span(startsAt, endsAt) from Booking
                        where resourceId in (:resources) and active
                          and endsAt > :start and endsAt < :latest and startsAt < :end
                          and (holdId is null or expiresAt > :now)
                          and (appointmentId is null or appointmentId <> :except)\
                        """,
                        Span.class)
                .setParameterList("resources", resources)
                .setParameter("start", day.start().minus(VisitType.LONGEST_BUFFER))
                .setParameter("end", day.end().plus(VisitType.LONGEST_BUFFER))
                .setParameter("latest", day.end().plus(Booking.LONGEST))
                .setParameter("now", time.now())
                .setParameter("except", claim.exceptOrNobody())
                .list();
    }
}
