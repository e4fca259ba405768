package org.clinicdesk.server.roster;

import static java.time.ZoneOffset.UTC;

import org.clinicdesk.server.platform.Db;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/// Looks at what is booked, without knowing the feature that books: an absence must tell which visits it hits.
///
/// The rows of (resource, day) are those that a booking locks, in the same order: a visit is either booked before, and
/// seen here, or judged after, and finds the absence.
final class BookedTimes {

    private static final String LOCK =
            "select 1 from resource_day where resource_id = ? and on_day = ? for update";
    private static final String MAKE =
            "insert into resource_day (resource_id, on_day) values (?, ?) on conflict do nothing";
    private static final String OF_RESOURCE =
            """
            select appointment_id, resource_id, starts_at, ends_at from booking
            where resource_id = ? and ends_at > ? and starts_at < ? and active
            order by starts_at, id\
            """;
    private static final String OF_SITE =
            """
            select b.appointment_id, b.resource_id, b.starts_at, b.ends_at
            from booking b join appointment a on a.id = b.appointment_id
            where b.kind = 'PRACTITIONER' and a.site_id = ? and b.ends_at > ? and b.starts_at < ? and b.active
            order by b.starts_at, b.id\
            """;
    private static final String OF_ALL =
            """
            select appointment_id, resource_id, starts_at, ends_at from booking
            where kind = 'PRACTITIONER' and ends_at > ? and starts_at < ? and active
            order by starts_at, id\
            """;

    private final Db db;

    BookedTimes(Db db) {
        this.db = db;
    }

    /// A visit in a time that is to be closed, by one of the resources that it keeps busy.
    record Hit(UUID appointmentId, UUID resourceId, Span span) {}

    /// Visits booked in a span with whom or what is concerned, by start.
    List<Hit> hit(Absence.Concerned concerned, Span span) {
        var resource = concerned.staffId() != null ? concerned.staffId() : concerned.roomId();
        if (resource != null) {
            return find(OF_RESOURCE, resource, span);
        }
        return concerned.siteId() != null
                ? find(OF_SITE, concerned.siteId(), span)
                : find(OF_ALL, null, span);
    }

    private List<Hit> find(String sql, @org.jspecify.annotations.Nullable UUID of, Span span) {
        var hits = new ArrayList<Hit>();
        db.sql(connection -> {
            try (var query = connection.prepareStatement(sql)) {
                var next = 1;
                if (of != null) {
                    query.setObject(next++, of);
                }
                query.setObject(next++, OffsetDateTime.ofInstant(span.start(), UTC));
                query.setObject(next, OffsetDateTime.ofInstant(span.end(), UTC));
                try (var found = query.executeQuery()) {
                    while (found.next()) {
                        hits.add(hit(found));
                    }
                }
            }
        });
        return hits;
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Span(instant(row, 3), instant(row, 4)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Keeps bookings of these resources on these days, the last included, waiting until the transaction ends.
    void lock(Collection<UUID> resources, LocalDate from, LocalDate to) {
        db.sql(connection -> {
            try (var lock = connection.prepareStatement(LOCK)) {
                for (var resource : new TreeSet<>(resources)) {
                    for (var day : from.datesUntil(to.plusDays(1)).toList()) {
                        if (!locked(lock, resource, day)) {
                            make(resource, day);
                            locked(lock, resource, day);
                        }
                    }
                }
            }
        });
    }

    private static boolean locked(PreparedStatement lock, UUID resource, LocalDate day)
            throws SQLException {
        lock.setObject(1, resource);
        lock.setObject(2, day);
        try (var found = lock.executeQuery()) {
            return found.next();
        }
    }

    /// In a transaction of its own, as a booking does it.
    private void make(UUID resource, LocalDate day) {
        db.apart(connection -> {
            try (var insert = connection.prepareStatement(MAKE)) {
                insert.setObject(1, resource);
                insert.setObject(2, day);
                insert.executeUpdate();
            }
        });
    }
}
