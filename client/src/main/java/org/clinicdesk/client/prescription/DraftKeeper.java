package org.clinicdesk.client.prescription;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.prescription.v1.Draft;
import org.clinicdesk.prescription.v1.GetDraftRequest;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.SaveDraftRequest;
import org.clinicdesk.prescription.v1.TypedForm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps what is written on the server, so that it outlives the desk.
final class DraftKeeper {

    private static final Duration PAUSE = Duration.ofMillis(600);

    private final Desk desk;
    private final String patientId;
    private final PrescriptionServiceGrpc.PrescriptionServiceBlockingV2Stub prescriptions;
    private final ReadOnlyObjectWrapper<Optional<Instant>> kept =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Lane saving = new Lane();
    private Draft last = Draft.getDefaultInstance();

    DraftKeeper(Desk desk, String patientId) {
        this.desk = desk;
        this.patientId = patientId;
        this.prescriptions = PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// When all that is written was kept; empty while something is not.
    ReadOnlyObjectProperty<Optional<Instant>> kept() {
        return kept.getReadOnlyProperty();
    }

    /// Hands over what was kept, if there is any.
    void restore(Consumer<Draft> found) {
        var request = GetDraftRequest.newBuilder().setPatientId(patientId).build();
        desk.calls()
                .call(() -> prescriptions.getDraft(request).getDraft())
                .then(draft -> {
                    if (!isEmpty(draft)) {
                        last = draft.toBuilder().clearSavedAt().build();
                        kept.set(
                                Optional.of(
                                        Instant.ofEpochSecond(draft.getSavedAt().getSeconds())));
                        found.accept(draft);
                    }
                });
    }

    /// @param typed what stands in the form
    /// @param weight kg, of today; 0: as the record has it
    void save(
            List<OrderLine> lines,
            List<Override> overrides,
            Optional<TypedForm> typed,
            double weight) {
        var written = Draft.newBuilder().addAllLines(lines).addAllOverrides(overrides);
        typed.ifPresent(written::setTyped);
        if (!isEmpty(written.build())) {
            written.setWeightKg(weight);
        }
        var draft = written.build();
        if (draft.equals(last)) {
            return;
        }
        last = draft;
        kept.set(Optional.empty());
        var request = SaveDraftRequest.newBuilder().setPatientId(patientId).setDraft(draft).build();
        desk.calls()
                .call(() -> prescriptions.saveDraft(request))
                .latest(saving)
                .after(PAUSE)
                .refused(problem -> last = Draft.getDefaultInstance())
                .then(answer ->
                        kept.set(
                                isEmpty(draft)
                                        ? Optional.empty()
                                        : Optional.of(
                                                Instant.ofEpochSecond(
                                                        answer.getSavedAt().getSeconds()))));
    }

    private static boolean isEmpty(Draft draft) {
        return draft.getLinesCount() == 0 && !draft.hasTyped();
    }

    /// It was signed: the server has forgotten it already.
    void signed() {
        saving.drop();
        last = Draft.getDefaultInstance();
        kept.set(Optional.empty());
    }
}
