package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.staff.StaffMember;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Absences as those see them who look after the visits that they hit.
public final class Closures {

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Rows rows;
    private final BookedTimes booked;

    Closures(Db db, Clock clock, Roster roster) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.rows = new Rows(db);
        this.booked = new BookedTimes(db);
    }

    /// A time that is closed to somebody or something; to the whole clinic when all three are null.
    ///
    /// @param since when it was entered, or approved
    /// @param hoursTaken whether it only stands for hours that were made shorter
    /// @param holds whether it closes anything: it was approved, and neither withdrawn nor struck out
    public record Closure(
            UUID id,
            @Nullable UUID staffId,
            @Nullable UUID roomId,
            @Nullable UUID siteId,
            Span span,
            boolean hoursTaken,
            Instant since,
            boolean holds) {

        /// Whether a visit of somebody at a site is among those that it hits.
        boolean standsFor(UUID staff, UUID site, Span visit) {
            return roomId == null
                    && (staffId == null || staffId.equals(staff))
                    && (siteId == null || siteId.equals(site))
                    && span.overlaps(visit);
        }
    }

    /// None of somebody with whom no visits can be booked any more.
    private List<Span> hours(Closure closure) {
        return closure.staffId == null
                        || closure.siteId == null
                        || !db.get(StaffMember.class, closure.staffId).canBeBooked()
                ? List.of()
                : roster.hours(
                        closure.staffId,
                        closure.siteId,
                        roster.dayOf(closure.span.start()),
                        roster.dayOf(closure.span.end()));
    }

    /// @throws NotFound also for one that the clocks skip
    public Closure get(UUID id) {
        return closure(db.get(Absence.class, id))
                .orElseThrow(() -> new NotFound(Absence.class, id));
    }

    /// Those that hold and are not over, the earliest first.
    public List<Closure> ahead() {
        var today = roster.today();
        return rows.absences(today, today.plusDays(Absences.MOST_DAYS)).stream()
                .flatMap(absence -> closure(absence).stream())
                .filter(closure -> closure.holds && closure.span.end().isAfter(clock.instant()))
                .toList();
    }

    /// Those that were given back, and would not be over yet, the earliest first.
    public List<Closure> givenBack() {
        return rows.ended(roster.today()).stream()
                .flatMap(absence -> closure(absence).stream())
                .filter(closure -> !closure.holds && closure.span.end().isAfter(clock.instant()))
                .toList();
    }

    private Optional<Closure> closure(Absence absence) {
        var concerned = absence.concerned();
        return absence.time()
                .in(roster.zone())
                .map(span ->
                        new Closure(
                                absence.id(),
                                concerned.staffId(),
                                concerned.roomId(),
                                concerned.siteId(),
                                span,
                                absence.hoursTaken(),
                                absence.decidedAt().orElseGet(() -> Ids.madeAt(absence.id())),
                                absence.holds()));
    }

    /// The visits of a time in which their doctor is not there, or the clinic closed: who comes is asked in vain, until each
    /// has an answer on the re-plan board.
    public Set<UUID> hit(Span time) {
        var zone = roster.zone();
        return rows
                .absences(
                        roster.dayOf(time.start()).minusDays(1),
                        LocalDate.ofInstant(time.end(), zone))
                .stream()
                .flatMap(absence -> closure(absence).stream())
                .filter(closure -> closure.holds && closure.roomId == null)
                .filter(closure -> closure.span.overlaps(time))
                .flatMap(closure -> hit(closure).stream())
                .collect(Collectors.toSet());
    }

    /// The visits that keep something busy in the closed time; of hours that were made shorter those that stand outside them.
    public Set<UUID> hit(Closure closure) {
        var concerned = new Absence.Concerned(closure.staffId, closure.roomId, closure.siteId);
        var hours = closure.hoursTaken ? hours(closure) : List.<Span>of();
        return booked.hit(concerned, closure.span).stream()
                .filter(visit -> hours.stream().noneMatch(open -> open.contains(visit.span())))
                .map(BookedTimes.Hit::appointmentId)
                .collect(Collectors.toSet());
    }
}
