package org.clinicdesk.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.clinicdesk.server.platform.Config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return new Config(folder(), created(""), "127.0.0.1", 0);
    }

    /// Another database and folder with the same in it. Nobody may have the first one open.
    static Config copyOf(Config first) {
        var folder = folder();
        try (var files = Files.list(first.data())) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var database = first.database();
        return new Config(
                folder,
                database == null
                        ? null
                        : created(" template " + URI.create(database).getPath().substring(1)),
                "127.0.0.1",
                0);
    }

    private static String created(String from) {
        var name = "clinic_" + NUMBER.incrementAndGet();
        try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + from);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "postgresql://postgres@127.0.0.1:" + Postgres.SERVER.getPort() + "/" + name;
    }

    /// A second server of the same clinic: the same database and certificate folder.
    public static Config beside(Config first) {
        return new Config(first.data(), first.database(), "127.0.0.1", 0);
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("clinicdesk-test");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
