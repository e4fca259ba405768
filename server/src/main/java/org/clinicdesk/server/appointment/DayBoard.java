package org.clinicdesk.server.appointment;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads all that a day of a site shows, in a number of queries that does not grow with the visits.
final class DayBoard {

    private final Db db;
    private final Roster roster;
    private final QueueEntries queue;
    private final Holds holds;
    private final Pinboard pinboard;
    private final Resources resources;

    DayBoard(
            Db db,
            Roster roster,
            QueueEntries queue,
            Holds holds,
            Pinboard pinboard,
            Resources resources) {
        this.db = db;
        this.roster = roster;
        this.queue = queue;
        this.holds = holds;
        this.pinboard = pinboard;
        this.resources = resources;
    }

    /// @param columns by name
    /// @param visits by start
    record Day(
            List<Column> columns,
            List<Visit> visits,
            Map<UUID, String> tickets,
            List<Holds.Held> holds,
            List<Pinboard.Pinned> pins,
            List<VisitType> types,
            List<Resource> resources) {}

    /// One practitioner's day.
    record Column(UUID practitionerId, String name, String specialty, List<Span> hours) {}

    /// A booked visit with whom it is for.
    record Visit(Appointment appointment, Patient patient) {}

    Day read(UUID site, LocalDate day) {
        var visits = visits(site, roster.day(day));
        var hours = roster.hours(site, day);
        var busy =
                visits.stream()
                        .flatMap(visit -> visit.appointment.practitioners().stream())
                        .collect(Collectors.toSet());
        return new Day(
                columns(hours, busy),
                visits,
                queue.tickets(site, day),
                holds.live(site, roster.day(day)),
                pinboard.all(site),
                resources.visitTypes(),
                resources.all(site));
    }

    private List<Visit> visits(UUID site, Span day) {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.appointment.DayBoard$Visit(a, p)
                        from Appointment a join Patient p on p.id = a.patientId
                        where a.siteId = :site and a.startsAt > :earliest and a.startsAt < :end and a.endsAt > :start
                        order by a.startsAt, a.id\
                        """,
                        Visit.class)
                .setParameter("site", site)
                .setParameter("earliest", day.start().minus(Appointment.LONGEST))
                .setParameter("start", day.start())
                .setParameter("end", day.end())
                .list();
    }

    /// Those with visits stand there also when they have no hours, or cannot be booked any more.
    private List<Column> columns(Map<UUID, List<Span>> hours, Set<UUID> busy) {
        return db
                .session()
                .createQuery(
                        """
                        select id, name, specialty from StaffMember
                        where id in (:busy) or bookable and active and id in (:working)
                        order by name, id\
                        """,
                        Object[].class)
                .setParameterList("busy", someIds(busy))
                .setParameterList("working", someIds(hours.keySet()))
                .list()
                .stream()
                .map(row ->
                        new Column(
                                (UUID) row[0],
                                (String) row[1],
                                (String) row[2],
                                hours.getOrDefault((UUID) row[0], List.of())))
                .toList();
    }

    private static Collection<UUID> someIds(Set<UUID> ids) {
        return ids.isEmpty() ? Set.of(new UUID(0, 0)) : ids;
    }
}
