package org.clinicdesk.server.visit;

import org.clinicdesk.server.patient.Fold;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.record.Coding;
import org.clinicdesk.server.record.Condition;
import org.clinicdesk.server.record.Encounter;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.StaffMember;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// The end of a visit, and all that follows from it: the stay ends, the record learns of it.
public final class Finishing {

    private static final String TYPE = "Consultation";

    /// What the record keeps of the reason; the visit has all of it.
    private static final int REASON = 300;

    private static final int MOST_CONDITIONS = 500;

    private final Db db;
    private final Clock clock;
    private final Sites sites;
    private final Patients patients;
    private final Records records;
    private final QueueEntries queue;

    Finishing(
            Db db,
            Clock clock,
            Sites sites,
            Patients patients,
            Records records,
            QueueEntries queue) {
        this.db = db;
        this.clock = clock;
        this.sites = sites;
        this.patients = patients;
        this.records = records;
        this.queue = queue;
    }

    /// @param by the practitioner, or a head doctor in his place
    /// @throws Refusal FINISHED, NO_ASSESSMENT
    public void finish(Visit visit, UUID by, Instant now) {
        visit.refuseUnlessAssessed();
        // First of all it locks the queue, as whoever calls or undoes a call does before he touches
        // a visit.
        queue.finish(visit.id(), now);
        visit.finish(by, now);
        records.addEncounter(encounter(visit, now));
        visit.notes().diagnoses().stream()
                .filter(diagnosis -> !known(visit.patientId(), diagnosis))
                .forEach(diagnosis ->
                        records.addCondition(
                                new Condition(
                                        Ids.next(clock),
                                        visit.patientId(),
                                        diagnosis,
                                        new PartialDate(""),
                                        now,
                                        by)));
        patients.get(visit.patientId())
                .visited(visit.startedAt().atZone(sites.clinic().zone()).toLocalDate());
    }

    private Encounter encounter(Visit visit, Instant now) {
        var practitioner = db.get(StaffMember.class, visit.practitionerId()).name();
        var place = db.get(Site.class, visit.siteId()).name();
        var encounter =
                new Encounter(
                                Ids.next(clock),
                                visit.patientId(),
                                visit.startedAt(),
                                now,
                                new Encounter.Circumstances(
                                        TYPE,
                                        shortened(visit.notes().reason()),
                                        practitioner,
                                        place))
                        .ofVisit(visit.id());
        encounter.with(visit.practitionerId());
        encounter.at(visit.siteId());
        return encounter;
    }

    private static String shortened(String reason) {
        if (reason.length() <= REASON) {
            return reason;
        }
        var end = Character.isHighSurrogate(reason.charAt(REASON - 2)) ? REASON - 2 : REASON - 1;
        return reason.substring(0, end) + "…";
    }

    /// Whether the person has it already: a condition found twice is one condition.
    private boolean known(UUID patientId, Coding diagnosis) {
        return records.conditions(patientId, MOST_CONDITIONS).stream()
                .filter(Condition::active)
                .anyMatch(condition -> same(condition.code(), diagnosis));
    }

    private static boolean same(Coding one, Coding other) {
        return one.code().isEmpty() || other.code().isEmpty()
                ? Fold.words(one.display()).equals(Fold.words(other.display()))
                : one.system().equals(other.system()) && one.code().equals(other.code());
    }
}
