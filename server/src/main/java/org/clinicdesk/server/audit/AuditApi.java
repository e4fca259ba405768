package org.clinicdesk.server.audit;

import org.clinicdesk.audit.v1.AuditOutcome;
import org.clinicdesk.audit.v1.AuditRow;
import org.clinicdesk.audit.v1.ListAuditRequest;
import org.clinicdesk.audit.v1.ListAuditResponse;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.site.Sites;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// AuditService of the contract.
final class AuditApi {

    private static final int USUAL_LIMIT = 100;

    private final Db db;
    private final Sites sites;

    AuditApi(Db db, Sites sites) {
        this.db = db;
        this.sites = sites;
    }

    ListAuditResponse list(ListAuditRequest request) {
        if (!request.getPatientId().isEmpty()) {
            Call.current().concerns(Ids.of(request.getPatientId()));
        }
        var limit = request.getLimit() == 0 ? USUAL_LIMIT : request.getLimit();
        var filter = filter(request);
        var rows = new LinkedHashMap<Long, AuditRow.Builder>();
        db.sql(connection -> {
            try (var query = connection.prepareStatement(filter.sql(limit + 1))) {
                filter.bind(query);
                try (var found = query.executeQuery()) {
                    while (found.next()) {
                        var row = row(found);
                        rows.put(row.getId(), row);
                    }
                }
            }
            changes(connection, rows);
        });
        return ListAuditResponse.newBuilder()
                .addAllRows(
                        rows.values().stream().limit(limit).map(AuditRow.Builder::build).toList())
                .setMore(rows.size() > limit)
                .build();
    }

    private Filter filter(ListAuditRequest request) {
        var filter = new Filter();
        if (request.getBeforeId() > 0) {
            filter.and("a.id < ?", request.getBeforeId());
        }
        if (!request.getPatientId().isEmpty()) {
            filter.and("a.patient_id = ?", UUID.fromString(request.getPatientId()));
        }
        if (!request.getStaffId().isEmpty()) {
            filter.and("a.staff_id = ?", UUID.fromString(request.getStaffId()));
        }
        if (!request.getDate().isEmpty()) {
            var zone = sites.clinic().zone();
            var day = LocalDate.parse(request.getDate());
            filter.and("a.at >= ?", day.atStartOfDay(zone).toOffsetDateTime());
            filter.and("a.at < ?", day.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
        }
        return filter;
    }

    /// Conditions with their values.
    private static final class Filter {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void and(String condition, Object value) {
            conditions.add(condition);
            values.add(value);
        }

        String sql(int limit) {
            var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
            return """
            select a.id, a.at, a.staff_id, a.staff_name, a.workstation, a.method, a.patient_id, p.number, a.outcome, a.refusal
            from audit a left join patient p on p.id = a.patient_id\
            """
                    + where
                    + " order by a.id desc limit "
                    + limit;
        }

        void bind(PreparedStatement query) throws SQLException {
            for (var i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
        }
    }

    private static AuditRow.Builder row(ResultSet found) throws SQLException {
        var at = found.getObject(2, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
        return AuditRow.newBuilder()
                .setId(found.getLong(1))
                .setAt(Protos.timestamp(at.toInstant()))
                .setStaffId(text(found.getObject(3, UUID.class)))
                .setStaffName(text(found.getString(4)))
                .setWorkstation(text(found.getString(5)))
                .setMethod(found.getString(6))
                .setPatientId(text(found.getObject(7, UUID.class)))
                .setPatientNumber(text(found.getString(8)))
                .setOutcome(AuditOutcome.valueOf("AUDIT_OUTCOME_" + found.getString(9)))
                .setRefusal(text(found.getString(10)));
    }

    private static String text(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("");
    }

    private static void changes(Connection connection, Map<Long, AuditRow.Builder> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var ids = rows.keySet();
        var sql =
                """
                select c.audit_id, c.entity, c.entity_id, s.name from audit_change c
                left join staff s on c.entity = 'StaffMember' and c.entity_id = cast(s.id as varchar(60))
                where c.audit_id in (\
                """
                        + String.join(", ", Collections.nCopies(ids.size(), "?"))
                        + ") order by c.audit_id";
        try (var query = connection.prepareStatement(sql)) {
            var index = 1;
            for (var id : ids) {
                query.setLong(index++, id);
            }
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    change(
                            Objects.requireNonNull(rows.get(found.getLong(1))),
                            found.getString(2),
                            found.getString(3),
                            Optional.ofNullable(found.getString(4)));
                }
            }
        }
    }

    /// @param account whose it is, if it is an account
    private static void change(
            AuditRow.Builder row, String entity, String id, Optional<String> account) {
        if (row.getOutcome() == AuditOutcome.AUDIT_OUTCOME_DONE) {
            row.addChanges(entity + " " + id);
        }
        account.filter(_ -> !id.equals(row.getStaffId()) && row.getAccountId().isEmpty())
                .ifPresent(name -> row.setAccountId(id).setAccountName(name));
    }
}
