package org.clinicdesk.server.prescription;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Busy;
import org.clinicdesk.server.platform.SqlStates;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// What doctors have written and not signed; one for each doctor and person.
final class Drafts {

    private final Db db;
    private final Clock clock;

    Drafts(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<PrescriptionDraft> of(UUID staffId, UUID patientId) {
        return db.session()
                .createQuery(
                        "from PrescriptionDraft where staffId = :staff and patientId = :patient",
                        PrescriptionDraft.class)
                .setParameter("staff", staffId)
                .setParameter("patient", patientId)
                .uniqueResultOptional();
    }

    PrescriptionDraft save(UUID staffId, UUID patientId, byte[] written) {
        var draft = of(staffId, patientId).orElseGet(() -> add(staffId, patientId));
        draft.save(written, clock.instant());
        return draft;
    }

    /// @throws Busy when the same doctor's other desk was first: the whole call is tried again and finds its row
    private PrescriptionDraft add(UUID staffId, UUID patientId) {
        var draft = new PrescriptionDraft(Ids.next(clock), staffId, patientId);
        try {
            db.session().persist(draft);
            db.session().flush();
        } catch (RuntimeException e) {
            throw SqlStates.taken(e, "prescription_draft_uk") ? new Busy("draft") : e;
        }
        return draft;
    }

    /// It was signed, so there is nothing left to sign.
    void clear(UUID staffId, UUID patientId) {
        of(staffId, patientId).ifPresent(draft -> draft.save(new byte[0], clock.instant()));
    }
}
