package org.clinicdesk.server.platform;

import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import javax.sql.DataSource;

/// The tables of a clinic as the migrations build them, up to the newest version or a former one.
public final class Schema {
    private final DataSource database;
    private final boolean postgresql;

    Schema(DataSource database, boolean postgresql) {
        this.database = database;
        this.postgresql = postgresql;
    }

    /// Whether there is a clinic. Makes nothing, neither a file nor a table.
    public static boolean exists(Config config) {
        if (!config.postgresql()) {
            return Files.exists(config.file());
        }
        try (var pool = Db.pool(config)) {
            return new Schema(pool, true).isUsed();
        }
    }

    /// The names of all tables, in small letters, that of the migrations among them.
    public static Set<String> tables(Connection connection) throws SQLException {
        var names = new TreeSet<String>();
        try (var rows =
                connection
                        .getMetaData()
                        .getTables(
                                null,
                                connection.getSchema(),
                                "%",
                                new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /// Builds the tables of a former version in a database that was never used; opening the clinic brings them up to
    /// date. Empty when the database was used or the version is not a former one. Whoever asks closes the pool.
    public static Optional<HikariDataSource> former(Config config, String version) {
        var pool = Db.pool(config);
        try {
            if (new Schema(pool, config.postgresql()).build(version)) {
                return Optional.of(pool);
            }
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        pool.close();
        return Optional.empty();
    }

    /// Whether a former version was built.
    private boolean build(String version) {
        if (isUsed() || Integer.parseInt(version) >= newest()) {
            return false;
        }
        flyway().target(version).load().migrate();
        return true;
    }

    /// Brings the tables up to date.
    void migrate() {
        flyway().load().migrate();
    }

    private boolean isUsed() {
        return flyway().load().info().current() != null;
    }

    private int newest() {
        return Arrays.stream(flyway().load().info().all())
                .mapToInt(migration -> Integer.parseInt(migration.getVersion().getVersion()))
                .max()
                .orElseThrow();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database)
                .locations(
                        "classpath:db/common", "classpath:db/" + (postgresql ? "postgresql" : "h2"))
                .placeholders(
                        postgresql
                                ? Map.of("blob", "bytea", "binary", "collate \"C\"")
                                : Map.of("blob", "varbinary(20000000)", "binary", ""));
    }
}
