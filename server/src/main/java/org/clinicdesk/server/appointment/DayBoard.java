package org.clinicdesk.server.appointment;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads all that some days of a site show, in a number of queries that grows neither with the visits nor with the days.
final class DayBoard {

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String VISITS =
            """
            select new org.clinicdesk.server.appointment.DayBoard$Visit(a, p)
            from Appointment a join Patient p on p.id = a.patientId
            where a.siteId = :site and a.startsAt > :earliest and a.startsAt < :end and a.endsAt > :start
            """;

    private static final String BUSY =
            """
            and exists (
              select 1 from Booking b
              where b.appointmentId = a.id and b.active and b.resourceId = :busy)
            """;

    private static final String ORDER = "order by a.startsAt, a.id";

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
            List<Resources.Offered> types,
            List<Resource> resources,
            Map<UUID, List<Span>> closedRooms) {}

    /// Days in a row at a site.
    ///
    /// @param last included
    /// @param busy only what keeps this doctor or this room busy; null for all
    record Wanted(UUID site, LocalDate first, LocalDate last, @Nullable UUID busy) {}

    /// The days of one practitioner.
    record Column(UUID practitionerId, String name, String specialty, List<Span> hours) {}

    /// A booked visit with whom it is for.
    record Visit(Appointment appointment, Patient patient) {}

    Day read(UUID site, LocalDate day) {
        return read(new Wanted(site, day, day, null));
    }

    Day read(Wanted wanted) {
        var site = wanted.site;
        var days = new Span(roster.day(wanted.first).start(), roster.day(wanted.last).end());
        var visits = visits(wanted, days);
        var hours = roster.hours(site, wanted.first, wanted.last);
        var busy =
                visits.stream()
                        .flatMap(visit -> visit.appointment.practitioners().stream())
                        .collect(Collectors.toSet());
        return new Day(
                columns(hours, busy),
                visits,
                queue.tickets(site, dayOfTickets(wanted)),
                holds.live(site, days).stream()
                        .filter(held -> wanted.busy == null || held.keeps(wanted.busy))
                        .toList(),
                pinboard.all(site),
                resources.offered(),
                resources.all(site),
                roster.blockedRooms(wanted.first, wanted.last));
    }

    /// Of several days only today has people in the queue.
    private LocalDate dayOfTickets(Wanted wanted) {
        var today = roster.today();
        return today.isBefore(wanted.first) || today.isAfter(wanted.last) ? wanted.first : today;
    }

    private List<Visit> visits(Wanted wanted, Span days) {
        var query =
                db.session()
                        .createQuery(
                                VISITS + (wanted.busy == null ? "" : BUSY) + ORDER, Visit.class)
                        .setParameter("site", wanted.site)
                        .setParameter("earliest", days.start().minus(Appointment.LONGEST))
                        .setParameter("start", days.start())
                        .setParameter("end", days.end());
        if (wanted.busy != null) {
            query.setParameter("busy", wanted.busy);
        }
        return query.list();
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
        return ids.isEmpty() ? Set.of(NOBODY) : ids;
    }
}
