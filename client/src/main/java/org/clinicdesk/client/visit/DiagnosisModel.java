package org.clinicdesk.client.visit;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.record.v1.Coding;
import org.clinicdesk.visit.v1.SearchDiagnosesRequest;
import org.clinicdesk.visit.v1.VisitServiceGrpc;

import java.time.Duration;
import java.util.List;

/// Looks up diagnoses while they are typed. The last of what is offered is always the typed words as they stand, without
/// a code. Nothing can be taken before the answer to what is typed has come: Enter never takes what nobody has seen.
final class DiagnosisModel {

    private static final Duration TYPING = Duration.ofMillis(150);
    private static final int LONGEST = 100;
    private static final int SHOWN = 6;

    private final Desk desk;
    private final Writing writing;
    private final VisitServiceGrpc.VisitServiceBlockingV2Stub visits;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Coding> offered = FXCollections.observableArrayList();
    private final IntegerProperty highlighted = new SimpleIntegerProperty(0);
    private final Lane searches = new Lane();

    DiagnosisModel(Desk desk, Writing writing) {
        this.desk = desk;
        this.writing = writing;
        this.visits = VisitServiceGrpc.newBlockingV2Stub(desk.channel());
        query.addListener(change -> search());
    }

    StringProperty query() {
        return query;
    }

    /// Codes that match, then the words themselves.
    ObservableList<Coding> offered() {
        return offered;
    }

    /// The line of those offered that Enter takes.
    IntegerProperty highlighted() {
        return highlighted;
    }

    ObservableList<Coding> taken() {
        return writing.diagnoses();
    }

    /// Whether something is typed that was not taken.
    boolean pending() {
        return !query.get().isBlank();
    }

    void move(int lines) {
        if (!offered.isEmpty()) {
            highlighted.set(Math.clamp(highlighted.get() + lines, 0, offered.size() - 1));
        }
    }

    void takeHighlighted() {
        if (!offered.isEmpty()) {
            take(offered.get(highlighted.get()));
        }
    }

    void take(Coding diagnosis) {
        query.set("");
        writing.take(diagnosis);
    }

    void remove(Coding diagnosis) {
        writing.remove(diagnosis);
    }

    void main(Coding diagnosis) {
        writing.main(diagnosis);
    }

    private void search() {
        offered.clear();
        var text = query.get().strip();
        if (text.isEmpty()) {
            searches.drop();
            return;
        }
        var request =
                SearchDiagnosesRequest.newBuilder()
                        .setText(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                        .build();
        desk.calls()
                .call(() -> visits.searchDiagnoses(request))
                .latest(searches)
                .after(TYPING)
                .then(answer -> offer(answer.getDiagnosesList(), text));
    }

    private void offer(List<Coding> found, String text) {
        highlighted.set(0);
        offered.setAll(found.stream().limit(SHOWN).toList());
        offered.add(Coding.newBuilder().setDisplay(text).build());
    }
}
