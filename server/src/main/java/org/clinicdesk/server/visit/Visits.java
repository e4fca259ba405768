package org.clinicdesk.server.visit;

import org.clinicdesk.contract.BodyWeight;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.queue.QueueRefusal;
import org.clinicdesk.server.queue.StayChanged;
import org.clinicdesk.server.record.Observation;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.site.Sites;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/// All visits.
public final class Visits {

    private final Db db;
    private final Clock clock;
    private final Sites sites;
    private final Records records;
    private final List<Predicate<UUID>> writtenElsewhere = new ArrayList<>();

    Visits(Db db, Clock clock, Sites sites, Records records) {
        this.db = db;
        this.clock = clock;
        this.sites = sites;
        this.records = records;
    }

    /// Lets another feature say that something of its own belongs to a visit, which then cannot be withdrawn.
    /// To be called while the features are put together.
    public void keepIf(Predicate<UUID> written) {
        writtenElsewhere.add(written);
    }

    /// @throws NotFound also for one that was withdrawn
    public Visit get(UUID id) {
        var visit = db.get(Visit.class, id);
        if (visit.state() == VisitState.WITHDRAWN) {
            throw new NotFound(Visit.class, id);
        }
        return visit;
    }

    /// The visit to write in. @throws Refusal FINISHED, Problem.Stale when it is not the version on the screen
    Visit open(UUID id, long version) {
        get(id).refuseUnlessOpen();
        return db.get(Visit.class, id, version);
    }

    /// A visit begins when somebody is called, and is withdrawn when the call is undone. @throws Refusal VISIT_WRITTEN
    void follow(StayChanged stay) {
        switch (stay.entry().state()) {
            case IN_ROOM ->
                    db.session()
                            .persist(
                                    new Visit(
                                            stay.entry().visitId().orElseThrow(),
                                            stay.entry(),
                                            stay.at()));
            case WAITING, NO_ANSWER ->
                    withdraw(get(stay.entry().visitId().orElseThrow()), stay.at());
            // It is the visit that ends a stay; and whoever leaves unseen had none.
            case DONE, LEFT -> {}
        }
    }

    private void withdraw(Visit visit, Instant at) {
        if (visit.written()
                || writtenElsewhere.stream().anyMatch(written -> written.test(visit.id()))) {
            throw new Refusal(QueueRefusal.VISIT_WRITTEN);
        }
        visit.withdraw(at);
    }

    /// @throws Refusal WEIGHT_UNLIKELY when the weight is new
    void refuseUnlikely(Visit visit, Vitals vitals) {
        var birth = db.get(Patient.class, visit.patientId()).birthDate().text();
        var today = clock.instant().atZone(sites.clinic().zone()).toLocalDate();
        if (VitalSign.WEIGHT.measured(visit.vitals(), vitals)
                && BodyWeight.months(birth, today)
                        .filter(age -> !BodyWeight.plausible(vitals.weight(), age))
                        .isPresent()) {
            throw new Refusal(VisitRefusal.WEIGHT_UNLIKELY);
        }
    }

    /// Keeps vital signs; those that are new enter the record. A corrected one enters it again, as the newer.
    void measure(Visit visit, Vitals vitals) {
        var before = visit.vitals();
        visit.measure(vitals);
        var now = clock.instant();
        for (var sign : VitalSign.values()) {
            if (sign.measured(before, vitals)) {
                records.addObservation(
                        new Observation(
                                Ids.next(clock),
                                visit.patientId(),
                                sign.code(),
                                now,
                                sign.of(vitals),
                                true));
            }
        }
    }
}
