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

import org.clinicdesk.client.platform.Awaited;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Phrase;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
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
    private final VisitsModel visits;
    private final Phrase note;
    private final ObservableSet<String> topics = FXCollections.observableSet();
    private final Awaited awaited;
    private final Lane searches = new Lane();
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();

    PatientSearchModel(Desk desk) {
        this.desk = desk;
        this.today = new TodayModel(desk);
        this.visits = new VisitsModel(desk);
        this.note = new Phrase(desk.texts());
        this.awaited = new Awaited(desk.navigator());
        this.patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        query.addListener(change -> type());
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

    /// What the chosen person has besides.
    VisitsModel visits() {
        return visits;
    }

    /// Marks the chosen person as arrived. One visit is meant by that; of several somebody chooses, and why there is none the
    /// board says.
    ///
    /// @param choose among several
    void checkIn(Consumer<String> choose) {
        withChosen(id -> today.awaited().then(() -> checkIn(id, choose)));
    }

    private void checkIn(String id, Consumer<String> choose) {
        var arriving = today.arriving(id);
        switch (arriving.size()) {
            case 0 ->
                    desk.navigator().go(Place.of("appointment", "check-in").with("patient_id", id));
            case 1 -> today.steps().run(VisitStep.CHECK_IN, arriving.getFirst());
            default -> choose.accept(id);
        }
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

    /// Does something once those shown are the ones found for what is typed.
    void whenFound(Runnable work) {
        awaited.then(work);
    }

    /// Does something with the chosen person: never with one found for fewer letters than are typed.
    void withChosen(Consumer<String> work) {
        whenFound(() -> chosen().ifPresent(work));
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
            search(Duration.ZERO, awaited.isAnswered());
            chosen().ifPresent(this::read);
        }
    }

    /// Other letters, other people: the best of them is chosen.
    private void type() {
        awaited.forget();
        today.awaited().forget();
        search(TYPING, false);
    }

    /// @param again for what is shown already: the choice stays
    private void search(Duration delay, boolean again) {
        var text = query.get().strip();
        awaited.asked();
        if (text.isEmpty()) {
            searches.drop();
            hits.clear();
            today.show(List.of());
            note.clear();
            selected.set(null);
            awaited.answered();
            return;
        }
        var request = SearchPatientsRequest.newBuilder().setText(text).setLimit(MOST).build();
        desk.calls()
                .call(() -> patients.searchPatients(request))
                .latest(searches)
                .after(delay)
                .busy(busy)
                .refused(problem -> notFound(problem, again))
                .then(answer -> found(answer, again ? chosen() : Optional.empty()));
    }

    /// Of other letters nobody is left whom a key could mean.
    private void notFound(Problem problem, boolean again) {
        if (!again) {
            hits.clear();
            selected.set(null);
        }
        awaited.answered();
        desk.explain(problem);
    }

    private void found(SearchPatientsResponse answer, Optional<String> keep) {
        hits.setAll(answer.getHitsList());
        today.show(hits.stream().map(hit -> hit.getPerson().getPatientId()).toList());
        note.say(answer.getMore() ? "patient.search.more" : "patient.search.found", hits.size());
        selected.set(
                hits.stream()
                        .filter(hit -> keep.equals(Optional.of(hit.getPerson().getPatientId())))
                        .findFirst()
                        .orElse(hits.isEmpty() ? null : hits.getFirst()));
        awaited.answered();
    }

    private void select() {
        var hit = selected.get();
        if (hit == null) {
            reads.drop();
            visits.clear();
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
        visits.show(id, RESTING);
        desk.calls()
                .call(() -> patients.getPatient(GetPatientRequest.newBuilder().setId(id).build()))
                .latest(reads)
                .after(RESTING)
                .then(answer -> shown.set(answer.getPatient()));
    }
}
