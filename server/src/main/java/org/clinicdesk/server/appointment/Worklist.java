package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Closures;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What is left to do: nothing of it happens by itself, and nothing of it is forgotten.
final class Worklist {

    /// A longer list is counted, and its beginning shown.
    private static final int MOST = 200;

    private static final String UNCONFIRMED = "and a.confirmation <> CONFIRMED";
    private static final String STAYS =
            """
             and (a.id not in (:hit) or exists (
                    select 1 from ReplanAnswer r where r.standingAppointmentId = a.id and r.kind = KEPT))\
            """;

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Closures closures;

    Worklist(Db db, Clock clock, Roster roster, Closures closures) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.closures = closures;
    }

    /// @param visits the first of them, earliest first
    /// @param count all of them
    record Part(List<DayBoard.Visit> visits, long count) {}

    /// Expected tomorrow, and nobody said that he will come. Nobody is asked to come while the clinic is closed or his doctor
    /// away: such a visit is on the re-plan board, until somebody says there that it stays.
    Part unconfirmed(UUID site) {
        var tomorrow = roster.day(roster.today().plusDays(1));
        var hit = closures.hit(tomorrow);
        return part(
                site,
                Status.EXPECTED,
                tomorrow,
                hit.isEmpty() ? UNCONFIRMED : UNCONFIRMED + STAYS,
                hit.isEmpty() ? Map.of() : Map.of("hit", hit));
    }

    /// Before today, and nobody said what became of them; who came shortly before midnight and still waits is none of them.
    Part unresolved(UUID site) {
        var today = roster.day(roster.today()).start();
        var night = clock.instant().minus(Appointments.NIGHT);
        return part(
                site,
                Status.AHEAD,
                new Span(Instant.EPOCH, today),
                "and (a.arrivedAt is null or a.arrivedAt < :night)",
                Map.of("night", night));
    }

    /// Begun today longer ago than the clinic waits, and not there.
    Part late(UUID site, BookingRules rules) {
        var today = roster.day(roster.today()).start();
        var until = clock.instant().minus(rules.lateAfter());
        return until.isAfter(today)
                ? part(site, Status.EXPECTED, new Span(today, until), "")
                : new Part(List.of(), 0);
    }

    /// Of today, given up by the clinic itself: nobody signed in did it, after the visit had begun, and nothing happened since.
    Part released(UUID site) {
        return part(
                site,
                List.of(Status.NO_SHOW, Status.CANCELLED),
                roster.day(roster.today()),
                """
                and exists (select 1 from AppointmentHistory h
                            where h.key.appointmentId = a.id and h.key.number = a.changes
                              and h.staffId is null and h.at >= a.startsAt and h.before.status in (BOOKED, REQUESTED))\
                """);
    }

    private Part part(UUID site, Collection<Status> statuses, Span starting, String more) {
        return part(site, statuses, starting, more, Map.of());
    }

    /// @param values those that `more` names
    private Part part(
            UUID site,
            Collection<Status> statuses,
            Span starting,
            String more,
            Map<String, Object> values) {
        var condition =
                """
                where a.siteId = :site and a.status in (:statuses) and a.startsAt >= :start and a.startsAt < :end
                """
                        + more;
        var visits =
                db.session()
                        .createQuery(
                                """
                                select new org.clinicdesk.server.appointment.DayBoard$Visit(a, p)
                                from Appointment a join Patient p on p.id = a.patientId
                                """
                                        + condition
                                        + " order by a.startsAt, a.id",
                                DayBoard.Visit.class)
                        .setParameter("site", site)
                        .setParameterList("statuses", statuses)
                        .setParameter("start", starting.start())
                        .setParameter("end", starting.end())
                        .setProperties(values)
                        .setMaxResults(MOST)
                        .list();
        return new Part(
                visits,
                visits.size() < MOST
                        ? visits.size()
                        : count(site, statuses, starting, condition, values));
    }

    private long count(
            UUID site,
            Collection<Status> statuses,
            Span starting,
            String condition,
            Map<String, Object> values) {
        return db.session()
                .createQuery("select count(*) from Appointment a " + condition, Long.class)
                .setParameter("site", site)
                .setParameterList("statuses", statuses)
                .setParameter("start", starting.start())
                .setParameter("end", starting.end())
                .setProperties(values)
                .getSingleResult();
    }
}
