package org.clinicdesk.server.kiosk;

import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// Counts the unknown codes of each kiosk: of an account and the name of its machine.
///
/// Every code is counted before it is judged, and taken off again when it was good: of many sent at once, no more than the
/// limit are judged at all.
final class Guesses {

    static final int MOST = 5;
    static final Duration WHILE = Duration.ofMinutes(10);

    private final Db db;
    private final Clock clock;

    Guesses(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Counts a code. @throws Refusal TOO_MANY_CODES
    void count(Caller kiosk) {
        var now = clock.instant();
        var seen = new AtomicReference<Since>();
        db.apart(connection -> {
            if (!counted(connection, kiosk, now)) {
                begin(connection, kiosk, now);
                counted(connection, kiosk, now);
            }
            // Before the row is let go: each of many at once sees his own number.
            seen.set(since(connection, kiosk));
        });
        var since = Objects.requireNonNull(seen.get());
        if (since.tries > MOST) {
            var left = Duration.between(now, since.begun.plus(WHILE)).toSeconds();
            throw new Refusal(
                    KioskRefusal.TOO_MANY_CODES,
                    Map.of("minutes", String.valueOf(Math.max(1, Math.ceilDiv(left, 60)))));
        }
    }

    private static boolean counted(Connection connection, Caller kiosk, Instant now)
            throws SQLException {
        var sql =
                """
                update kiosk_guesses set
                tries = case when begun_at <= ? then 1 else tries + 1 end,
                begun_at = case when begun_at <= ? then ? else begun_at end
                where staff_id = ? and workstation = ?\
                """;
        try (var update = connection.prepareStatement(sql)) {
            update.setObject(1, utc(now.minus(WHILE)));
            update.setObject(2, utc(now.minus(WHILE)));
            update.setObject(3, utc(now));
            update.setObject(4, kiosk.staffId());
            update.setString(5, kiosk.workstation());
            return update.executeUpdate() == 1;
        }
    }

    private static void begin(Connection connection, Caller kiosk, Instant now)
            throws SQLException {
        var sql =
                """
                insert into kiosk_guesses (staff_id, workstation, begun_at, tries) values (?, ?, ?, 0)
                on conflict do nothing\
                """;
        try (var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, kiosk.staffId());
            insert.setString(2, kiosk.workstation());
            insert.setObject(3, utc(now));
            insert.executeUpdate();
        }
    }

    private record Since(Instant begun, int tries) {}

    private static Since since(Connection connection, Caller kiosk) throws SQLException {
        var sql =
                "select begun_at, tries from kiosk_guesses where staff_id = ? and workstation = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, kiosk.staffId());
            select.setString(2, kiosk.workstation());
            try (var row = select.executeQuery()) {
                row.next();
                return new Since(
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getInt("tries"));
            }
        }
    }

    /// Takes a good code off again.
    static void good(Connection connection, Caller kiosk) throws SQLException {
        var sql =
                "update kiosk_guesses set tries = tries - 1 where staff_id = ? and workstation = ?"
                        + " and tries > 0";
        try (var update = connection.prepareStatement(sql)) {
            update.setObject(1, kiosk.staffId());
            update.setString(2, kiosk.workstation());
            update.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
