package org.clinicdesk.server.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/// The foreign keys that the migrations declare. The database watches over them while it works; a broken file or a hand
/// at the tables may leave rows that refer to nothing all the same.
public final class ForeignKeys {

    private ForeignKeys() {}

    /// @param pairs the columns that refer, each with the one it refers to
    private record Key(String table, String parent, List<Pair> pairs) {

        /// Names the columns and what they say of each row whose parent is not there.
        String orphans() {
            return "select '%s.%s refers to no %s: ' || %s from %s t where %s and not exists (select 1 from %s p where %s)"
                    .formatted(
                            table,
                            joined(Pair::column, ","),
                            parent,
                            joined(
                                    pair -> "cast(t." + pair.column + " as varchar(100))",
                                    " || ' ' || "),
                            table,
                            joined(pair -> "t." + pair.column + " is not null", " and "),
                            parent,
                            joined(pair -> "p." + pair.target + " = t." + pair.column, " and "));
        }

        private String joined(java.util.function.Function<Pair, String> words, String between) {
            return pairs.stream().map(words).collect(Collectors.joining(between));
        }
    }

    private record Pair(String column, String target) {}

    /// That no row refers to nothing, by every key.
    public static Check check(DataSource database) {
        try (var connection = database.getConnection()) {
            var keys = all(connection);
            connection.rollback();
            return new Check(
                    "every row refers to rows that are there",
                    keys.stream().map(Key::orphans).collect(Collectors.joining("\nunion all\n")));
        } catch (SQLException e) {
            throw SqlStates.problem(e);
        }
    }

    private static List<Key> all(Connection connection) throws SQLException {
        var keys = new ArrayList<Key>();
        for (var table : Schema.tables(connection)) {
            keys.addAll(of(connection, table));
        }
        return keys;
    }

    /// A key of several columns comes in several rows.
    private static List<Key> of(Connection connection, String table) throws SQLException {
        var keys = new TreeMap<String, Key>();
        try (var rows =
                connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            while (rows.next()) {
                var parent = lower(rows, "PKTABLE_NAME");
                keys.computeIfAbsent(
                                lower(rows, "FK_NAME"),
                                _ -> new Key(table, parent, new ArrayList<>()))
                        .pairs
                        .add(new Pair(lower(rows, "FKCOLUMN_NAME"), lower(rows, "PKCOLUMN_NAME")));
            }
        }
        return List.copyOf(keys.values());
    }

    private static String lower(ResultSet rows, String column) throws SQLException {
        return rows.getString(column).toLowerCase(Locale.ROOT);
    }
}
