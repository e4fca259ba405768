package org.clinicdesk.server.platform;

import java.sql.SQLException;

import javax.sql.DataSource;

/// What the database knows of its own tables, and by which it chooses the way to read them.
public final class Statistics {

    private Statistics() {}

    /// Renews them. After very much has come in at once the database would do it by itself only minutes later, and
    /// answer slowly until then.
    public static void renew(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            var postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            // Outside a transaction, as PostgreSQL wants it. What it is sure that everybody sees it
            // reads from the index alone.
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute(postgresql ? "vacuum (analyze)" : "analyze");
            } finally {
                connection.setAutoCommit(false);
            }
        }
    }
}
