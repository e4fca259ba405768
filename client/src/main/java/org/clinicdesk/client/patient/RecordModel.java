package org.clinicdesk.client.patient;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Merge;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.GetPatientRequest;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.UpdatePatientRequest;
import org.clinicdesk.patient.v1.UpdatePatientResponse;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// The record of one person, and the corrections being typed into it.
final class RecordModel {

    private final Desk desk;
    private final String id;
    private final PatientServiceGrpc.PatientServiceBlockingV2Stub patients;
    private final Draft<Person> draft = new Draft<>(Person.getDefaultInstance());
    private final ReadOnlyObjectWrapper<@Nullable Patient> patient = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Merge.Clash> clashes = FXCollections.observableArrayList();
    private final VisitsModel visits;
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    RecordModel(Desk desk, String id) {
        this.desk = desk;
        this.id = id;
        this.visits = new VisitsModel(desk);
        this.patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        refresh();
    }

    /// As it was read last; `null` until then.
    ReadOnlyObjectProperty<@Nullable Patient> patient() {
        return patient.getReadOnlyProperty();
    }

    VisitsModel visits() {
        return visits;
    }

    Draft<Person> draft() {
        return draft;
    }

    /// What somebody else changed too, to something else; each is decided before anything is saved.
    ObservableList<Merge.Clash> clashes() {
        return clashes;
    }

    Busy busy() {
        return busy;
    }

    boolean dirty() {
        return patient.get() != null && draft.dirty();
    }

    /// Reads again. What is being typed stays: it is laid over what is new.
    void refresh() {
        visits.show(id, Duration.ZERO);
        desk.calls()
                .call(() -> patients.getPatient(GetPatientRequest.newBuilder().setId(id).build()))
                .latest(reads)
                .then(answer -> read(answer.getPatient()));
    }

    void save() {
        if (busy.is() || !dirty() || !clashes.isEmpty() || !draft.check()) {
            return;
        }
        var request =
                UpdatePatientRequest.newBuilder()
                        .setId(patient.get().getId())
                        .setVersion(patient.get().getVersion())
                        .setPerson(draft.build())
                        .build();
        desk.calls()
                .call(() -> patients.updatePatient(request))
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .then(this::saved);
    }

    void keepMine(Merge.Clash clash) {
        clashes.remove(clash);
    }

    void takeTheirs(Merge.Clash clash) {
        var typed = draft.build().toBuilder().setField(clash.field(), clash.theirs()).build();
        draft.load(draft.base(), typed);
        clashes.remove(clash);
    }

    private void read(Patient now) {
        var before = patient.get();
        if (before != null && draft.dirty()) {
            if (before.getVersion() != now.getVersion()) {
                var merge = Merge.of(draft.base(), draft.build(), now.getPerson());
                draft.load(now.getPerson(), merge.merged());
                clashes.setAll(merge.clashes());
                desk.notices().done(desk.texts().get("patient.record.merged"));
            }
        } else {
            draft.load(now.getPerson());
            clashes.setAll(List.of());
        }
        patient.set(now);
        desk.patient().set(line(now));
    }

    private void saved(UpdatePatientResponse answer) {
        requestId = RequestId.fresh();
        draft.load(answer.getPatient().getPerson());
        patient.set(answer.getPatient());
        desk.patient().set(line(answer.getPatient()));
        desk.notices().done(desk.texts().get("patient.record.saved"));
    }

    private void refused(Problem problem) {
        if (problem.stale()) {
            refresh();
        } else if (problem.is("IDENTIFIER_TAKEN")) {
            draft.errors().put("national_id", "taken");
        } else if (!draft.place(problem)) {
            desk.explain(problem);
        }
    }

    private static PersonLine line(Patient patient) {
        var person = patient.getPerson();
        return PersonLine.newBuilder()
                .setPatientId(patient.getId())
                .setNumber(patient.getNumber())
                .setName(name(person))
                .setBirthDate(person.getBirthDate())
                .setBirthDateEstimated(person.getBirthDateEstimated())
                .setGender(person.getGender())
                .build();
    }

    /// As it is written: family name first or last.
    static String name(Person person) {
        var name =
                person.getFamilyFirst()
                        ? person.getFamily() + " " + person.getGiven()
                        : person.getGiven() + " " + person.getFamily();
        return name.strip();
    }
}
