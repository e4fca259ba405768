package org.clinicdesk.server.appointment;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Span;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The visits of one doctor, as the first one or beside another, and the people under his care.
final class Caseload {

    /// So long after he saw somebody he has the care of him.
    private static final Period CARE = Period.ofMonths(12);

    private static final Set<Status> SEEN = Set.of(Status.IN_ROOM, Status.FULFILLED);
    private static final Set<Status> COMING =
            Set.of(Status.REQUESTED, Status.BOOKED, Status.ARRIVED);

    /// Every visit has left bookings of its doctors, in use or given up: there is an index of them.
    private static final String HIS =
            """
            from Appointment a join Patient p on p.id = a.patientId
            where a.id in (select b.appointmentId from Booking b
                           where b.resourceId = :doctor and b.endsAt > :start and b.startsAt < :end)
              and (a.practitionerId = :doctor or a.others like :beside)
              and a.startsAt >= :start and a.startsAt < :end\
            """;

    private static final String CARED_FOR =
            HIS
                    + " and (a.status in (:seen) and a.startsAt <= :now"
                    + " or a.status in (:coming) and a.endsAt > :now)";

    private final Db db;
    private final Clock clock;

    Caseload(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A part of a list.
    ///
    /// @param count all of it
    record Part<T>(List<T> rows, long count) {}

    /// Which part of a list is asked for.
    record Page(int offset, int limit) {}

    /// @param last null when he did not see him within the time of care
    /// @param next null when nothing is booked
    record UnderCare(Patient patient, @Nullable Instant last, @Nullable Instant next) {}

    /// Those that begin in a span, the earliest first.
    ///
    /// @param statuses none: any
    Part<DayBoard.Visit> visits(UUID doctor, Span span, Set<Status> statuses, Page page) {
        var wanted = statuses.isEmpty() ? EnumSet.allOf(Status.class) : statuses;
        var condition = HIS + " and a.status in (:statuses)";
        var rows =
                his(
                                "select new org.clinicdesk.server.appointment.DayBoard$Visit(a, p) "
                                        + condition
                                        + " order by a.startsAt, a.id",
                                DayBoard.Visit.class,
                                doctor,
                                span)
                        .setParameterList("statuses", wanted)
                        .setFirstResult(page.offset)
                        .setMaxResults(page.limit)
                        .list();
        var count =
                his("select count(*) " + condition, Long.class, doctor, span)
                        .setParameterList("statuses", wanted)
                        .getSingleResult();
        return new Part<>(rows, count);
    }

    /// How many begin in a span, by where they stand.
    Map<Status, Long> counts(UUID doctor, Span span) {
        var counts = new EnumMap<Status, Long>(Status.class);
        his("select a.status, count(*) " + HIS + " group by a.status", Object[].class, doctor, span)
                .list()
                .forEach(row -> counts.put((Status) row[0], (Long) row[1]));
        return counts;
    }

    /// Whom he saw within the time of care or who comes to him, by name.
    Part<UnderCare> underCare(UUID doctor, Page page) {
        var rows =
                cared(
                                """
                                select p.id, max(case when a.status in (:seen) then a.startsAt end),
                                  min(case when a.status in (:coming) then a.startsAt end)\
                                """
                                        + " "
                                        + CARED_FOR
                                        + " group by p.id, p.sortName order by p.sortName, p.id",
                                Object[].class,
                                doctor)
                        .setFirstResult(page.offset)
                        .setMaxResults(page.limit)
                        .list();
        var count =
                cared("select count(distinct p.id) " + CARED_FOR, Long.class, doctor)
                        .getSingleResult();
        return new Part<>(
                rows.stream()
                        .map(row ->
                                new UnderCare(
                                        db.get(Patient.class, (UUID) row[0]),
                                        (Instant) row[1],
                                        (Instant) row[2]))
                        .toList(),
                count);
    }

    /// All that a doctor has or had in a span, also what was moved away from him or out of it.
    List<Appointment> everHis(UUID doctor, Span span) {
        return db.session()
                .createQuery(
                        """
                        from Appointment a
                        where a.id in (select b.appointmentId from Booking b
                                       where b.resourceId = :doctor and b.endsAt > :start and b.startsAt < :end)
                        and (a.cancelReason is null or a.cancelReason <> :mistake)
                        order by a.startsAt, a.id\
                        """,
                        Appointment.class)
                .setParameter("mistake", CancelReason.MISTAKE)
                .setParameter("doctor", doctor)
                .setParameter("start", span.start())
                .setParameter("end", span.end())
                .list();
    }

    private <T> SelectionQuery<T> cared(String query, Class<T> type, UUID doctor) {
        var now = clock.instant();
        var from = now.atOffset(ZoneOffset.UTC).minus(CARE).toInstant();
        var until = now.atOffset(ZoneOffset.UTC).plus(CARE.multipliedBy(10)).toInstant();
        return his(query, type, doctor, new Span(from, until))
                .setParameterList("seen", SEEN)
                .setParameterList("coming", COMING)
                .setParameter("now", now);
    }

    private <T> SelectionQuery<T> his(String query, Class<T> type, UUID doctor, Span span) {
        return db.session()
                .createSelectionQuery(query, type)
                .setParameter("doctor", doctor)
                .setParameter("beside", "%" + ResourceKind.PRACTITIONER + ":" + doctor + "%")
                .setParameter("start", span.start())
                .setParameter("end", span.end());
    }

    /// Those of some people that touch a day, the earliest first.
    List<DayBoard.Visit> ofPatients(Collection<UUID> patients, Span day) {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.appointment.DayBoard$Visit(a, p)
                        from Appointment a join Patient p on p.id = a.patientId
                        where a.patientId in (:patients) and a.startsAt > :earliest and a.startsAt < :end
                          and a.endsAt > :start and (a.cancelReason is null or a.cancelReason <> :mistake)
                        order by a.startsAt, a.id\
                        """,
                        DayBoard.Visit.class)
                .setParameter("mistake", CancelReason.MISTAKE)
                .setParameterList("patients", patients)
                .setParameter("earliest", day.start().minus(Appointment.LONGEST))
                .setParameter("start", day.start())
                .setParameter("end", day.end())
                .list();
    }
}
