package org.clinicdesk.client.audit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Awaited;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Phrase;
import org.clinicdesk.patient.v1.PatientHit;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Finds the person the trail is to be about.
final class PersonModel {

    private static final Duration TYPING = Duration.ofMillis(130);
    private static final int MOST = 20;

    private final Desk desk;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PatientHit> hits = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable PatientHit> selected = new SimpleObjectProperty<>();
    private final Phrase note;
    private final Awaited awaited;
    private final Lane searches = new Lane();
    private final Busy busy = new Busy();

    PersonModel(Desk desk) {
        this.desk = desk;
        this.note = new Phrase(desk.texts());
        this.awaited = new Awaited(desk.navigator());
        query.addListener(change -> search());
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

    ReadOnlyStringProperty note() {
        return note.text();
    }

    Busy busy() {
        return busy;
    }

    /// Does something once those shown are the ones found for what is typed.
    void whenFound(Runnable work) {
        awaited.then(work);
    }

    private void search() {
        var text = query.get().strip();
        awaited.forget();
        awaited.asked();
        if (text.isEmpty()) {
            searches.drop();
            hits.clear();
            note.clear();
            awaited.answered();
            return;
        }
        var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        var request = SearchPatientsRequest.newBuilder().setText(text).setLimit(MOST).build();
        desk.calls()
                .call(() -> patients.searchPatients(request))
                .latest(searches)
                .after(TYPING)
                .busy(busy)
                .then(answer -> {
                    hits.setAll(answer.getHitsList());
                    selected.set(hits.isEmpty() ? null : hits.getFirst());
                    note.say("audit.person.found", hits.size());
                    awaited.answered();
                });
    }
}
