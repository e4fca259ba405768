package org.clinicdesk.server.appointment;

import org.clinicdesk.server.appointment.Alternatives.Alternative;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is free in some weeks for many visits, less what was offered to the first of them.
final class Free {

    private final Roster roster;
    private final Instant now;
    private final Duration notice;
    private final Vacancies vacancies;

    /// @param notice nobody can be told to come earlier than he thought on shorter; whoever thought of another day not today
    Free(
            Db db,
            Roster roster,
            Caps caps,
            Instant now,
            Duration notice,
            List<Wanted> wanted,
            LocalDate first,
            LocalDate last) {
        this.roster = roster;
        this.now = now;
        this.notice = notice;
        var sites = wanted.stream().map(one -> one.demand().site()).collect(Collectors.toSet());
        this.vacancies =
                new Vacancies(
                        db,
                        roster,
                        caps.everybody(),
                        now,
                        new Vacancies.Days(sites, first, last),
                        involved(wanted));
    }

    private static Set<UUID> involved(List<Wanted> wanted) {
        var all = new HashSet<UUID>();
        for (var one : wanted) {
            all.addAll(one.doctors());
            all.addAll(one.demand().involved());
        }
        return all;
    }

    /// Offers a time to a visit, so that no other one is offered what it takes.
    ///
    /// @param counts whether the caps count it
    void give(Wanted one, Alternative offer, boolean counts) {
        of(one).its.give(offer.practitioner(), offer.span(), counts);
    }

    /// What is free for one visit, whose own time is in nobody's way.
    View of(Wanted one) {
        return new View(one, vacancies.of(one.demand(), one.visit().id()));
    }

    /// What is free for one visit.
    final class View {

        private final Wanted one;
        private final Vacancies.View its;

        private View(Wanted one, Vacancies.View its) {
            this.one = one;
            this.its = its;
        }

        /// The times of a doctor on a day that are nearest to the wall time of the visit: of each stretch of free time one
        /// before noon and one after.
        Stream<Span> nearest(UUID doctor, LocalDate day) {
            var wall = one.visit().span().start().atZone(roster.zone()).toLocalTime();
            var wanted = day.atTime(wall).atZone(roster.zone()).toInstant();
            return its.gaps(doctor, day).stream()
                    .flatMap(gap ->
                            Stream.of(0, 1)
                                    .flatMap(half ->
                                            visits(gap, wanted)
                                                    .filter(visit -> half(visit) == half)
                                                    .filter(this::fits)
                                                    .limit(1)))
                    .filter(visit -> roster.dayOf(visit.start()).equals(day));
        }

        private int half(Span span) {
            return Habits.half(span.start().atZone(roster.zone()).getHour());
        }

        /// Nearest first.
        private Stream<Span> visits(Span gap, Instant wanted) {
            return Raster.within(gap, one.demand().length(), Raster.STEP)
                    .sorted(
                            Comparator.comparing(
                                    visit -> Duration.between(wanted, visit.start()).abs()));
        }

        /// Whether everything it needs is free, and the patient can be told in time.
        private boolean fits(Span visit) {
            return inTime(visit.start()) && its.complete(visit);
        }

        private boolean inTime(Instant start) {
            var old = one.visit().span().start();
            var today = roster.dayOf(now);
            return !start.isBefore(old)
                    || !start.isBefore(now.plus(notice))
                            && (roster.dayOf(start).isAfter(today)
                                    || roster.dayOf(old).equals(today));
        }
    }
}
