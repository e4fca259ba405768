package org.clinicdesk.server.appointment;

import static java.time.ZoneOffset.UTC;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.SqlStates;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/// Who and what is busy when; the judge of every conflict.
///
/// Whoever wants a span first locks a row for each of its resources on each day of the clinic that the span touches, and
/// the row of the patient, all in one order, so that nobody waits in a circle. What is then found free stays free until the transaction ends.
final class Bookings {

    private static final String LOCK =
            "select 1 from resource_day where resource_id = ? and on_day = ? for update";
    private static final String LOCK_PATIENT = "select 1 from patient where id = ? for update";
    private static final String MAKE =
            "insert into resource_day (resource_id, on_day) values (?, ?) on conflict do nothing";
    private static final String LOOK =
            """
            select 1 from booking
            where resource_id = ? and ends_at > ? and starts_at < ? and active and appointment_id <> ?
            limit 1\
            """;

    private final Db db;
    private final Clock clock;
    private final Roster roster;

    Bookings(Db db, Clock clock, Roster roster) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
    }

    /// A row to be locked, in the order of locking.
    private record ResourceDay(UUID resourceId, LocalDate day) implements Comparable<ResourceDay> {
        private static final Comparator<ResourceDay> ORDER =
                Comparator.comparing(ResourceDay::resourceId).thenComparing(ResourceDay::day);

        @Override
        public int compareTo(ResourceDay other) {
            return ORDER.compare(this, other);
        }
    }

    /// The days a span touches; one that ends at midnight does not touch the next.
    static List<LocalDate> days(Span span, ZoneId zone) {
        var first = LocalDate.ofInstant(span.start(), zone);
        var last = LocalDate.ofInstant(span.end().minusNanos(1), zone);
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /// Locks what a visit needs and looks whether it is free, but for what the visit itself holds. It stays free until the
    /// transaction ends, so that [#hold] can follow. @throws Refusal SLOT_TAKEN
    void claim(Appointment appointment) {
        var resources = resources(appointment);
        // A first look, without a lock: what is taken is taken, and nobody needs to queue up to be
        // told.
        refuseTaken(appointment, resources);
        lock(resources, appointment.span());
        lockPatient(appointment.patientId());
        refuseTaken(appointment, resources);
    }

    /// Makes the span of a visit its own, once claimed. What it held before must be released.
    /// @throws Refusal SLOT_TAKEN
    void hold(Appointment appointment) {
        resources(appointment)
                .forEach((kind, resource) ->
                        db.session()
                                .persist(
                                        new Booking(
                                                Ids.next(clock),
                                                appointment.id(),
                                                kind,
                                                resource,
                                                appointment.span())));
        try {
            db.session().flush();
        } catch (RuntimeException e) {
            // Only somebody who writes past the locks can bring this about; whose time it was is
            // not told.
            throw SqlStates.taken(e, "") ? taken(ResourceKind.PRACTITIONER) : e;
        }
    }

    /// Gives up what a visit holds. That cannot hurt anybody, so nothing is locked.
    void release(Appointment appointment) {
        db.session()
                .createQuery(
                        "from Booking where active and appointmentId = :appointment", Booking.class)
                .setParameter("appointment", appointment.id())
                .list()
                .forEach(Booking::release);
        // Before the new rows, which Hibernate would insert first.
        db.session().flush();
    }

    private static Map<ResourceKind, UUID> resources(Appointment appointment) {
        var resources = new EnumMap<ResourceKind, UUID>(ResourceKind.class);
        resources.put(ResourceKind.PRACTITIONER, appointment.practitionerId());
        appointment.roomId().ifPresent(room -> resources.put(ResourceKind.ROOM, room));
        resources.put(ResourceKind.PATIENT, appointment.patientId());
        return resources;
    }

    private void lock(Map<ResourceKind, UUID> resources, Span span) {
        var rows = new TreeSet<ResourceDay>();
        for (var day : days(span, roster.zone())) {
            resources.forEach((kind, resource) -> {
                if (kind != ResourceKind.PATIENT) {
                    rows.add(new ResourceDay(resource, day));
                }
            });
        }
        db.sql(connection -> {
            try (var lock = connection.prepareStatement(LOCK)) {
                for (var row : rows) {
                    if (!locked(lock, row)) {
                        make(row);
                        locked(lock, row);
                    }
                }
            }
        });
    }

    /// A patient is seldom booked twice at once, so his own row will do: one for each of his days would be made
    /// for nearly every booking. It comes after the others, always.
    private void lockPatient(UUID patient) {
        db.sql(connection -> {
            try (var lock = connection.prepareStatement(LOCK_PATIENT)) {
                lock.setObject(1, patient);
                lock.executeQuery().close();
            }
        });
    }

    private static boolean locked(PreparedStatement lock, ResourceDay row) throws SQLException {
        lock.setObject(1, row.resourceId);
        lock.setObject(2, row.day);
        try (var found = lock.executeQuery()) {
            return found.next();
        }
    }

    /// Makes a row that is not there yet in a transaction of its own: made in this one, it would line
    /// up everybody behind it until we commit.
    private void make(ResourceDay row) {
        db.apart(connection -> {
            try (var insert = connection.prepareStatement(MAKE)) {
                insert.setObject(1, row.resourceId);
                insert.setObject(2, row.day);
                insert.executeUpdate();
            }
        });
    }

    /// Plain JDBC, for this is asked twice of every booking, and Hibernate would compare all it has read
    /// before each question.
    private void refuseTaken(Appointment appointment, Map<ResourceKind, UUID> resources) {
        db.sql(connection -> {
            try (var look = connection.prepareStatement(LOOK)) {
                var busy = EnumSet.noneOf(ResourceKind.class);
                for (var resource : resources.entrySet()) {
                    look.setObject(1, resource.getValue());
                    look.setObject(2, OffsetDateTime.ofInstant(appointment.span().start(), UTC));
                    look.setObject(3, OffsetDateTime.ofInstant(appointment.span().end(), UTC));
                    look.setObject(4, appointment.id());
                    try (var found = look.executeQuery()) {
                        if (found.next()) {
                            busy.add(resource.getKey());
                        }
                    }
                }
                busy.stream()
                        .findFirst()
                        .ifPresent(kind -> {
                            throw taken(kind);
                        });
            }
        });
    }

    private static Refusal taken(ResourceKind kind) {
        return new Refusal(AppointmentRefusal.SLOT_TAKEN, Map.of("resource", kind.code()));
    }

    List<Overlap> overlaps() {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.appointment.Overlap(
                          a.kind, a.resourceId, a.appointmentId, b.appointmentId, b.startsAt)
                        from Booking a join Booking b
                          on b.resourceId = a.resourceId and b.id > a.id
                          and b.startsAt < a.endsAt and b.endsAt > a.startsAt
                        where a.active and b.active and not a.overbooked and not b.overbooked\
                        """,
                        Overlap.class)
                .list();
    }
}
