package org.clinicdesk.server.report;

import org.clinicdesk.server.appointment.Status;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.queue.QueueEntry;
import org.clinicdesk.server.queue.StayState;
import org.clinicdesk.server.report.Figures.OfMedicine;
import org.clinicdesk.server.report.Figures.OfPractitioner;
import org.clinicdesk.server.report.Figures.OfPrescriber;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;
import org.hibernate.query.Query;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Counts what happened on a day.
final class Days {

    private final Db db;
    private final Roster roster;
    private final Staff staff;

    Days(Db db, Roster roster, Staff staff) {
        this.db = db;
        this.roster = roster;
        this.staff = staff;
    }

    LocalDate today() {
        return roster.today();
    }

    /// One query for each kind of thing that is counted, however many there are.
    Figures figures(LocalDate date) {
        var day = roster.day(date);
        var stays = stays(date);
        var names = names();
        return new Figures(
                byPractitioner(day, stays, names),
                byHour(stays),
                newPatients(day),
                prescribed(day, names),
                dispensed(day));
    }

    private Map<UUID, String> names() {
        return staff.all().stream().collect(Collectors.toMap(StaffMember::id, StaffMember::name));
    }

    private List<QueueEntry> stays(LocalDate date) {
        return db.session()
                .createQuery(
                        "from QueueEntry where onDay = :day and state <> LEFT", QueueEntry.class)
                .setParameter("day", date)
                .list();
    }

    private List<OfPractitioner> byPractitioner(
            Span day, List<QueueEntry> stays, Map<UUID, String> names) {
        var visits = new HashMap<UUID, Visits>();
        booked(day)
                .list()
                .forEach(row ->
                        visits.merge(
                                (UUID) row[0],
                                booked((Status) row[1], (Long) row[2]),
                                Visits::plus));
        stays.forEach(stay ->
                stay.practitionerId()
                        .ifPresent(practitioner ->
                                visits.merge(practitioner, stayed(stay), Visits::plus)));
        return visits.entrySet().stream()
                .map(entry ->
                        new OfPractitioner(
                                names.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .sorted(Comparator.comparing(OfPractitioner::name))
                .toList();
    }

    private Query<Object[]> booked(Span day) {
        return within(
                day,
                """
                select practitionerId, status, count(*) from Appointment
                where startsAt >= :from and startsAt < :to group by practitionerId, status\
                """,
                Object[].class);
    }

    private static Visits booked(Status status, long count) {
        return new Visits(
                count,
                0,
                0,
                status == Status.CANCELLED ? count : 0,
                status == Status.NO_SHOW ? count : 0,
                List.of());
    }

    private static Visits stayed(QueueEntry stay) {
        return new Visits(
                0, 1, stay.state() == StayState.DONE ? 1 : 0, 0, 0, wait(stay).stream().toList());
    }

    private static Optional<Duration> wait(QueueEntry stay) {
        return stay.calledAt().map(called -> Duration.between(stay.since(), called));
    }

    private SortedMap<LocalTime, Visits> byHour(List<QueueEntry> stays) {
        var zone = roster.zone();
        var byHour = new TreeMap<LocalTime, Visits>();
        for (var stay : stays) {
            var hour = LocalTime.of(stay.since().atZone(zone).getHour(), 0);
            byHour.merge(hour, stayed(stay), Visits::plus);
        }
        return byHour;
    }

    private long newPatients(Span day) {
        return within(
                        day,
                        "select count(*) from Patient where registeredAt >= :from and registeredAt"
                                + " < :to",
                        Long.class)
                .getSingleResult();
    }

    private List<OfPrescriber> prescribed(Span day, Map<UUID, String> names) {
        return within(
                        day,
                        """
                        select p.prescriberId, count(distinct p.id), count(l.id)
                        from Prescription p join p.lines l
                        where p.signedAt >= :from and p.signedAt < :to group by p.prescriberId\
                        """,
                        Object[].class)
                .list()
                .stream()
                .map(row ->
                        new OfPrescriber(
                                names.getOrDefault((UUID) row[0], ""),
                                (Long) row[1],
                                (Long) row[2]))
                .sorted(Comparator.comparing(OfPrescriber::name))
                .toList();
    }

    private List<OfMedicine> dispensed(Span day) {
        return within(
                        day,
                        """
                        select lot.productName, count(item.id), sum(item.quantity)
                        from MedicationDispense item
                        join Lot lot on lot.id = item.lotId
                        join Dispensing dispensing on dispensing.id = item.dispensingId
                        where dispensing.at >= :from and dispensing.at < :to
                        group by lot.productName order by lot.productName\
                        """,
                        Object[].class)
                .list()
                .stream()
                .map(row -> new OfMedicine((String) row[0], (Long) row[1], (Long) row[2]))
                .toList();
    }

    private <T> Query<T> within(Span day, String query, Class<T> type) {
        return db.session()
                .createQuery(query, type)
                .setParameter("from", day.start())
                .setParameter("to", day.end());
    }
}
