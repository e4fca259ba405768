package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.BookedTimes.Hit;
import org.clinicdesk.server.roster.Closures.Closure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Sees to the visits that stood in working hours until these became shorter: as with leave, nobody is left without an
/// answer.
final class TakenHours {

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final BookedTimes booked;
    private final Closures closures;

    TakenHours(Db db, Clock clock, Roster roster, Closures closures) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.booked = new BookedTimes(db);
        this.closures = closures;
    }

    /// What a change of hours hit.
    ///
    /// @param absences what keeps the visits on the re-plan board, one for each practitioner
    record Taken(List<UUID> absences, int visits) {

        static Taken nothing() {
            return new Taken(new ArrayList<>(), 0);
        }

        Taken and(Taken other) {
            var all = new ArrayList<>(absences);
            all.addAll(other.absences);
            return new Taken(all, visits + other.visits);
        }

        /// @throws Refusal BOOKED unless nothing was hit
        void refuse() {
            if (visits > 0) {
                throw new Refusal(RosterRefusal.BOOKED, Map.of("visits", Integer.toString(visits)));
            }
        }
    }

    /// Changes somebody's hours at a site from a day to another, the last included, and keeps together the visits that lose
    /// theirs. Of hours that hold until further notice as many days count as an absence may have.
    Taken after(UUID staff, UUID site, LocalDate first, LocalDate last, Runnable change) {
        var today = roster.today();
        var from = first.isBefore(today) ? today : first;
        var farthest = from.plusDays(Absences.MOST_DAYS - 2L);
        var to = last.isAfter(farthest) ? farthest : last;
        if (to.isBefore(from)) {
            change.run();
            return Taken.nothing();
        }
        booked.lock(List.of(staff), from, to);
        var stood = inHours(staff, site, ahead(staff, site, from, to));
        change.run();
        var hit = new ArrayList<>(stood);
        hit.removeAll(inHours(staff, site, stood));
        return hit.isEmpty() ? Taken.nothing() : keep(staff, site, hit);
    }

    /// Keeps the visits together of somebody with whom none can be booked any more, at each of some sites.
    void gone(UUID staff, List<UUID> sites) {
        var today = roster.today();
        var last = today.plusDays(Absences.MOST_DAYS - 2L);
        booked.lock(List.of(staff), today, last);
        for (var site : sites) {
            var visits = ahead(staff, site, today, last);
            if (!visits.isEmpty()) {
                var _ = keep(staff, site, visits);
            }
        }
    }

    /// @throws Refusal BOOKED when a site has visits ahead
    void refuseBooked(UUID site) {
        var today = roster.today();
        var days = new Span(clock.instant(), roster.day(today.plusDays(Absences.MOST_DAYS)).end());
        var visits = booked.hit(new Absence.Concerned(null, null, site), days);
        new Taken(List.of(), visits.size()).refuse();
    }

    /// What hours that were made shorter before stand for already is kept there: nobody is to be looked after twice.
    private Taken keep(UUID staff, UUID site, List<Hit> hit) {
        var standing = closures.ahead().stream().filter(Closure::hoursTaken).toList();
        var absences = new LinkedHashSet<UUID>();
        var rest = new ArrayList<Hit>();
        for (var visit : hit) {
            standing.stream()
                    .filter(closure -> closure.standsFor(staff, site, visit.span()))
                    .findFirst()
                    .ifPresentOrElse(closure -> absences.add(closure.id()), () -> rest.add(visit));
        }
        if (!rest.isEmpty()) {
            absences.add(enter(staff, site, rest));
        }
        return new Taken(List.copyOf(absences), hit.size());
    }

    private UUID enter(UUID staff, UUID site, List<Hit> hit) {
        var absence =
                Absence.hoursTaken(
                        Ids.next(clock),
                        new Absence.Concerned(staff, null, site),
                        WallSpan.days(
                                roster.dayOf(hit.getFirst().span().start()),
                                roster.dayOf(hit.getLast().span().start())));
        db.session().persist(absence);
        return absence.id();
    }

    /// By start. A night shift of the last day ends on the next.
    private List<Hit> ahead(UUID staff, UUID site, LocalDate from, LocalDate to) {
        var days = new Span(roster.day(from).start(), roster.day(to.plusDays(1)).end());
        return booked.hit(new Absence.Concerned(staff, null, site), days).stream()
                .filter(visit -> visit.ahead(clock.instant()))
                .toList();
    }

    private List<Hit> inHours(UUID staff, UUID site, List<Hit> visits) {
        if (visits.isEmpty()) {
            return visits;
        }
        var hours =
                roster.hours(
                        staff,
                        site,
                        roster.dayOf(visits.getFirst().span().start()),
                        roster.dayOf(visits.getLast().span().start()));
        return visits.stream()
                .filter(visit -> hours.stream().anyMatch(open -> open.contains(visit.span())))
                .toList();
    }
}
