package org.clinicdesk.server.appointment;

import static java.time.ZoneOffset.UTC;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// Which visits left a time, told by the history: they were moved or cancelled, by whatever way.
public final class Departures {

    /// Found by the bookings that were given up, of which there is an index.
    private static final String LEFT =
            """
            select h.appointment_id, h.old_practitioner_id, h.old_starts_at, h.old_ends_at
            from booking b join appointment_history h on h.appointment_id = b.appointment_id
              join appointment a on a.id = h.appointment_id
            where b.ends_at > ? and b.starts_at < ? and h.old_ends_at > ? and h.old_starts_at < ? and h.at >= ?
              and b.ends_at < ?
              and not b.active
              and (h.old_status in ('REQUESTED', 'BOOKED')
                or h.old_status = 'ARRIVED' and h.new_cancel_reason = 'RESCHEDULED')
              and (h.new_status = 'CANCELLED' or h.new_starts_at <> h.old_starts_at
                or h.new_practitioner_id <> h.old_practitioner_id
                or h.new_room_id is distinct from h.old_room_id)
            """;

    private static final String ORDER = "order by h.at, h.number";

    private final Db db;

    Departures(Db db) {
        this.db = db;
    }

    /// A visit that left, and where it was.
    public record Left(UUID visit, UUID practitioner, Span span) {}

    /// Whose time it was; all of a site or of the clinic when nobody and no room is named.
    public record Of(@Nullable UUID resource, @Nullable UUID site) {}

    /// Those that left a time since a moment, each once, as it was before it first did.
    public List<Left> since(Of of, Span span, Instant since) {
        var left = new LinkedHashMap<UUID, Left>();
        db.sql(connection -> {
            try (var query = connection.prepareStatement(sql(of))) {
                fill(query, of, span, since);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        var one = left(rows);
                        left.putIfAbsent(one.visit, one);
                    }
                }
            }
        });
        return List.copyOf(left.values());
    }

    private static String sql(Of of) {
        if (of.resource != null) {
            return LEFT + "and b.resource_id = ? " + ORDER;
        }
        return LEFT
                + "and b.kind = 'PRACTITIONER' "
                + (of.site == null ? "" : "and a.site_id = ? ")
                + ORDER;
    }

    private static void fill(PreparedStatement query, Of of, Span span, Instant since)
            throws SQLException {
        for (var parameter = 1; parameter < 5; parameter += 2) {
            query.setObject(parameter, OffsetDateTime.ofInstant(span.start(), UTC));
            query.setObject(parameter + 1, OffsetDateTime.ofInstant(span.end(), UTC));
        }
        query.setObject(5, OffsetDateTime.ofInstant(since, UTC));
        query.setObject(6, OffsetDateTime.ofInstant(span.end().plus(Booking.LONGEST), UTC));
        var whose = of.resource == null ? of.site : of.resource;
        if (whose != null) {
            query.setObject(7, whose);
        }
    }

    private static Left left(ResultSet row) throws SQLException {
        return new Left(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Span(instant(row, 3), instant(row, 4)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
