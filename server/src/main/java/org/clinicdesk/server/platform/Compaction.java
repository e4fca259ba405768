package org.clinicdesk.server.platform;

import com.zaxxer.hikari.HikariDataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Gives back the space in the H2 file that its contents have left. The file only grows while it is open (see
/// [Config]); in a quiet minute, when more than half of a large file is waste, and at the end, it is written anew.
/// Calls that come meanwhile wait for it: some seconds for each gigabyte of contents.
final class Compaction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final String DATABASE_CLOSED = "90121";
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Below this a file is not worth anybody's waiting.
    private static final long LARGE = 512L * 1024 * 1024;

    /// Percent of the file that is contents: of the chunks in the file, and of the pages in those chunks.
    private static final String FILLED =
            """
            select exp(sum(ln(greatest(cast(setting_value as double precision), 1) / 100)))
            from information_schema.settings
            where setting_name in ('info.FILL_RATE', 'info.CHUNKS_FILL_RATE')
            """;

    private final Config config;
    private final HikariDataSource pool;
    private final Supplier<Duration> idle;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("compaction").factory());

    /// @param idle how long nobody has worked at the database
    Compaction(Config config, HikariDataSource pool, Supplier<Duration> idle) {
        this.config = config;
        this.pool = pool;
        this.idle = idle;
    }

    void start() {
        clock.scheduleWithFixedDelay(
                this::compactWhenWorthIt, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void compactWhenWorthIt() {
        try {
            if (file().length() > LARGE && idle.get().compareTo(QUIET) > 0 && mostlyWaste()) {
                compact();
            }
        } catch (RuntimeException | SQLException e) {
            LOG.warn("Not compacted: {}", e.getClass().getSimpleName());
        }
    }

    File file() {
        return config.data().resolve("clinic.mv.db").toFile();
    }

    /// Whether the file holds less contents than space without.
    boolean mostlyWaste() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var filled = statement.executeQuery(FILLED)) {
            return filled.next() && filled.getDouble(1) < 0.5;
        }
    }

    /// Writes the file anew while calls wait. @return whether everybody let go of it in time
    boolean compact() {
        var running = pool.getHikariPoolMXBean();
        running.suspendPool();
        try {
            if (!within(PATIENCE, () -> running.getActiveConnections() == 0)) {
                return false;
            }
            running.softEvictConnections();
            if (!within(PATIENCE, () -> running.getTotalConnections() == 0)) {
                return false;
            }
            shutDown();
            return true;
        } finally {
            running.resumePool();
        }
    }

    private static boolean within(Duration time, BooleanSupplier condition) {
        var end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /// The next connection opens the database again.
    private void shutDown() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            // The connection that shut the database down cannot be closed any more, and need not
            // be.
            if (!DATABASE_CLOSED.equals(e.getSQLState())) {
                LOG.warn("Not compacted: state {}", e.getSQLState());
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
    }

    /// Compacts a last time: H2's own shutdown hook could not do it while we still work.
    @Override
    public void close() {
        clock.shutdownNow();
        shutDown();
    }
}
