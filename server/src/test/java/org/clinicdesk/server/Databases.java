package org.clinicdesk.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.clinicdesk.server.platform.Config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// Fresh databases of the kind this run tests: H2, or a real PostgreSQL that the build brings.
public final class Databases {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /// Started once, when the first test wants it.
    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
            } catch (IOException e) {
                throw new UncheckedIOException("No PostgreSQL for the tests", e);
            }
        }
    }

    static boolean postgresql() {
        return "postgresql".equals(System.getProperty("clinicdesk.test.database"));
    }

    /// An empty database of this run's kind, and a folder for the rest.
    public static Config fresh() {
        return postgresql() ? freshPostgresql() : new Config(folder(), null, "127.0.0.1", 0);
    }

    /// An empty PostgreSQL database, whatever this run's kind.
    public static Config freshPostgresql() {
        var name = "clinic_" + NUMBER.incrementAndGet();
        try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var url = "postgresql://postgres@127.0.0.1:" + Postgres.SERVER.getPort() + "/" + name;
        return new Config(folder(), url, "127.0.0.1", 0);
    }

    /// A second server of the same clinic: the same database and certificate folder.
    public static Config beside(Config first) {
        return new Config(first.data(), first.database(), "127.0.0.1", 0);
    }

    private static java.nio.file.Path folder() {
        try {
            var folder = Files.createTempDirectory("clinicdesk-test");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
