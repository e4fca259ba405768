package org.clinicdesk.client.prescription;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.common.v1.File;
import org.clinicdesk.prescription.v1.GetPrescriptionPaperRequest;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.SignPrescriptionRequest;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The signature, once and for all, and the paper that follows from it.
final class SigningModel {

    private final Desk desk;
    private final String patientId;
    private final String visitId;
    private final Runnable refresh;
    private final PrescriptionServiceGrpc.PrescriptionServiceBlockingV2Stub prescriptions;
    private final ReadOnlyObjectWrapper<@Nullable Prescription> signed =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable File> paper = new ReadOnlyObjectWrapper<>();
    private final Busy signing = new Busy();
    private final Busy printing = new Busy();
    private RequestId requestId = RequestId.fresh();

    /// @param refresh reads what somebody else has changed meanwhile
    SigningModel(Desk desk, String patientId, String visitId, Runnable refresh) {
        this.desk = desk;
        this.patientId = patientId;
        this.visitId = visitId;
        this.refresh = refresh;
        this.prescriptions = PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// What was signed; `null` until then.
    ReadOnlyObjectProperty<@Nullable Prescription> signed() {
        return signed.getReadOnlyProperty();
    }

    /// The paper that was fetched last.
    ReadOnlyObjectProperty<@Nullable File> paper() {
        return paper.getReadOnlyProperty();
    }

    Busy signing() {
        return signing;
    }

    Busy printing() {
        return printing;
    }

    /// @param checked what is signed, as it was checked
    /// @param weighed kg, today, as it was checked with; 0: as the record has it
    void sign(CheckModel.Checked checked, List<Override> overrides, double weighed) {
        if (signed.get() != null) {
            return;
        }
        var request =
                SignPrescriptionRequest.newBuilder()
                        .setPatientId(patientId)
                        .setVisitId(visitId)
                        .addAllLines(checked.lines())
                        .addAllOverrides(overrides)
                        .setMedicationsVersion(checked.answer().getMedicationsVersion())
                        .setWeightKg(weighed)
                        .build();
        desk.calls()
                .call(() -> prescriptions.signPrescription(request))
                .once(requestId)
                .busy(signing)
                .refused(
                        "MEDICATIONS_CHANGED",
                        problem -> changedMeanwhile("prescription.refused.MEDICATIONS_CHANGED"))
                .refused(
                        "UNANSWERED_FINDINGS",
                        problem -> changedMeanwhile("prescription.refused.UNANSWERED_FINDINGS"))
                .refused(this::refused)
                .then(answer -> signed(answer.getPrescription()));
    }

    private void changedMeanwhile(String text) {
        requestId = RequestId.fresh();
        desk.notices().failed(desk.texts().get(text));
        refresh.run();
    }

    private void refused(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        desk.explain(problem);
    }

    private void signed(Prescription prescription) {
        requestId = RequestId.fresh();
        signed.set(prescription);
        desk.notices().done(desk.texts().get("prescription.signed", prescription.getNumber()));
        print();
    }

    /// Fetches the paper; the server marks every one after the first as a copy.
    void print() {
        var prescription = signed.get();
        if (prescription == null || printing.is()) {
            return;
        }
        var request = GetPrescriptionPaperRequest.newBuilder().setId(prescription.getId()).build();
        desk.calls()
                .call(() -> prescriptions.getPrescriptionPaper(request))
                .busy(printing)
                .then(answer -> paper.set(answer.getFile()));
    }
}
