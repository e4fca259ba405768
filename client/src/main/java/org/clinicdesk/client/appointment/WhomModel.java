package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.PatientHit;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;

/// Whom a visit is for: searched while his name is typed, and chosen.
final class WhomModel {

    private static final int MOST_HITS = 5;
    private static final Duration PAUSE = Duration.ofMillis(130);

    private final Desk desk;
    private final PatientServiceGrpc.PatientServiceBlockingV2Stub patients;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PatientHit> hits = FXCollections.observableArrayList();
    private final ObjectProperty<Integer> highlighted = new SimpleObjectProperty<>(0);
    private final ReadOnlyObjectWrapper<Optional<PersonLine>> person =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper nobodyFound = new ReadOnlyBooleanWrapper(false);
    private final Busy searching = new Busy();
    private final Lane searches = new Lane();
    private String answered = "";
    private boolean taking;

    WhomModel(Desk desk) {
        this.desk = desk;
        this.patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        query.addListener(change -> search());
    }

    StringProperty query() {
        return query;
    }

    ObservableList<PatientHit> hits() {
        return hits;
    }

    /// The hit that Enter takes.
    ObjectProperty<Integer> highlighted() {
        return highlighted;
    }

    ReadOnlyObjectProperty<Optional<PersonLine>> person() {
        return person.getReadOnlyProperty();
    }

    /// Why it cannot be for him.
    ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }

    Busy searching() {
        return searching;
    }

    /// Whether the search for what is typed came back with nobody; not while it is under way.
    ReadOnlyBooleanProperty nobodyFound() {
        return nobodyFound.getReadOnlyProperty();
    }

    private void search() {
        var text = typed();
        taking = false;
        highlighted.set(0);
        nobodyFound.set(false);
        searches.drop();
        if (text.isEmpty()) {
            answered = "";
            hits.clear();
            return;
        }
        var request = SearchPatientsRequest.newBuilder().setText(text).setLimit(MOST_HITS).build();
        desk.calls()
                .call(() -> patients.searchPatients(request))
                .busy(searching)
                .latest(searches)
                .after(PAUSE)
                .then(answer -> {
                    answered = text;
                    hits.setAll(answer.getHitsList());
                    highlighted.set(0);
                    nobodyFound.set(hits.isEmpty());
                    if (taking) {
                        chooseHighlighted();
                    }
                });
    }

    private String typed() {
        return Normalizer.normalize(query.get(), Normalizer.Form.NFC).strip();
    }

    void highlight(int step) {
        if (!hits.isEmpty()) {
            highlighted.set(Math.floorMod(highlighted.get() + step, hits.size()));
        }
    }

    /// Takes the highlighted person, as soon as those shown are the ones of what is typed: never somebody found for fewer
    /// letters. Not one who died.
    void chooseHighlighted() {
        taking = !typed().equals(answered);
        if (!taking && highlighted.get() < hits.size()) {
            choose(hits.get(highlighted.get()));
        }
    }

    void choose(PatientHit hit) {
        if (hit.getDeceased()) {
            refuse(desk.texts().get("appointment.book.deceased", hit.getPerson().getName()));
        } else {
            choose(hit.getPerson());
        }
    }

    void choose(PersonLine line) {
        searches.drop();
        refuse("");
        person.set(Optional.of(line));
        hits.clear();
    }

    /// Back to the search, with what was searched.
    void forget() {
        refuse("");
        person.set(Optional.empty());
        search();
    }

    /// @param why empty for nothing
    void refuse(String why) {
        refused.set(why);
    }
}
