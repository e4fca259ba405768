package org.clinicdesk.server.platform;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// The right of one server to take care of something, until it lets it run out. It is a row of the database with an end by
/// the clock of the database, so that a server that dies keeps it for no longer than that.
public final class Lease {

    private static final String LOCK =
            "select holder, held_since, held_until, clock_timestamp() from lease where name = ? for"
                    + " update";
    private static final String TAKE =
            "update lease set holder = ?, held_since = ?, held_until = ? where name = ?";

    private final Db db;
    private final Clock clock;
    private final String name;
    private final Duration length;
    private final UUID self;

    /// @param name of a row that a migration has put there
    /// @param length several times as long as the pause after which it is taken again
    public Lease(Db db, Clock clock, String name, Duration length) {
        this.db = db;
        this.clock = clock;
        this.name = name;
        this.length = length;
        this.self = Ids.next(clock);
    }

    private record Row(@Nullable UUID holder, @Nullable Instant since, @Nullable Instant until) {

        boolean over(Instant now) {
            return until == null || until.isBefore(now);
        }
    }

    /// Takes it, or keeps it for longer.
    ///
    /// @return since when it was held without a gap, by whichever server; empty when another has it
    public Optional<Instant> take() {
        var since = new AtomicReference<Optional<Instant>>(Optional.empty());
        db.apart(connection -> since.set(take(connection)));
        return since.get();
    }

    private Optional<Instant> take(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, name);
            try (var rows = lock.executeQuery()) {
                rows.next();
                var row =
                        new Row(
                                rows.getObject(1, UUID.class),
                                instant(rows.getObject(2, OffsetDateTime.class)),
                                instant(rows.getObject(3, OffsetDateTime.class)));
                var now = rows.getObject(4, OffsetDateTime.class).toInstant();
                if (!self.equals(row.holder) && !row.over(now)) {
                    return Optional.empty();
                }
                var since = row.since == null || row.over(now) ? clock.instant() : row.since;
                store(connection, since, now.plus(length));
                return Optional.of(since);
            }
        }
    }

    private void store(Connection connection, Instant since, Instant until) throws SQLException {
        try (var take = connection.prepareStatement(TAKE)) {
            take.setObject(1, self);
            take.setObject(2, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
            take.setObject(3, OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
            take.setString(4, name);
            take.executeUpdate();
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
