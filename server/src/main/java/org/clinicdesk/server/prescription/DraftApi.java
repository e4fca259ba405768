package org.clinicdesk.server.prescription;

import com.google.protobuf.InvalidProtocolBufferException;

import org.clinicdesk.prescription.v1.Draft;
import org.clinicdesk.prescription.v1.GetDraftRequest;
import org.clinicdesk.prescription.v1.GetDraftResponse;
import org.clinicdesk.prescription.v1.SaveDraftRequest;
import org.clinicdesk.prescription.v1.SaveDraftResponse;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Protos;

import java.util.UUID;

/// What of PrescriptionService keeps what is written and not signed. Lines are kept as they come: they are checked when
/// they are signed.
final class DraftApi {

    private final Patients patients;
    private final Drafts drafts;

    DraftApi(Patients patients, Drafts drafts) {
        this.patients = patients;
        this.drafts = drafts;
    }

    SaveDraftResponse save(SaveDraftRequest request) {
        var written = request.getDraft().toBuilder().clearSavedAt().build();
        var draft = drafts.save(caller(), patient(request.getPatientId()), written.toByteArray());
        return SaveDraftResponse.newBuilder().setSavedAt(Protos.timestamp(draft.savedAt())).build();
    }

    GetDraftResponse get(GetDraftRequest request) {
        var answer = GetDraftResponse.newBuilder();
        drafts.of(caller(), patient(request.getPatientId()))
                .ifPresent(draft -> answer.setDraft(read(draft)));
        return answer.build();
    }

    private static Draft read(PrescriptionDraft draft) {
        try {
            return Draft.parseFrom(draft.content()).toBuilder()
                    .setSavedAt(Protos.timestamp(draft.savedAt()))
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a draft that nobody wrote", e);
        }
    }

    private UUID patient(String id) {
        var patient = patients.get(Ids.of(id));
        Call.current().concerns(patient.id());
        return patient.id();
    }

    private static UUID caller() {
        return Call.current().caller().staffId();
    }
}
