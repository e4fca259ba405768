package org.clinicdesk.server.platform;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Where the clinic's files lie, which database it keeps and where it listens.
///
/// @param data the clinic's folder: database, key, certificate
/// @param database `postgresql://user:password@host:port/name`, or null for the H2 file inside `data`
/// @param host the address to listen at
/// @param port the port to listen at; 0 takes a free one
public record Config(Path data, @Nullable String database, String host, int port) {

    public static final int DEFAULT_PORT = 8443;

    /// H2's modes live here alone. WRITE_DELAY=0: without it a killed process loses commits that were acknowledged.
    /// REUSE_SPACE=FALSE: H2 2.2 to 2.5 writes its file's header before it notes the chunk just written, so that a
    /// killed process loses up to its last twenty commits when they went into reused space; at the end of the file
    /// they are always found. [Compaction] gives the space back. QUERY_CACHE_SIZE: of the default, 8 statements, a booking
    /// alone needs more, and each was parsed and planned anew. TRACE_LEVEL_FILE=0: its own log file would quote the values of rows, which are patients' data.
    private static final String H2_MODES =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;REUSE_SPACE=FALSE"
                + ";QUERY_CACHE_SIZE=256;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    private static final String ENCODED =
            "Signs such as @ : / % # in a user or password are written %40 %3A %2F %25 %23.";

    public Config {
        if (database != null && !database.startsWith("postgresql://")) {
            throw new IllegalArgumentException(
                    "A database is given as postgresql://user:password@host:port/name");
        }
        if (database != null) {
            refuseUnlessWhole(database);
        }
    }

    /// Names no part of the URL: there is a password in it.
    private static void refuseUnlessWhole(String database) {
        try {
            var uri = new URI(database);
            if (uri.getHost() == null || uri.getPath().length() < 2) {
                throw new IllegalArgumentException(
                        "The URL of the database needs a host and a name:"
                                + " postgresql://user:password@host:port/name. "
                                + ENCODED);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "The URL of the database cannot be read from character "
                            + (e.getIndex() + 1)
                            + " on. "
                            + ENCODED);
        }
    }

    /// A clinic in one folder, with the embedded database.
    public static Config embedded(Path data, int port) {
        return new Config(data, null, "127.0.0.1", port);
    }

    boolean postgresql() {
        return database != null;
    }

    /// The H2 file.
    Path file() {
        return data.resolve("clinic.mv.db");
    }

    /// Whether this is the database of that URL, whoever signs in to it.
    public boolean keeps(String other) {
        return database != null && place(database).equals(place(other));
    }

    private static String place(String database) {
        var uri = URI.create(database);
        return uri.getHost() + ":" + port(uri) + uri.getPath();
    }

    private static int port(URI uri) {
        return uri.getPort() < 0 ? 5432 : uri.getPort();
    }

    /// How the database is reached by JDBC.
    public String jdbcUrl() {
        if (database == null) {
            return "jdbc:h2:file:" + data.toAbsolutePath().resolve("clinic") + H2_MODES;
        }
        var uri = URI.create(database);
        var query = uri.getRawQuery() == null ? "" : "&" + uri.getRawQuery();
        // logServerErrorDetail=false: the server's details quote the values of rows, which are
        // patients' data.
        return "jdbc:postgresql://"
                + uri.getHost()
                + ":"
                + port(uri)
                + uri.getPath()
                + "?reWriteBatchedInserts=true&logServerErrorDetail=false"
                + query;
    }

    public String user() {
        return credential(0, "sa");
    }

    public String password() {
        return credential(1, "");
    }

    private String credential(int part, String otherwise) {
        var info = database == null ? null : URI.create(database).getRawUserInfo();
        if (info == null) {
            return otherwise;
        }
        var parts = info.split(":", 2);
        return parts.length > part
                ? URLDecoder.decode(parts[part].replace("+", "%2B"), StandardCharsets.UTF_8)
                : otherwise;
    }

    /// Without the password, so that it may be printed.
    @Override
    public String toString() {
        var where = database == null ? "H2 file" : URI.create(database).getHost();
        return "Config[data="
                + data
                + ", database="
                + where
                + ", listen="
                + host
                + ":"
                + port
                + "]";
    }
}
