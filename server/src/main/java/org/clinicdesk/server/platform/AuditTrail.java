package org.clinicdesk.server.platform;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// Writes the audit trail. A write's rows stand in its own transaction, so there is no write without them.
final class AuditTrail {

    /// How a call ended.
    enum Outcome {
        DONE,
        DENIED,
        FAILED
    }

    private static final String INSERT =
            """
            insert into audit (at, staff_id, staff_name, workstation, method, request_id, patient_id, outcome, refusal)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;

    private AuditTrail() {}

    static void done(Connection connection, Call call, Instant at, List<Watched> changed)
            throws SQLException {
        write(connection, call, at, Outcome.DONE, null, changed);
    }

    /// What was refused, and the entity it was about.
    static void refused(Connection connection, Call call, Instant at, Problem.Refusal refusal)
            throws SQLException {
        write(
                connection,
                call,
                at,
                Outcome.FAILED,
                refusal.getMessage(),
                call.object().stream().toList());
    }

    private static void write(
            Connection connection,
            Call call,
            Instant at,
            Outcome outcome,
            @Nullable String refusal,
            List<Watched> about)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT, new String[] {"id"})) {
            fill(insert, call, at, outcome, refusal);
            insert.executeUpdate();
            if (!about.isEmpty()) {
                changes(connection, generated(insert), about);
            }
        }
    }

    static void insert(Connection connection, Call call, Instant at, Outcome outcome)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            fill(insert, call, at, outcome, null);
            insert.executeUpdate();
        }
    }

    private static void fill(
            PreparedStatement insert,
            Call call,
            Instant at,
            Outcome outcome,
            @Nullable String refusal)
            throws SQLException {
        insert.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        uuid(insert, 2, call.staffId());
        insert.setString(3, call.staffName());
        insert.setString(4, call.workstation());
        insert.setString(5, call.method());
        uuid(insert, 6, call.requestId());
        uuid(insert, 7, call.patientId());
        insert.setString(8, outcome.name());
        insert.setString(9, refusal);
    }

    private static void uuid(PreparedStatement insert, int index, @Nullable UUID id)
            throws SQLException {
        insert.setObject(index, id, java.sql.Types.OTHER);
    }

    private static long generated(Statement insert) throws SQLException {
        try (var keys = insert.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    private static void changes(Connection connection, long audit, List<Watched> changed)
            throws SQLException {
        var sql =
                "insert into audit_change (audit_id, entity, entity_id, version) values (?, ?, ?,"
                        + " ?)";
        try (var insert = connection.prepareStatement(sql)) {
            for (var entity : changed) {
                insert.setLong(1, audit);
                insert.setString(2, entity.getClass().getSimpleName());
                insert.setString(3, entity.id().toString());
                insert.setLong(4, entity.version());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
