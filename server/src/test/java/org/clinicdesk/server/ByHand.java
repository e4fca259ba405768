package org.clinicdesk.server;

import org.clinicdesk.server.platform.Config;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A hand at the tables beside the server, for tests of who waits for whom.
public final class ByHand {

    private ByHand() {}

    /// A connection of its own, inside a transaction.
    public static Connection connect(Config config) throws SQLException {
        var connection =
                DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
        connection.setAutoCommit(false);
        return connection;
    }

    public static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// How many wait for a lock of a table; PostgreSQL only.
    public static int waiting(Connection connection, String table) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select count(*) from pg_locks where relation = cast(? as regclass) and not"
                                + " granted")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
