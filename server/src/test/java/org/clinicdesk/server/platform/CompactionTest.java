package org.clinicdesk.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// What the H2 file promises and what it costs, on the file itself.
class CompactionTest {

    @TempDir private Path folder;
    private Config config;

    @BeforeEach
    void open() throws SQLException {
        config = Config.embedded(folder, 0);
        try (var connection = connect(config, "");
                var statement = connection.createStatement()) {
            statement.execute("create table line (id int primary key, words varchar)");
        }
    }

    @AfterEach
    void everythingIsClosed() {
        assertFalse(Files.exists(folder.resolve("clinic.lock.db")));
    }

    /// A copy of the file between two commits is what a killed process leaves. RETENTION_TIME lets H2 take up dead
    /// space as soon as it would after 45 s.
    @Test
    void everyCommitIsFoundInTheFileOfAKilledProcess(@TempDir Path copy) throws Exception {
        var random = new Random(7);
        try (var connection = connect(config, ";RETENTION_TIME=20")) {
            for (var i = 0; i < 400; i++) {
                write(connection, i, random.nextInt(20_000));
                Files.copy(
                        folder.resolve("clinic.mv.db"),
                        copy.resolve("clinic.mv.db"),
                        StandardCopyOption.REPLACE_EXISTING);
                assertEquals(i, newest(Config.embedded(copy, 0)), "after commit " + i);
            }
        }
    }

    @Test
    void callsWaitForACompactionAndLoseNothing() throws Exception {
        try (var pool = pool()) {
            try (var connection = pool.getConnection()) {
                for (var i = 0; i < 300; i++) {
                    write(connection, i % 10, 30_000);
                }
            }
            var compaction = new Compaction(config, pool, () -> Duration.ZERO);
            assertTrue(compaction.mostlyWaste());
            var before = compaction.file().length();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var writers =
                        IntStream.range(0, 4)
                                .<Future<?>>mapToObj(writer ->
                                        threads.submit(() -> {
                                            for (var i = 0; i < 50; i++) {
                                                try (var connection = pool.getConnection()) {
                                                    write(connection, 1_000 * (writer + 1) + i, 10);
                                                }
                                            }
                                            return null;
                                        }))
                                .toList();
                assertTrue(compaction.compact());
                for (var writer : writers) {
                    writer.get();
                }
            }
            assertTrue(compaction.file().length() < before / 2);
            assertEquals(210, count(pool));
            compaction.close();
        }
    }

    @Test
    void nothingIsCompactedUnderSomebodysHands() throws Exception {
        try (var pool = pool();
                var hands = pool.getConnection()) {
            write(hands, 1, 10);
            var compaction = new Compaction(config, pool, () -> Duration.ZERO);
            assertFalse(compaction.compact());
            write(hands, 2, 10);
            assertEquals(2, count(pool));
        }
    }

    private HikariDataSource pool() {
        var hikari = new HikariConfig();
        hikari.setJdbcUrl(config.jdbcUrl());
        hikari.setUsername(config.user());
        hikari.setPassword(config.password());
        hikari.setAutoCommit(false);
        hikari.setAllowPoolSuspension(true);
        hikari.setMaximumPoolSize(6);
        return new HikariDataSource(hikari);
    }

    private static Connection connect(Config config, String more) throws SQLException {
        return DriverManager.getConnection(
                config.jdbcUrl() + more, config.user(), config.password());
    }

    private static void write(Connection connection, int id, int length) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement =
                connection.prepareStatement("merge into line (id, words) values (?, ?)")) {
            statement.setInt(1, id);
            statement.setString(2, "x".repeat(length));
            statement.executeUpdate();
        }
        connection.commit();
    }

    private static int newest(Config config) throws SQLException {
        try (var connection = connect(config, "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(id) from line")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static int count(HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from line")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
