package org.clinicdesk.server.prescription;

import org.clinicdesk.server.drug.Finding;
import org.clinicdesk.server.drug.Tier;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.SqlStates;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Remembers every alert that was shown while somebody prescribed or handed out, so that a practice sees which are heeded
/// and which are not. The same one is counted once for who saw it, a person, a day and a place, however often its lines
/// were checked.
public final class ShownAlerts {

    /// Where an alert is shown.
    public enum Place {
        PRESCRIBING,
        /// Of the pharmacy; there only what the doctor has not answered counts.
        COUNTER
    }

    private static final String ADD =
            """
            insert into alert_shown (id, staff_id, patient_id, on_day, shown_at, finding_key, rule_id, kind, level, tier,
              subject, object, knowledge_version, place)
            select ?, s.id, p.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from staff s join patient p on p.id = ?
            where s.id = ? and not exists (
              select 1 from alert_shown a
              where a.staff_id = s.id and a.patient_id = p.id and a.finding_key = ? and a.on_day = ?
                and a.place = ?)\
            """;

    private static final String SIGNED =
            """
            update alert_shown set prescription_id = :prescription, answer = :answer
            where staff_id = :staff and patient_id = :patient and finding_key = :key and on_day = :day
              and place = :place\
            """;

    private final Db db;
    private final Clock clock;

    ShownAlerts(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Stands whatever becomes of the call: who reads has seen them.
    public void shown(
            Place place, UUID staffId, UUID patientId, LocalDate day, List<Finding> findings) {
        var alerts = findings.stream().filter(it -> it.tier() != Tier.DETAIL).toList();
        if (alerts.isEmpty()) {
            return;
        }
        try {
            db.apart(connection -> add(connection, place, staffId, patientId, day, alerts));
        } catch (RuntimeException e) {
            // Two checks of one desk at once: the other one has counted them.
            if (!SqlStates.taken(e, "alert_shown_uk")) {
                throw e;
            }
        }
    }

    private void add(
            Connection connection,
            Place place,
            UUID staffId,
            UUID patientId,
            LocalDate day,
            List<Finding> alerts)
            throws SQLException {
        try (var insert = connection.prepareStatement(ADD)) {
            for (var alert : alerts) {
                fill(insert, place, staffId, patientId, day, alert);
                insert.executeUpdate();
            }
        }
    }

    private void fill(
            PreparedStatement insert,
            Place place,
            UUID staffId,
            UUID patientId,
            LocalDate day,
            Finding alert)
            throws SQLException {
        var values =
                List.of(
                        Ids.next(clock),
                        day,
                        Timestamp.from(clock.instant()),
                        Finding.alert(alert.key()),
                        alert.ruleId(),
                        alert.kind().name(),
                        alert.level().name(),
                        alert.tier().name(),
                        alert.subject(),
                        alert.object(),
                        alert.knowledgeVersion(),
                        place.name(),
                        patientId,
                        staffId,
                        Finding.alert(alert.key()),
                        day,
                        place.name());
        for (int i = 0; i < values.size(); i++) {
            insert.setObject(i + 1, values.get(i));
        }
    }

    /// What was signed or handed out in spite of alerts, in the same transaction.
    public void wentOn(
            Place place,
            UUID staffId,
            LocalDate day,
            Prescription prescription,
            List<AnsweredFinding> findings) {
        db.session().flush();
        findings.stream()
                .filter(shown -> shown.tier() != Tier.DETAIL)
                .forEach(shown ->
                        db.session()
                                .createNativeMutationQuery(SIGNED)
                                .setParameter("prescription", prescription.id())
                                .setParameter(
                                        "answer",
                                        shown.given().map(it -> it.reason().name()).orElse(null),
                                        String.class)
                                .setParameter("staff", staffId)
                                .setParameter("patient", prescription.patientId())
                                .setParameter("key", Finding.alert(shown.findingKey()))
                                .setParameter("day", day)
                                .setParameter("place", place.name())
                                .executeUpdate());
    }
}
