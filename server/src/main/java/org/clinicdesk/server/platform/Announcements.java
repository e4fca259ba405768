package org.clinicdesk.server.platform;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/// Carries topics from the server that wrote to all servers on the same PostgreSQL. The announcement is part of the
/// transaction: a rollback announces nothing. A broken line is opened again, and everybody told to read again, since
/// what was announced in between is lost.
final class Announcements implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final String CHANNEL = "clinicdesk_changes";
    private static final Duration PAUSE = Duration.ofMillis(500);

    /// PostgreSQL takes less than 8,000 bytes; topics are ASCII.
    private static final int MOST = 7_900;

    /// Tells our own announcements from those of other servers: ours are published here at once, without the detour.
    private final String own = UUID.randomUUID().toString();

    private final Config config;
    private final Changes changes;
    private final Thread thread;
    private volatile boolean closed;

    Announcements(Config config, Changes changes) {
        this.config = config;
        this.changes = changes;
        this.thread = Thread.ofPlatform().daemon().name("announcements").unstarted(this::listen);
    }

    void start() {
        thread.start();
    }

    /// Announces to the other servers, when the transaction commits.
    void announce(Connection connection, Set<String> topics) throws SQLException {
        var payload = own + "\n" + String.join("\n", topics);
        try (var notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(
                    2, payload.length() > MOST ? own + "\n" + Changes.EVERYTHING : payload);
            notify.execute();
        }
    }

    private void listen() {
        while (!closed) {
            try (var connection =
                    DriverManager.getConnection(
                            config.jdbcUrl(), config.user(), config.password())) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                changes.publish(Set.of(Changes.EVERYTHING));
                pass(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("Announcements interrupted, state {}", e.getSQLState());
                    pause();
                }
            }
        }
    }

    private void pass(PGConnection connection) throws SQLException {
        while (!closed) {
            var notifications = connection.getNotifications(1_000);
            if (notifications != null) {
                for (var notification : notifications) {
                    heard(notification.getParameter());
                }
            }
        }
    }

    private void heard(String payload) {
        var lines = payload.split("\n");
        if (!lines[0].equals(own)) {
            changes.publish(Set.copyOf(Arrays.asList(lines).subList(1, lines.length)));
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(3_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
