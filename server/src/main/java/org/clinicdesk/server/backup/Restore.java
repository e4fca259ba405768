package org.clinicdesk.server.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.platform.Schema;
import org.clinicdesk.server.platform.Statistics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import javax.sql.DataSource;

/// Puts a backup back, in one transaction: all of it or nothing.
public final class Restore {

    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);

    private static final int BATCH = 500;

    private final DataSource database;

    public Restore(DataSource database) {
        this.database = database;
    }

    /// Why a backup is not put back.
    public static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        Unfit(String why) {
            super(why);
        }
    }

    /// What a file says of itself. @throws Unfit when it is no backup
    public static Manifest manifest(Path file) throws IOException, Unfit {
        try (var zip = new ZipFile(file.toFile())) {
            return manifest(zip);
        } catch (ZipException e) {
            throw new Unfit("not a backup, or a damaged one");
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException, Unfit {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new Unfit("not a backup: it has no manifest");
        }
        try (var in = zip.getInputStream(entry)) {
            return new ObjectMapper().readValue(in, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new Unfit("damaged: its manifest cannot be read");
        }
    }

    /// Puts a backup of a former version into a database that was never used, as that version had it; opening the clinic
    /// brings it up to date. Empty when the backup is not of a former version or the database was used.
    ///
    /// @throws Unfit when the file is damaged
    public static Optional<Manifest> former(Path file, Config config)
            throws IOException, SQLException, Unfit {
        var pool = Schema.former(config, manifest(file).schema());
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        try (var database = pool.get()) {
            return Optional.of(new Restore(database).read(file));
        }
    }

    /// Whether there is anything that a restore would replace.
    public boolean empty() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery("select count(*) from clinic")) {
            rows.next();
            var empty = rows.getLong(1) == 0;
            connection.rollback();
            return empty;
        }
    }

    /// Replaces everything with what the file holds. @throws Unfit when the file is damaged or from a newer program
    public Manifest read(Path file) throws IOException, SQLException, Unfit {
        try (var zip = new ZipFile(file.toFile());
                var connection = database.getConnection()) {
            var manifest = manifest(zip);
            try {
                judge(manifest, connection);
                OwnTables.judge(manifest, zip);
                replace(manifest, zip, connection);
                connection.commit();
            } catch (IOException | SQLException | Unfit | RuntimeException e) {
                connection.rollback();
                throw e;
            }
            numbers(manifest, connection);
            connection.commit();
            Statistics.renew(database);
            return manifest;
        }
    }

    private static void judge(Manifest manifest, Connection connection) throws SQLException, Unfit {
        if (manifest.format() != Manifest.FORMAT) {
            throw new Unfit("a format this program does not read: " + manifest.format());
        }
        var schema = Tables.schemaVersion(connection);
        int newer = Integer.compare(Integer.parseInt(manifest.schema()), Integer.parseInt(schema));
        if (newer > 0) {
            throw new Unfit(
                    "made by a newer program: its schema is "
                            + manifest.schema()
                            + ", here "
                            + schema);
        }
        if (newer < 0) {
            throw new Unfit(
                    "made by an older program: restore it into a folder or database that was never"
                            + " used; it is brought up to date there");
        }
        if (!Tables.inOrder(connection).containsAll(manifest.rows().keySet())) {
            throw new Unfit("it has tables that are not known here");
        }
    }

    private static void replace(Manifest manifest, ZipFile zip, Connection connection)
            throws SQLException, IOException, Unfit {
        var tables = Tables.inOrder(connection);
        try (var statement = connection.createStatement()) {
            for (var table : tables.reversed()) {
                statement.execute("delete from " + table);
            }
        }
        for (var table : tables) {
            if (manifest.rows().containsKey(table)) {
                table(manifest, zip, connection, table);
            }
        }
    }

    private static void table(Manifest manifest, ZipFile zip, Connection connection, String table)
            throws SQLException, IOException, Unfit {
        var digest = Backup.sha256();
        var entry = zip.getEntry(Manifest.entry(table));
        if (entry == null) {
            throw new Unfit("damaged: table " + table + " is missing");
        }
        long count;
        try (var in = zip.getInputStream(entry);
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        new DigestInputStream(in, digest),
                                        StandardCharsets.UTF_8))) {
            count = insert(connection, table, lines);
        } catch (ZipException
                | JsonProcessingException
                | IllegalArgumentException
                | DateTimeException e) {
            // What they say quotes the line.
            throw new Unfit("damaged: table " + table);
        }
        if (!Long.valueOf(count).equals(manifest.rows().get(table))
                || !HexFormat.of()
                        .formatHex(digest.digest())
                        .equals(manifest.digests().get(table))) {
            throw new Unfit("damaged: table " + table);
        }
    }

    private static long insert(Connection connection, String table, BufferedReader lines)
            throws SQLException, IOException {
        var columns = Tables.columns(connection, table);
        var uuids = uuids(connection, table);
        var reader = new ObjectMapper().readerForMapOf(String.class);
        var sql =
                "insert into "
                        + table
                        + " ("
                        + columns.stream()
                                .map(Tables.Column::name)
                                .collect(Collectors.joining(", "))
                        + ") values ("
                        + columns.stream().map(_ -> "?").collect(Collectors.joining(", "))
                        + ")";
        var count = 0L;
        var nuls = 0L;
        try (var insert = connection.prepareStatement(sql)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<String, String> row = reader.readValue(line);
                nuls += withoutNul(row);
                bind(insert, columns, uuids, row);
                if (++count % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        if (nuls > 0) {
            LOG.warn("{} values of {} held U+0000; they are back without it", nuls, table);
        }
        return count;
    }

    /// Takes U+0000 out of a row: H2 took it in once, PostgreSQL cannot keep it. @return out of how many values
    private static long withoutNul(Map<String, String> row) {
        var held =
                row.entrySet().stream()
                        .filter(value -> value.getValue() != null)
                        .filter(value -> value.getValue().indexOf('\0') >= 0)
                        .toList();
        held.forEach(value -> value.setValue(String.valueOf(value.getValue()).replace("\0", "")));
        return held.size();
    }

    private static void bind(
            java.sql.PreparedStatement insert,
            List<Tables.Column> columns,
            Set<String> uuids,
            Map<String, String> row)
            throws SQLException {
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            Values.write(
                    insert, i + 1, column, row.get(column.name()), uuids.contains(column.name()));
        }
        insert.addBatch();
    }

    private static Set<String> uuids(Connection connection, String table) throws SQLException {
        var sql =
                "select lower(column_name) from information_schema.columns where lower(data_type) ="
                        + " 'uuid' and lower(table_schema) = 'public' and lower(table_name) = ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            var names = new java.util.TreeSet<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    /// Sequences and identity columns go on after the highest number used.
    private static void numbers(Manifest manifest, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sequence : manifest.sequences().entrySet()) {
                statement.execute(
                        "alter sequence "
                                + sequence.getKey()
                                + " restart with "
                                + sequence.getValue());
            }
            for (var table : manifest.rows().keySet()) {
                for (var column : Tables.columns(connection, table)) {
                    if (column.identity()) {
                        restart(statement, table, column.name());
                    }
                }
            }
        }
    }

    private static void restart(java.sql.Statement statement, String table, String column)
            throws SQLException {
        long next;
        try (var rows =
                statement.executeQuery(
                        "select coalesce(max(" + column + "), 0) + 1 from " + table)) {
            rows.next();
            next = rows.getLong(1);
        }
        statement.execute(
                "alter table " + table + " alter column " + column + " restart with " + next);
    }
}
