package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is free instead of a time that cannot be had: with the same doctor that day, with others that day, first those of
/// his specialty, with the same doctor on the days after: what [Vacancies] knows. A hint, not a promise: nothing is locked.
final class Openings {

    private static final int THAT_DAY = 3;
    private static final int OTHERS = 2;
    private static final int LATER = 2;
    private static final int DAYS = 14;

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Caps caps;

    Openings(Db db, Clock clock, Roster roster, Caps caps) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.caps = caps;
    }

    /// A free time of somebody.
    ///
    /// @param things rooms and equipment that were looked for with it, one of each
    record Opening(UUID practitioner, Span span, List<UUID> things) {

        Opening(UUID practitioner, Span span) {
            this(practitioner, span, List.of());
        }

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
        var others = new TreeSet<>(bookable());
        others.removeAll(claim.practitioners());
        return new Search(claim, others).found();
    }

    private List<UUID> bookable() {
        return db.session()
                .createQuery("select id from StaffMember where bookable and active", UUID.class)
                .list();
    }

    private Set<UUID> alike(UUID doctor) {
        return Set.copyOf(
                db.session()
                        .createQuery(
                                """
                                select other.id from StaffMember other, StaffMember doctor
                                where doctor.id = :doctor and other.specialty = doctor.specialty\
                                """,
                                UUID.class)
                        .setParameter("doctor", doctor)
                        .list());
    }

    /// What is free instead of one claim: all its days are read at once.
    private final class Search {

        private final Span visit;
        private final LocalDate day;
        private final UUID doctor;
        private final Set<UUID> others;
        private final Vacancies.View free;

        private Search(Claim claim, Set<UUID> others) {
            this.visit = claim.visit();
            this.day = roster.dayOf(visit.start());
            this.doctor = claim.practitioners().getFirst();
            this.others = others;
            var demand = Demand.of(claim);
            var involved = new HashSet<>(others);
            involved.add(doctor);
            involved.addAll(demand.involved());
            var days = new Vacancies.Days(Set.of(claim.site()), day, day.plusDays(DAYS));
            this.free =
                    new Vacancies(db, roster, caps.everybody(), clock.instant(), days, involved)
                            .of(demand, claim.exceptOrNobody());
        }

        private List<Opening> found() {
            var same = openings(doctor, day).limit(THAT_DAY);
            var instead =
                    others.stream()
                            .flatMap(other -> openings(other, day).limit(1))
                            .sorted(alikeFirst().thenComparing(nearest(visit.start())))
                            .limit(OTHERS);
            var later =
                    day.plusDays(1)
                            .datesUntil(day.plusDays(DAYS + 1))
                            .flatMap(next -> openings(doctor, next).limit(1))
                            .limit(LATER);
            return Stream.of(same, instead, later).flatMap(openings -> openings).toList();
        }

        /// Who is ill wants a doctor who knows his illness: those of the same specialty before all others.
        private Comparator<Opening> alikeFirst() {
            var alike = alike(doctor);
            return Comparator.comparing(opening -> !alike.contains(opening.practitioner()));
        }

        /// One time in each gap of a doctor on a day, the nearest to the wall time of the visit first.
        private Stream<Opening> openings(UUID doctor, LocalDate day) {
            var wanted = on(day, visit);
            return free.gaps(doctor, day).stream()
                    .flatMap(gap ->
                            within(gap, wanted)
                                    .map(span -> new Opening(doctor, span))
                                    .filter(opening ->
                                            roster.dayOf(opening.span.start()).equals(day)
                                                    && free.complete(opening.span))
                                    .min(nearest(wanted.start()))
                                    .stream())
                    .sorted(nearest(wanted.start()));
        }
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

    /// The very time that was wanted, or the nearest to it, and those of the raster.
    private static Stream<Span> within(Span gap, Span wanted) {
        var length = Duration.between(wanted.start(), wanted.end());
        var last = gap.end().minus(length);
        if (last.isBefore(gap.start())) {
            return Stream.empty();
        }
        var start = wanted.start().isBefore(gap.start()) ? gap.start() : wanted.start();
        var fitting = start.isAfter(last) ? last : start;
        return Stream.concat(
                Stream.of(new Span(fitting, fitting.plus(length))),
                Raster.within(gap, length, Raster.STEP));
    }
}
