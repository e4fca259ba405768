package org.clinicdesk.server.backup;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.clinicdesk.server.platform.Private;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.sql.DataSource;

/// Takes a backup while the clinic works: one snapshot of every table, and the practice's own tables of knowledge.
public final class Backup {

    private static final int FETCH = 1_000;

    private final DataSource database;
    private final boolean postgresql;
    private final Clock clock;
    private final OwnTables own;

    public Backup(DataSource database, boolean postgresql, Clock clock, OwnTables own) {
        this.database = database;
        this.postgresql = postgresql;
        this.clock = clock;
        this.own = own;
    }

    /// Writes the backup; the file appears under its name when it is whole.
    public Manifest write(Path file) throws IOException, SQLException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var connection = database.getConnection();
                var zip = new ZipOutputStream(Private.write(part))) {
            snapshot(connection);
            var manifest = write(connection, zip);
            connection.rollback();
            zip.finish();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Every table is read as it was at one moment.
    private void snapshot(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (postgresql) {
                statement.execute("set transaction isolation level repeatable read, read only");
            } else {
                statement.execute(
                        "set session characteristics as transaction isolation level snapshot");
            }
        }
    }

    private Manifest write(Connection connection, ZipOutputStream zip)
            throws IOException, SQLException {
        var rows = new TreeMap<String, Long>();
        var digests = new TreeMap<String, String>();
        for (var table : Tables.inOrder(connection)) {
            zip.putNextEntry(new ZipEntry(Manifest.entry(table)));
            var digest = sha256();
            rows.put(table, table(connection, table, new DigestOutputStream(zip, digest)));
            digests.put(table, HexFormat.of().formatHex(digest.digest()));
            zip.closeEntry();
        }
        var manifest =
                new Manifest(
                        Manifest.FORMAT,
                        Tables.schemaVersion(connection),
                        clock.instant().toString(),
                        rows,
                        digests,
                        sequences(connection),
                        own.write(zip));
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private static long table(Connection connection, String table, OutputStream out)
            throws IOException, SQLException {
        var columns = Tables.columns(connection, table);
        var names = columns.stream().map(Tables.Column::name).toList();
        var count = 0L;
        try (var query = connection.createStatement();
                var json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
            query.setFetchSize(FETCH);
            try (var rows =
                    query.executeQuery("select " + String.join(", ", names) + " from " + table)) {
                while (rows.next()) {
                    row(json, columns, rows);
                    count++;
                }
            }
        }
        return count;
    }

    private static void row(
            JsonGenerator json, List<Tables.Column> columns, java.sql.ResultSet rows)
            throws IOException, SQLException {
        json.writeStartObject();
        for (var i = 0; i < columns.size(); i++) {
            var text = Values.read(rows, i + 1, columns.get(i).type());
            if (text != null) {
                json.writeStringField(columns.get(i).name(), text);
            }
        }
        json.writeEndObject();
    }

    /// The next number of each sequence.
    private Map<String, Long> sequences(Connection connection) throws SQLException {
        var next = new TreeMap<String, Long>();
        for (var sequence : Tables.sequences(connection)) {
            var sql =
                    postgresql
                            ? "select last_value + case when is_called then 1 else 0 end from "
                                    + sequence
                            : "select base_value from information_schema.sequences where"
                                    + " sequence_name = '"
                                    + sequence
                                    + "'";
            try (var query = connection.createStatement();
                    var rows = query.executeQuery(sql)) {
                rows.next();
                next.put(sequence, rows.getLong(1));
            }
        }
        return next;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
