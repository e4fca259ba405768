package org.clinicdesk.server.card;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.site.Sites;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// All codes that were handed out.
public final class IssuedCodes {

    private final Db db;
    private final Clock clock;
    private final Sites sites;

    IssuedCodes(Db db, Clock clock, Sites sites) {
        this.db = db;
        this.clock = clock;
        this.sites = sites;
    }

    /// The person's card; a new one when there is none, or when the old one is to be revoked.
    IssuedCode issueCard(UUID patientId, boolean reissue) {
        lockPerson(patientId);
        var valid = card(patientId);
        if (valid.isPresent() && !reissue) {
            return valid.get();
        }
        valid.ifPresent(this::revoke);
        var card =
                IssuedCode.card(
                        Ids.next(clock),
                        codes().issue(Codes.Kind.CARD),
                        patientId,
                        cardsEver(patientId) + 1,
                        clock.instant(),
                        caller());
        db.session().persist(card);
        return card;
    }

    /// A second desk waits here, and then finds the card that the first has issued.
    private void lockPerson(UUID patientId) {
        if (db.session().find(Patient.class, patientId, LockMode.PESSIMISTIC_WRITE) == null) {
            throw new NotFound(Patient.class, patientId);
        }
    }

    private void revoke(IssuedCode card) {
        card.revoke(clock.instant(), caller());
        // Before the new card is inserted: only one may be valid at any time.
        db.session().flush();
    }

    private int cardsEver(UUID patientId) {
        return db.session()
                .createQuery(
                        "select count(*) from IssuedCode where patientId = :patient and kind ="
                                + " CARD",
                        Long.class)
                .setParameter("patient", patientId)
                .getSingleResult()
                .intValue();
    }

    /// The code of a prescription that is being signed: what its QR code holds.
    public String issueFor(UUID prescriptionId, UUID patientId) {
        var issued =
                IssuedCode.prescription(
                        Ids.next(clock),
                        codes().issue(Codes.Kind.PRESCRIPTION),
                        patientId,
                        prescriptionId,
                        clock.instant(),
                        caller());
        db.session().persist(issued);
        return issued.code();
    }

    /// The person's valid card.
    Optional<IssuedCode> card(UUID patientId) {
        return one("from IssuedCode where validCardOf = :value", patientId);
    }

    /// What a typed or scanned code stands for. @throws Refusal UNKNOWN_CODE, REVOKED
    public IssuedCode scanned(String typed) {
        var issued =
                codes().verify(typed)
                        .flatMap(genuine ->
                                one("from IssuedCode where code = :value", genuine.code()))
                        .orElseThrow(() -> new Refusal(CardRefusal.UNKNOWN_CODE));
        if (issued.revoked()) {
            throw new Refusal(CardRefusal.REVOKED);
        }
        return issued;
    }

    private Optional<IssuedCode> one(String query, Object value) {
        return db.session()
                .createQuery(query, IssuedCode.class)
                .setParameter("value", value)
                .uniqueResultOptional();
    }

    private Codes codes() {
        return new Codes(sites.clinic().codeKey());
    }

    private static @Nullable UUID caller() {
        return Call.current().signedIn().map(Caller::staffId).orElse(null);
    }
}
