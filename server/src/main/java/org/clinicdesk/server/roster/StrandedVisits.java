package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;

import java.time.Clock;
import java.util.UUID;

/// Sees that a visit which has a time again in which its doctor does not work any more is on the re-plan board: as with
/// leave, nobody is left without an answer.
public final class StrandedVisits {

    private static final String BOOKABLE =
            "select count(*) from StaffMember where id = :id and bookable and active";

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Closures closures;

    StrandedVisits(Db db, Clock clock, Roster roster, Closures closures) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.closures = closures;
    }

    /// To be called with the day of the doctor locked. Where an absence stands for the visit already, or it is over, nothing
    /// is left to do.
    public void keep(UUID staff, UUID site, Span visit) {
        if (!visit.end().isAfter(clock.instant())
                || works(staff, site, visit)
                || closures.ahead().stream().anyMatch(it -> it.standsFor(staff, site, visit))) {
            return;
        }
        db.session()
                .persist(
                        Absence.hoursTaken(
                                Ids.next(clock),
                                new Absence.Concerned(staff, null, site),
                                WallSpan.days(
                                        roster.dayOf(visit.start()), roster.dayOf(visit.start()))));
    }

    private boolean works(UUID staff, UUID site, Span visit) {
        // Not the member that was read before the day was locked.
        var bookable =
                db.session()
                        .createQuery(BOOKABLE, Long.class)
                        .setParameter("id", staff)
                        .getSingleResult();
        var last = roster.dayOf(visit.end().minusNanos(1));
        return bookable > 0
                && roster.hours(staff, site, roster.dayOf(visit.start()), last).stream()
                        .anyMatch(open -> open.contains(visit));
    }
}
