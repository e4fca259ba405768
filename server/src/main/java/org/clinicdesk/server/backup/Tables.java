package org.clinicdesk.server.backup;

import org.clinicdesk.server.platform.Schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The tables of the clinic as the database itself describes them.
final class Tables {

    /// Flyway's own; the target has its own.
    private static final String HISTORY = "flyway_schema_history";

    private Tables() {}

    /// A column, with its type of [java.sql.Types].
    record Column(String name, int type, boolean identity) {}

    /// All tables, those referred to before those that refer.
    static List<String> inOrder(Connection connection) throws SQLException {
        var refersTo = new HashMap<String, Set<String>>();
        for (var table : names(connection)) {
            refersTo.put(table, parents(connection, table));
        }
        var ordered = new LinkedHashSet<String>();
        for (var table : new TreeSet<>(refersTo.keySet())) {
            place(table, refersTo, ordered);
        }
        return List.copyOf(ordered);
    }

    private static void place(
            String table, Map<String, Set<String>> refersTo, Set<String> ordered) {
        if (!ordered.contains(table)) {
            refersTo.getOrDefault(table, Set.of())
                    .forEach(parent -> place(parent, refersTo, ordered));
            ordered.add(table);
        }
    }

    private static Set<String> names(Connection connection) throws SQLException {
        var names = Schema.tables(connection);
        names.remove(HISTORY);
        return names;
    }

    private static Set<String> parents(Connection connection, String table) throws SQLException {
        var parents = new TreeSet<String>();
        try (var rows =
                connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            while (rows.next()) {
                parents.add(lower(rows, "PKTABLE_NAME"));
            }
        }
        parents.remove(table);
        return parents;
    }

    static List<Column> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var rows =
                connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
            while (rows.next()) {
                columns.add(
                        new Column(
                                lower(rows, "COLUMN_NAME"),
                                rows.getInt("DATA_TYPE"),
                                "YES".equals(rows.getString("IS_AUTOINCREMENT"))));
            }
        }
        return columns;
    }

    /// Sequences of our own, not those behind identity columns.
    static Set<String> sequences(Connection connection) throws SQLException {
        var sql =
                """
                select lower(sequence_name) from information_schema.sequences
                where lower(sequence_schema) = 'public' and lower(sequence_name) not like '%\\_id\\_seq' escape '\\'
                and lower(sequence_name) not like 'system\\_sequence%' escape '\\'\
                """;
        var names = new TreeSet<String>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /// The newest migration.
    static String schemaVersion(Connection connection) throws SQLException {
        var sql =
                "select version from "
                        + HISTORY
                        + " where version is not null order by installed_rank desc";
        try (var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String lower(ResultSet rows, String column) throws SQLException {
        return rows.getString(column).toLowerCase(Locale.ROOT);
    }
}
