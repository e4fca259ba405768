package org.clinicdesk.client.prescription;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Undos;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.Level;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.record.v1.AddToleranceRequest;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.record.v1.StrikeToleranceRequest;
import org.clinicdesk.record.v1.Tolerance;

/// Records that a person takes without harm what the checks warn of.
final class Tolerances {

    private static final String SAME_ALLERGEN = "allergy-same-substance";
    private static final String SAME_INGREDIENT = "same_ingredient";

    private final Desk desk;
    private final String patientId;
    private final RecordServiceGrpc.RecordServiceBlockingV2Stub records;
    private final Busy busy = new Busy();

    Tolerances(Desk desk, String patientId) {
        this.desk = desk;
        this.patientId = patientId;
        this.records = RecordServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// Whether that would quiet the finding: not two that are contraindicated, nor the very allergen, nor the same twice.
    boolean may(Finding finding) {
        return desk.may(RecordServiceGrpc.getAddToleranceMethod())
                && finding.getTier() == Tier.TIER_INTERRUPTIVE
                && (of(finding)
                        || together(finding) && finding.getLevel() != Level.LEVEL_CONTRAINDICATED);
    }

    private static boolean of(Finding finding) {
        return finding.getKind() == FindingKind.FINDING_KIND_ALLERGY
                && !finding.getRuleId().equals(SAME_ALLERGEN);
    }

    /// Whether it is about two medicines.
    static boolean together(Finding finding) {
        return finding.getKind() == FindingKind.FINDING_KIND_INTERACTION
                || finding.getKind() == FindingKind.FINDING_KIND_DUPLICATE
                        && !finding.getRuleId().equals(SAME_INGREDIENT);
    }

    /// @param done told when it is recorded, and when it was taken back on the same screen
    void add(Finding finding, String note, Runnable done) {
        var request =
                AddToleranceRequest.newBuilder()
                        .setPatientId(patientId)
                        .setIngredient(finding.getSubjectInn())
                        .setPartner(together(finding) ? finding.getObjectInn() : "")
                        .setNote(note.strip())
                        .build();
        desk.calls()
                .call(() -> records.addTolerance(request))
                .once(RequestId.fresh())
                .busy(busy)
                .refused(problem -> refused(problem, done))
                .then(answer -> added(answer.getTolerance(), done));
    }

    private void added(Tolerance tolerance, Runnable done) {
        done.run();
        var here = desk.navigator().place();
        Runnable shown =
                () -> {
                    if (here.equals(desk.navigator().place())) {
                        done.run();
                    }
                };
        desk.notices()
                .done(
                        desk.texts().get("prescription.tolerated.done", name(tolerance)),
                        tolerance.getNote(),
                        desk.undos().add(attempt -> takeBack(attempt, tolerance, shown)));
    }

    private void takeBack(Undos.Attempt attempt, Tolerance tolerance, Runnable shown) {
        var request =
                StrikeToleranceRequest.newBuilder()
                        .setId(tolerance.getId())
                        .setVersion(tolerance.getVersion())
                        .build();
        attempt.call(
                desk.calls()
                        .call(() -> records.strikeTolerance(request))
                        .once(RequestId.fresh())
                        .busy(busy),
                problem -> {
                    desk.explain(problem);
                    shown.run();
                },
                answer -> {
                    shown.run();
                    desk.notices()
                            .done(
                                    desk.texts()
                                            .get("prescription.undone.tolerated", name(tolerance)));
                });
    }

    private static String name(Tolerance tolerance) {
        return tolerance.getPartner().isEmpty()
                ? tolerance.getIngredient()
                : tolerance.getIngredient() + " + " + tolerance.getPartner();
    }

    /// Somebody else recorded it meanwhile: then it is there.
    private void refused(Problem problem, Runnable done) {
        if (problem.is("ALREADY_RECORDED")) {
            done.run();
        } else {
            desk.explain(problem);
        }
    }
}
