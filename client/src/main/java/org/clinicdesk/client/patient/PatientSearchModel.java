package org.clinicdesk.client.patient;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Phrase;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.patient.v1.GetPatientRequest;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientHit;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.patient.v1.SearchPatientsResponse;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds people while text is typed, and reads the one the selection rests on.
final class PatientSearchModel {

    private static final Duration TYPING = Duration.ofMillis(130);

    /// Reading a record is audited: passing over a row with the arrow key is not looking at it.
    private static final Duration RESTING = Duration.ofMillis(350);

    private static final int MOST = 40;

    private final Desk desk;
    private final PatientServiceGrpc.PatientServiceBlockingV2Stub patients;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PatientHit> hits = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable PatientHit> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Patient> shown = new ReadOnlyObjectWrapper<>();
    private final TodayModel today;
    private final Phrase note;
    private final ObservableSet<String> topics = FXCollections.observableSet();
    private final Lane searches = new Lane();
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();

    PatientSearchModel(Desk desk) {
        this.desk = desk;
        this.today = new TodayModel(desk);
        this.note = new Phrase(desk.texts());
        this.patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        query.addListener(change -> search(TYPING));
        selected.addListener(change -> select());
    }

    StringProperty query() {
        return query;
    }

    ObservableList<PatientHit> hits() {
        return hits;
    }

    ObjectProperty<@Nullable PatientHit> selected() {
        return selected;
    }

    /// The record of the selected person; `null` until it is read.
    ReadOnlyObjectProperty<@Nullable Patient> shown() {
        return shown.getReadOnlyProperty();
    }

    /// What the people found have today.
    TodayModel today() {
        return today;
    }

    /// Marks the chosen person as arrived. One visit is meant by that; of several somebody chooses, and why there is none the
    /// board says.
    ///
    /// @param choose among several
    void checkIn(Consumer<String> choose) {
        chosen().ifPresent(id -> {
            var arriving = today.arriving(id);
            switch (arriving.size()) {
                case 0 ->
                        desk.navigator()
                                .go(Place.of("appointment", "check-in").with("patient_id", id));
                case 1 -> today.run(VisitStep.CHECK_IN, arriving.getFirst());
                default -> choose.accept(id);
            }
        });
    }

    /// How many were found.
    ReadOnlyStringProperty note() {
        return note.text();
    }

    ObservableSet<String> topics() {
        return topics;
    }

    Busy busy() {
        return busy;
    }

    Optional<String> chosen() {
        return Optional.ofNullable(selected.get()).map(hit -> hit.getPerson().getPatientId());
    }

    void open(PatientHit hit) {
        desk.navigator().go(PatientFeature.record(hit.getPerson().getPatientId()));
    }

    /// Registers somebody who was not found; what was searched is his name, unless it holds digits.
    void register() {
        var typed = query.get().strip();
        var place = Place.of("patient", PatientFeature.REGISTER);
        var name =
                !typed.isEmpty() && typed.chars().noneMatch(Character::isDigit) && hits.isEmpty();
        desk.navigator().go(name ? place.with("name", typed) : place);
    }

    void refresh() {
        if (!query.get().isBlank()) {
            search(Duration.ZERO);
            chosen().ifPresent(this::read);
        }
    }

    private void search(Duration delay) {
        var text = query.get().strip();
        if (text.isEmpty()) {
            searches.drop();
            hits.clear();
            today.show(List.of());
            note.clear();
            selected.set(null);
            return;
        }
        var request = SearchPatientsRequest.newBuilder().setText(text).setLimit(MOST).build();
        desk.calls()
                .call(() -> patients.searchPatients(request))
                .latest(searches)
                .after(delay)
                .busy(busy)
                .then(this::found);
    }

    private void found(SearchPatientsResponse answer) {
        var before = chosen();
        hits.setAll(answer.getHitsList());
        today.show(hits.stream().map(hit -> hit.getPerson().getPatientId()).toList());
        note.say(answer.getMore() ? "patient.search.more" : "patient.search.found", hits.size());
        selected.set(
                hits.stream()
                        .filter(hit -> before.equals(Optional.of(hit.getPerson().getPatientId())))
                        .findFirst()
                        .orElse(hits.isEmpty() ? null : hits.getFirst()));
    }

    private void select() {
        var hit = selected.get();
        if (hit == null) {
            reads.drop();
            topics.clear();
            shown.set(null);
            return;
        }
        var id = hit.getPerson().getPatientId();
        desk.patient().set(hit.getPerson());
        if (topics.contains("patient/" + id)) {
            return;
        }
        shown.set(null);
        topics.clear();
        topics.add("patient/" + id);
        read(id);
    }

    private void read(String id) {
        desk.calls()
                .call(() -> patients.getPatient(GetPatientRequest.newBuilder().setId(id).build()))
                .latest(reads)
                .after(RESTING)
                .then(answer -> shown.set(answer.getPatient()));
    }
}
