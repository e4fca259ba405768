package org.clinicdesk.server.prescription;

import com.google.protobuf.InvalidProtocolBufferException;

import org.clinicdesk.prescription.v1.Draft;
import org.clinicdesk.prescription.v1.GetDraftRequest;
import org.clinicdesk.prescription.v1.GetDraftResponse;
import org.clinicdesk.prescription.v1.SaveDraftRequest;
import org.clinicdesk.prescription.v1.SaveDraftResponse;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Protos;

import java.util.UUID;
import java.util.function.Supplier;

/// What of PrescriptionService keeps what is written and not signed. Lines are kept as they come: they are checked when
/// they are signed.
final class DraftApi {

    /// The field of the form.
    private static final String MEDICINE = "medicine";

    private final Patients patients;
    private final Drafts drafts;
    private final Supplier<Knowledge> knowledge;

    DraftApi(Patients patients, Drafts drafts, Supplier<Knowledge> knowledge) {
        this.patients = patients;
        this.drafts = drafts;
        this.knowledge = knowledge;
    }

    SaveDraftResponse save(SaveDraftRequest request) {
        var written = request.getDraft().toBuilder().clearSavedAt().build();
        var draft = drafts.save(caller(), patient(request.getPatientId()), written.toByteArray());
        return SaveDraftResponse.newBuilder().setSavedAt(Protos.timestamp(draft.savedAt())).build();
    }

    GetDraftResponse get(GetDraftRequest request) {
        var answer = GetDraftResponse.newBuilder();
        drafts.of(caller(), patient(request.getPatientId()))
                .map(DraftApi::read)
                .ifPresent(draft -> answer.setDraft(said(draft)));
        return answer.build();
    }

    /// As its medicines are called now: a product may have another name than on the day it was kept.
    private Draft said(Draft kept) {
        var words = knowledge.get().spoken(Call.current().locale());
        var draft = kept.toBuilder();
        draft.getLinesBuilderList().forEach(line -> DosageProtos.say(line, words));
        if (kept.getTyped().getChosen()) {
            var typed = kept.getTyped();
            var text = typed.getPartsOrDefault(MEDICINE, "");
            draft.getTypedBuilder().putParts(MEDICINE, words.medicine(typed.getMedicineId(), text));
        }
        return draft.build();
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
