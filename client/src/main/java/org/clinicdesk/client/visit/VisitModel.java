package org.clinicdesk.client.visit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Merge;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.record.v1.Coding;
import org.clinicdesk.record.v1.GetRecordRequest;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.visit.v1.FinishVisitRequest;
import org.clinicdesk.visit.v1.GetVisitRequest;
import org.clinicdesk.visit.v1.Notes;
import org.clinicdesk.visit.v1.SaveVisitRequest;
import org.clinicdesk.visit.v1.SaveVitalsRequest;
import org.clinicdesk.visit.v1.SearchDiagnosesRequest;
import org.clinicdesk.visit.v1.Visit;
import org.clinicdesk.visit.v1.VisitServiceGrpc;
import org.jspecify.annotations.Nullable;

/// One visit while it is written.
final class VisitModel {

    private static final Duration TYPING = Duration.ofMillis(150);
    private static final Duration RESTING = Duration.ofMillis(1_500);

    private final Desk desk;
    private final String id;
    private final VisitServiceGrpc.VisitServiceBlockingV2Stub visits;
    private final RecordServiceGrpc.RecordServiceBlockingV2Stub records;
    private final ReadOnlyObjectWrapper<@Nullable Visit> visit = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable GetRecordResponse> record = new ReadOnlyObjectWrapper<>();
    private final Draft<Notes> notes = new Draft<>(Notes.getDefaultInstance());
    private final VitalsDraft vitals = new VitalsDraft();
    private final ObservableList<Coding> diagnoses = FXCollections.observableArrayList();
    private final StringProperty diagnosisQuery = new SimpleStringProperty("");
    private final ObservableList<Coding> found = FXCollections.observableArrayList();
    private final StringProperty state = new SimpleStringProperty("");
    private final Busy busy = new Busy();
    private final Lane searches = new Lane();
    private final Lane resting = new Lane();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean loading;
    private boolean keeping;
    private RequestId finishing = RequestId.fresh();

    VisitModel(Desk desk, String id) {
        this.desk = desk;
        this.id = id;
        this.visits = VisitServiceGrpc.newBlockingV2Stub(desk.channel());
        this.records = RecordServiceGrpc.newBlockingV2Stub(desk.channel());
        for (var field : NotesFields.ALL) {
            notes.text(field).addListener(change -> typed());
        }
        vitals.onTyped(this::typed);
        diagnosisQuery.addListener(change -> searchDiagnoses());
    }

    ReadOnlyObjectProperty<@Nullable Visit> visit() {
        return visit.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable GetRecordResponse> record() {
        return record.getReadOnlyProperty();
    }

    Draft<Notes> notes() {
        return notes;
    }

    VitalsDraft vitals() {
        return vitals;
    }

    ObservableList<Coding> diagnoses() {
        return diagnoses;
    }

    StringProperty diagnosisQuery() {
        return diagnosisQuery;
    }

    ObservableList<Coding> found() {
        return found;
    }

    /// What became of what was typed: kept, being kept, or changed by somebody else.
    StringProperty state() {
        return state;
    }

    Busy busy() {
        return busy;
    }

    boolean mayPrescribe() {
        return desk.has("prescription");
    }

    String title() {
        var open = visit.get();
        return open == null ? desk.texts().get("visit.write.title") : open.getPerson().getName();
    }

    void read() {
        var request = GetVisitRequest.newBuilder().setId(id).build();
        desk.calls().call(() -> visits.getVisit(request)).busy(busy).then(answer -> {
            load(answer.getVisit());
            readRecord();
        });
    }

    void readRecord() {
        var open = visit.get();
        if (open != null) {
            var request = GetRecordRequest.newBuilder()
                    .setPatientId(open.getPerson().getPatientId())
                    .build();
            desk.calls().call(() -> records.getRecord(request)).then(record::set);
        }
    }

    private void load(Visit read) {
        loading = true;
        notes.load(read.getNotes());
        vitals.load(read.getVitals());
        diagnoses.setAll(read.getNotes().getDiagnosesList());
        loading = false;
        visit.set(read);
    }

    private void typed() {
        if (!loading && visit.get() != null) {
            state.set(desk.texts().get("visit.state.typing"));
            desk.calls().call(() -> true).latest(resting).after(RESTING).then(_ -> keep(() -> {}));
        }
    }

    /// Keeps what was typed, one write after the other, and then goes on. What is typed meanwhile is kept next.
    private void keep(Runnable then) {
        if (keeping) {
            afterwards.add(then);
            return;
        }
        keeping = true;
        var open = Objects.requireNonNull(visit.get());
        var typed = typedNotes();
        if (typed.equals(open.getNotes())) {
            keepVitals(then);
            return;
        }
        var request = SaveVisitRequest.newBuilder()
                .setId(id)
                .setVersion(open.getVersion())
                .setNotes(typed)
                .build();
        desk.calls().call(() -> visits.saveVisit(request)).refused(this::notKept).then(answer -> {
            visit.set(answer.getVisit());
            keepVitals(then);
        });
    }

    private Notes typedNotes() {
        return notes.build().toBuilder().clearDiagnoses().addAllDiagnoses(diagnoses).build();
    }

    private void keepVitals(Runnable then) {
        var open = Objects.requireNonNull(visit.get());
        var measured = vitals.build();
        if (measured.isEmpty() || measured.get().equals(open.getVitals())) {
            kept(then);
            return;
        }
        var request = SaveVitalsRequest.newBuilder()
                .setId(id)
                .setVersion(open.getVersion())
                .setVitals(measured.get())
                .build();
        desk.calls().call(() -> visits.saveVitals(request)).refused(this::notKept).then(answer -> {
            visit.set(answer.getVisit());
            kept(then);
        });
    }

    private void kept(Runnable then) {
        keeping = false;
        state.set(desk.texts().get(vitals.build().isPresent() ? "visit.state.kept" : "visit.state.vitals-wrong"));
        var more = List.copyOf(afterwards);
        afterwards.clear();
        then.run();
        more.forEach(this::keep);
    }

    /// What was typed stays on the screen; a colleague's changes are put beside it.
    private void notKept(Problem problem) {
        keeping = false;
        afterwards.clear();
        if (!problem.stale()) {
            state.set(desk.texts().get("visit.state.not-kept"));
            desk.explain(problem);
            return;
        }
        var request = GetVisitRequest.newBuilder().setId(id).build();
        desk.calls().call(() -> visits.getVisit(request)).then(answer -> merge(answer.getVisit()));
    }

    private void merge(Visit theirs) {
        var base = Objects.requireNonNull(visit.get()).getNotes();
        var merge = Merge.of(base, typedNotes(), theirs.getNotes());
        loading = true;
        notes.load(theirs.getNotes(), merge.merged());
        diagnoses.setAll(merge.merged().getDiagnosesList());
        loading = false;
        visit.set(theirs);
        state.set(desk.texts().get("visit.state.merged"));
        typed();
    }

    private void searchDiagnoses() {
        var text = diagnosisQuery.get().strip();
        if (text.isEmpty()) {
            searches.drop();
            found.clear();
            return;
        }
        var request = SearchDiagnosesRequest.newBuilder().setText(text).build();
        desk.calls()
                .call(() -> visits.searchDiagnoses(request))
                .latest(searches)
                .after(TYPING)
                .then(answer -> found.setAll(answer.getDiagnosesList()));
    }

    /// Takes a diagnosis of the list; what is typed and not in the list is taken as it stands.
    void take(Coding diagnosis) {
        if (!diagnoses.contains(diagnosis)) {
            diagnoses.add(diagnosis);
        }
        diagnosisQuery.set("");
        typed();
    }

    void takeFirst() {
        var text = diagnosisQuery.get().strip();
        if (!found.isEmpty()) {
            take(found.getFirst());
        } else if (!text.isEmpty()) {
            take(Coding.newBuilder().setDisplay(text).build());
        }
    }

    void remove(Coding diagnosis) {
        diagnoses.remove(diagnosis);
        typed();
    }

    void prescribe() {
        var open = visit.get();
        if (open != null && mayPrescribe()) {
            keep(() -> desk.navigator()
                    .go(Place.of("prescription", "write")
                            .with("patient_id", open.getPerson().getPatientId())
                            .with("visit_id", id)));
        }
    }

    /// Keeps what was typed, signs it and sends the person on.
    void finish() {
        if (!busy.is() && visit.get() != null) {
            keep(this::sign);
        }
    }

    private void sign() {
        var open = Objects.requireNonNull(visit.get());
        var request = FinishVisitRequest.newBuilder().setId(id).setVersion(open.getVersion()).build();
        desk.calls()
                .call(() -> visits.finishVisit(request))
                .once(finishing)
                .busy(busy)
                .refused("NO_ASSESSMENT", _ -> notes.errors().put("plan", "assessment"))
                .then(answer -> {
                    finishing = RequestId.fresh();
                    desk.notices().done(desk.texts().get("visit.finished", answer.getVisit().getPerson().getName()));
                    desk.navigator().replace(Place.of("queue"));
                });
    }
}
