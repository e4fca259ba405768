package org.clinicdesk.client.prescription;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Awaited;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Connection;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.drug.v1.DrugServiceGrpc;
import org.clinicdesk.drug.v1.Medicine;
import org.clinicdesk.drug.v1.SearchMedicinesRequest;
import org.clinicdesk.drug.v1.SearchMedicinesResponse;

import java.time.Duration;

/// Finds the medicine while its name is typed. Below what was found, the text as it is written can be taken too.
final class MedicineSearch {

    private static final int NOTHING = -1;
    private static final int MOST = 6;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final Duration PAUSE = Duration.ofMillis(120);

    private final Desk desk;
    private final LineDraft draft;
    private final DrugServiceGrpc.DrugServiceBlockingV2Stub drugs;
    private final ObservableList<Medicine> hits = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper highlighted = new ReadOnlyIntegerWrapper();
    private SearchMedicinesResponse found = SearchMedicinesResponse.getDefaultInstance();
    private final Lane lane = new Lane();
    private final Busy busy = new Busy();
    private final ReadOnlyStringWrapper answered = new ReadOnlyStringWrapper("");
    private final Awaited awaited;
    private final ReadOnlyBooleanWrapper lost = new ReadOnlyBooleanWrapper();
    private final ChangeListener<Connection.Line> back;

    MedicineSearch(Desk desk, LineDraft draft) {
        this.desk = desk;
        this.draft = draft;
        this.drugs = DrugServiceGrpc.newBlockingV2Stub(desk.channel());
        this.awaited = new Awaited(desk.navigator());
        back = (property, before, now) -> asksAgain(now);
        desk.connection().line().addListener(new WeakChangeListener<>(back));
        draft.medicine().addListener((property, before, now) -> type(now.strip()));
        draft.settledProperty()
                .addListener((property, before, now) -> search(draft.medicine().get().strip()));
    }

    /// What matches the text; those of an older text until the new ones arrive.
    ObservableList<Medicine> hits() {
        return hits;
    }

    /// Index of the row that Enter takes; one past the hits is the text as written. Negative: none before one is chosen.
    ReadOnlyIntegerProperty highlighted() {
        return highlighted.getReadOnlyProperty();
    }

    /// The text that the hits belong to; it changes also where nothing was found before and after.
    ReadOnlyStringProperty answered() {
        return answered.getReadOnlyProperty();
    }

    /// Whether nothing has the strength that was typed, and the hits only have the name.
    boolean otherStrength() {
        return found.getOtherStrength();
    }

    /// Whether nothing comes in the form that was typed, and the hits only have the name.
    boolean otherForm() {
        return found.getOtherForm();
    }

    /// As what the text was read because nothing is called so, "paracetamol"; empty where something is.
    String readAs() {
        return found.getReadAs();
    }

    /// What of the text was left out to find anything; empty for nothing.
    String leftOut() {
        return found.getLeftOut();
    }

    /// Whether the hits are something else than what was typed: Enter takes none of them before it was looked at.
    private boolean guessed() {
        return otherForm() || !readAs().isEmpty() || !leftOut().isEmpty();
    }

    Busy busy() {
        return busy;
    }

    /// What a key does that is pressed before the answer to what is typed has come.
    Awaited awaited() {
        return awaited;
    }

    /// Whether no server answered what is typed: it is asked again when one does, or by [#again].
    ReadOnlyBooleanProperty lost() {
        return lost.getReadOnlyProperty();
    }

    /// Asks once more for what is typed.
    void again() {
        search(draft.medicine().get().strip());
    }

    private void asksAgain(Connection.Line line) {
        if (lost.get() && line instanceof Connection.Line.Up) {
            again();
        }
    }

    /// Whether there is something to choose: nothing is settled, and the answer belongs to what is typed.
    boolean choosing() {
        return !draft.settled()
                && !answered.get().isEmpty()
                && answered.get().equals(draft.medicine().get().strip());
    }

    void highlight(int step) {
        if (choosing()) {
            highlighted.set(Math.clamp(highlighted.get() + step, 0, hits.size()));
        }
    }

    /// Takes the highlighted row. Does nothing while the answer to what is typed is under way: it would be another one's.
    void choose() {
        if (choosing()) {
            choose(highlighted.get());
        }
    }

    void choose(int row) {
        if (row < 0) {
            return;
        }
        if (row < hits.size() && otherStrength()) {
            draft.chooseInStrength(hits.get(row));
        } else if (row < hits.size()) {
            draft.choose(hits.get(row));
        } else {
            draft.chooseAsWritten();
        }
    }

    /// Other letters: what waited for the answer to the former ones is no longer wanted.
    private void type(String text) {
        awaited.forget();
        search(text);
    }

    private void search(String text) {
        lost.set(false);
        var name = TypedLine.of(text, desk.today()).wanted();
        if (draft.settled() || name.length() < SHORTEST || name.length() > LONGEST) {
            lane.drop();
            show("", SearchMedicinesResponse.getDefaultInstance());
            return;
        }
        awaited.asked();
        var request = SearchMedicinesRequest.newBuilder().setText(name).setLimit(MOST).build();
        desk.calls()
                .call(() -> drugs.searchMedicines(request))
                .latest(lane)
                .after(PAUSE)
                .busy(busy)
                .refused(this::notFound)
                .then(answer -> show(text, answer));
    }

    /// Nothing is left that a key could mean. That no server answered is said where the hits would stand.
    private void notFound(Problem problem) {
        awaited.forget();
        show("", SearchMedicinesResponse.getDefaultInstance());
        lost.set(problem.offline());
        desk.explainUnread(problem);
    }

    /// A product of another strength is never what Enter takes: that is the ingredient itself, or the text as written. Nor is
    /// anything that may only have been meant.
    private void show(String text, SearchMedicinesResponse answer) {
        var medicines = answer.getMedicinesList();
        var bare = !medicines.isEmpty() && LineDraft.isIngredient(medicines.getFirst());
        found = answer;
        highlighted.set(guessed() ? NOTHING : otherStrength() && !bare ? medicines.size() : 0);
        hits.setAll(medicines);
        answered.set(text);
        awaited.answered();
    }
}
