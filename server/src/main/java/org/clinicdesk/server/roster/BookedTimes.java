package org.clinicdesk.server.roster;

import static java.time.ZoneOffset.UTC;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.ResourceDays.ResourceDay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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

    /// By the times of the visits: those of the bookings are longer by what the doctor needs before and after.
    private static final String VISITS =
            """
            select a.id, b.resource_id, a.site_id, a.starts_at, a.ends_at, a.status = 'ARRIVED'
            from booking b join appointment a on a.id = b.appointment_id
            where b.ends_at > ? and b.starts_at < ? and a.ends_at > ? and a.starts_at < ? and b.active
            """;

    private static final String ORDER = "order by a.starts_at, b.id";
    private static final String OF_RESOURCE = VISITS + "and b.resource_id = ? " + ORDER;
    private static final String OF_ALL = VISITS + "and b.kind = 'PRACTITIONER' ";
    private static final String OF_RESOURCE_AT =
            VISITS + "and b.resource_id = ? and a.site_id = ? " + ORDER;
    private static final String OF_SITE = OF_ALL + "and a.site_id = ? " + ORDER;

    private final Db db;
    private final ResourceDays days;

    BookedTimes(Db db) {
        this.db = db;
        this.days = new ResourceDays(db);
    }

    /// A visit in a time that is to be closed, by one of the resources that it keeps busy.
    ///
    /// @param there whether the person sits in the waiting room
    record Hit(UUID appointmentId, UUID resourceId, UUID siteId, Span span, boolean there) {

        /// Who waits longer was forgotten.
        private static final Duration LONGEST_WAIT = Duration.ofHours(8);

        /// Whether it is to come, or the person is there and waits.
        boolean ahead(Instant now) {
            return span.end().isAfter(there ? now.minus(LONGEST_WAIT) : now);
        }
    }

    /// Visits booked in a span with whom or what is concerned, by start.
    List<Hit> hit(Absence.Concerned concerned, Span span) {
        var resource = concerned.staffId() != null ? concerned.staffId() : concerned.roomId();
        var site = concerned.siteId();
        if (resource != null) {
            return site != null
                    ? find(OF_RESOURCE_AT, span, resource, site)
                    : find(OF_RESOURCE, span, resource);
        }
        return site != null ? find(OF_SITE, span, site) : find(OF_ALL + ORDER, span);
    }

    private List<Hit> find(String sql, Span span, UUID... of) {
        var hits = new ArrayList<Hit>();
        db.sql(connection -> {
            try (var query = connection.prepareStatement(sql)) {
                for (var parameter = 1; parameter < 5; parameter += 2) {
                    query.setObject(parameter, OffsetDateTime.ofInstant(span.start(), UTC));
                    query.setObject(parameter + 1, OffsetDateTime.ofInstant(span.end(), UTC));
                }
                for (var i = 0; i < of.length; i++) {
                    query.setObject(5 + i, of[i]);
                }
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
                row.getObject(3, UUID.class),
                new Span(instant(row, 4), instant(row, 5)),
                row.getBoolean(6));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Keeps bookings of these resources on these days, the last included, waiting until the transaction ends.
    void lock(Collection<UUID> resources, LocalDate from, LocalDate to) {
        var rows = new TreeSet<ResourceDay>();
        for (var resource : resources) {
            from.datesUntil(to.plusDays(1))
                    .forEach(day -> rows.add(new ResourceDay(resource, day)));
        }
        days.lock(rows);
    }
}
