package org.clinicdesk.server.appointment;

import static java.time.ZoneOffset.UTC;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What keeps many resources busy over many days, read at once. Nothing is locked: it may be old when it is used.
final class Occupied {

    private final Map<UUID, List<Row>> rows;
    private final Set<UUID> gone;

    /// @param owner the visit or the hold; null for what is only supposed
    /// @param visit when the visit itself is, without buffers; null for what does not count as one
    private record Row(UUID resource, Span busy, @Nullable UUID owner, @Nullable Span visit) {}

    /// @param gone the visits and holds that are as if they were not there
    private Occupied(Map<UUID, List<Row>> rows, Set<UUID> gone) {
        this.rows = rows;
        this.gone = gone;
    }

    /// Joined, not `in`: so the index is read for the range only, of each resource.
    private static final String READ =
            """
            select b.resource_id, b.starts_at, b.ends_at, coalesce(b.appointment_id, b.hold_id),
              b.visit_starts_at, b.visit_ends_at
            from unnest(cast(? as uuid array)) as r (id) join booking b on b.resource_id = r.id
            where b.active and b.ends_at > ? and b.ends_at < ? and b.starts_at < ?
              and (b.hold_id is null or b.expires_at > ?)\
            """;

    /// @param now by the clock that judges holds
    static Occupied read(Db db, Collection<UUID> resources, Span range, Instant now) {
        // What this transaction did counts too.
        db.session().flush();
        var found = new ArrayList<Row>();
        db.sql(connection -> {
            try (var query = connection.prepareStatement(READ)) {
                query.setArray(1, connection.createArrayOf("uuid", resources.toArray()));
                query.setObject(2, utc(range.start().minus(VisitType.LONGEST_BUFFER)));
                query.setObject(3, utc(range.end().plus(Booking.LONGEST)));
                query.setObject(4, utc(range.end().plus(VisitType.LONGEST_BUFFER)));
                query.setObject(5, utc(now));
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(row(rows));
                    }
                }
            }
        });
        return new Occupied(
                new HashMap<>(found.stream().collect(Collectors.groupingBy(row -> row.resource))),
                Set.of());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, UTC);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new Span(instant(row, 2), instant(row, 3)),
                row.getObject(4, UUID.class),
                row.getObject(5) == null ? null : new Span(instant(row, 5), instant(row, 6)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// One more; nothing of it is stored.
    ///
    /// @param visit null when it is not to count as a visit of that day
    void add(UUID resource, Span busy, @Nullable Span visit) {
        var all = new ArrayList<>(rows.getOrDefault(resource, List.of()));
        all.add(new Row(resource, busy, null, visit));
        rows.put(resource, all);
    }

    List<Span> busy(UUID resource) {
        return of(resource).stream().map(Row::busy).toList();
    }

    /// The same as if some visits and holds were not there. What is added to either is in both.
    Occupied without(Set<UUID> owners) {
        return new Occupied(rows, owners);
    }

    boolean free(UUID resource, Span time) {
        return of(resource).stream().noneMatch(row -> row.busy.overlaps(time));
    }

    /// What a visit that is looked for must not touch: the past, what its doctor has, with the buffers of the service
    /// around it, and what its patient has.
    ///
    /// @param patient null when nobody is named yet
    List<Span> taken(
            UUID doctor, Duration before, Duration after, @Nullable UUID patient, Instant now) {
        var taken = new ArrayList<Span>();
        taken.add(new Span(Instant.EPOCH, now));
        busy(doctor)
                .forEach(span ->
                        taken.add(new Span(span.start().minus(after), span.end().plus(before))));
        if (patient != null) {
            taken.addAll(busy(patient));
        }
        return taken;
    }

    /// What the visits of a doctor that start on a day amount to, with one more.
    ///
    /// @param promised visits that are not booked yet and count all the same
    Caps.Load load(UUID doctor, Span day, Duration more, List<Span> promised) {
        var time = more;
        var visits = 1;
        var booked = of(doctor).stream().map(Row::visit).filter(Objects::nonNull);
        for (var visit : Stream.concat(booked, promised.stream()).toList()) {
            if (!visit.start().isBefore(day.start()) && visit.start().isBefore(day.end())) {
                time = time.plus(Duration.between(visit.start(), visit.end()));
                visits++;
            }
        }
        return new Caps.Load(time, visits, 0);
    }

    private List<Row> of(UUID resource) {
        var all = rows.getOrDefault(resource, List.of());
        return gone.isEmpty()
                ? all
                : all.stream()
                        .filter(row -> row.owner == null || !gone.contains(row.owner))
                        .toList();
    }
}
