package org.clinicdesk.server.drug;

import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.platform.Db;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Lets the servers of one clinic see whether they check with the same knowledge: a practice's own tables lie beside each.
/// The log says it once when another has other knowledge, and the operator's check whenever it is asked.
final class KnowledgeOfServers {

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeOfServers.class);

    /// A server that was not seen for so long does not run.
    private static final Duration RUNS = Duration.ofMinutes(10);

    static final Check CHECK =
            new Check(
                    "servers check with the same knowledge",
                    """
                    select k.server || ' checks with knowledge ' || k.version from knowledge_of_server k
                    where k.seen_at > (select max(seen_at) from knowledge_of_server) - interval '10' minute
                    and exists (
                      select 1 from knowledge_of_server o where o.version <> k.version
                      and o.seen_at > (select max(seen_at) from knowledge_of_server) - interval '10' minute)
                    order by k.server\
                    """);

    private final Db db;
    private final Clock clock;
    private final Config config;
    private boolean told;

    KnowledgeOfServers(Db db, Clock clock, Config config) {
        this.db = db;
        this.clock = clock;
        this.config = config;
    }

    /// This server checks with this version. On H2 there is no other.
    void say(String version) {
        if (!db.postgresql()) {
            return;
        }
        var now = clock.instant();
        var others = new boolean[1];
        db.apart(connection -> {
            write(connection, version, now);
            others[0] = otherThan(connection, version, now);
        });
        if (others[0] && !told) {
            LOG.error(
                    "Another server of this clinic checks prescriptions with other knowledge than"
                            + " {}: give all the same tables in DATA/knowledge",
                    version);
        }
        told = others[0];
    }

    private void write(Connection connection, String version, Instant now) throws SQLException {
        try (var update =
                        connection.prepareStatement(
                                "update knowledge_of_server set version = ?, seen_at = ? where"
                                        + " server = ?");
                var insert =
                        connection.prepareStatement(
                                "insert into knowledge_of_server (version, seen_at, server) values"
                                        + " (?, ?, ?)")) {
            for (var statement : new java.sql.PreparedStatement[] {update, insert}) {
                statement.setString(1, version);
                statement.setTimestamp(2, Timestamp.from(now));
                statement.setString(3, server());
                if (statement.executeUpdate() > 0) {
                    return;
                }
            }
        }
    }

    private static boolean otherThan(Connection connection, String version, Instant now)
            throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select count(*) from knowledge_of_server where version <> ? and seen_at >"
                                + " ?")) {
            query.setString(1, version);
            query.setTimestamp(2, Timestamp.from(now.minus(RUNS)));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1) > 0;
            }
        }
    }

    private String server() {
        var folder = config.data().toAbsolutePath().toString();
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + folder;
        } catch (UnknownHostException _) {
            return folder;
        }
    }
}
