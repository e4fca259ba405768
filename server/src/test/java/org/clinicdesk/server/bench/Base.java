package org.clinicdesk.server.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.sample.SampleClinic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/// A clinic in a known state, copied for every run.
final class Base {

    static final Clock CLOCK = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final boolean postgresql;
    private int copies;

    /// @param filler what is added to the sample clinic
    Base(
            Path folder,
            boolean postgresql,
            EmbeddedPostgres postgres,
            Consumer<Server.Clinic> filler) {
        this.folder = folder;
        this.postgres = postgres;
        this.postgresql = postgresql;
        try (var clinic = Server.Clinic.open(config("base"), CLOCK)) {
            SampleClinic.fill(clinic);
            filler.accept(clinic);
            clinic.platform().db().renewStatistics();
        }
    }

    /// PostgreSQL as it is meant to be run: every commit is on the disk.
    static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .start();
    }

    String name() {
        return postgresql ? "PostgreSQL" : "H2";
    }

    /// A copy of the base that nobody else uses.
    Config copy() {
        var name = "copy" + ++copies;
        try {
            if (postgresql) {
                execute("create database " + database(name) + " template " + database("base"));
            } else {
                Files.createDirectories(folder.resolve(name));
                Files.copy(
                        folder.resolve("base/clinic.mv.db"),
                        folder.resolve(name).resolve("clinic.mv.db"));
            }
            return config(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Config config(String name) {
        if (!postgresql) {
            return new Config(folder.resolve(name), null, "127.0.0.1", 0);
        }
        if (name.equals("base")) {
            execute("create database " + database(name));
        }
        var url = "postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/" + database(name);
        return new Config(folder.resolve("postgresql"), url, "127.0.0.1", 0);
    }

    private String database(String name) {
        return folder.getFileName() + "_" + name;
    }

    private void execute(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A pool as large as the server's.
    static HikariDataSource pool(Config config) {
        var hikari = new HikariConfig();
        hikari.setJdbcUrl(config.jdbcUrl());
        hikari.setUsername(config.user());
        hikari.setPassword(config.password());
        hikari.setAutoCommit(false);
        hikari.setMaximumPoolSize(20);
        return new HikariDataSource(hikari);
    }
}
