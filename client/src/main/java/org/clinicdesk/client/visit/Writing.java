package org.clinicdesk.client.visit;

import com.google.protobuf.Message;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Merge;
import org.clinicdesk.record.v1.Coding;
import org.clinicdesk.visit.v1.Notes;
import org.clinicdesk.visit.v1.Visit;
import org.clinicdesk.visit.v1.Vitals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What is typed of a visit, over the visit as the server has it.
final class Writing {

    /// The free texts, in the order they are written.
    static final List<String> TEXTS = List.of("reason", "findings", "plan");

    private final Draft<Notes> notes = new Draft<>(Notes.getDefaultInstance());
    private final ObservableList<Coding> diagnoses = FXCollections.observableArrayList();
    private final VitalsDraft vitals = new VitalsDraft();
    private final ObservableList<Merge.Clash> clashes = FXCollections.observableArrayList();
    private final Runnable typed;
    private Visit base = Visit.getDefaultInstance();
    private boolean loading;

    /// @param typed told of every change that a person made
    Writing(Runnable typed) {
        this.typed = typed;
        TEXTS.forEach(field -> notes.text(field).addListener(change -> changed()));
        vitals.onTyped(this::changed);
    }

    Draft<Notes> notes() {
        return notes;
    }

    /// The first is the main one.
    ObservableList<Coding> diagnoses() {
        return diagnoses;
    }

    VitalsDraft vitals() {
        return vitals;
    }

    /// What somebody else wrote too, and differently.
    ObservableList<Merge.Clash> clashes() {
        return clashes;
    }

    Notes typedNotes() {
        return notes.build().toBuilder().clearDiagnoses().addAllDiagnoses(diagnoses).build();
    }

    /// The notes, when they are others than the server has.
    Optional<Notes> newNotes() {
        return Optional.of(typedNotes()).filter(now -> !now.equals(base.getNotes()));
    }

    /// The vital signs, when they are others than the server has. One that cannot be right counts as not touched.
    Optional<Vitals> newVitals() {
        return Optional.of(vitals.over(base.getVitals()))
                .filter(now -> !now.equals(base.getVitals()));
    }

    /// Whether something on the screen is not on the server.
    boolean dirty() {
        return newNotes().isPresent() || newVitals().isPresent() || !vitals.valid();
    }

    /// The server has what was sent, perhaps tidied up; what was typed since then stays.
    ///
    /// @param now with the notes and vital signs as they were sent
    void kept(Visit now) {
        base = now;
    }

    /// Lays what is typed over what the server has now.
    ///
    /// @return whether somebody else's words came in
    boolean follow(Visit now) {
        var before = base;
        var myNotes = typedNotes();
        var myVitals = vitals.over(before.getVitals());
        var mergedNotes = Merge.of(before.getNotes(), myNotes, now.getNotes());
        var mergedVitals = Merge.of(before.getVitals(), myVitals, now.getVitals());
        base = now;
        quietly(() -> {
            notes.load(now.getNotes(), mergedNotes.merged());
            show(mergedNotes.merged().getDiagnosesList());
            vitals.show(myVitals, mergedVitals.merged());
        });
        var found = new ArrayList<Merge.Clash>(mergedNotes.clashes());
        found.addAll(mergedVitals.clashes());
        found.addAll(undecided(found));
        clashes.setAll(found);
        return !mergedNotes.merged().equals(myNotes) || !mergedVitals.merged().equals(myVitals);
    }

    /// The clashes that wait for a decision still do, whatever was read meanwhile.
    private List<Merge.Clash> undecided(List<Merge.Clash> found) {
        return clashes.stream()
                .filter(clash ->
                        found.stream().noneMatch(newer -> newer.field().equals(clash.field())))
                .toList();
    }

    void take(Coding diagnosis) {
        if (!diagnoses.contains(diagnosis)) {
            diagnoses.add(diagnosis);
            changed();
        }
    }

    void remove(Coding diagnosis) {
        if (diagnoses.remove(diagnosis)) {
            changed();
        }
    }

    /// Makes it the first.
    void main(Coding diagnosis) {
        if (diagnoses.remove(diagnosis)) {
            diagnoses.addFirst(diagnosis);
            changed();
        }
    }

    void keepMine(Merge.Clash clash) {
        clashes.remove(clash);
        changed();
    }

    void takeTheirs(Merge.Clash clash) {
        put(clash, clash.theirs());
    }

    /// Theirs, then mine: for texts and lists.
    void keepBoth(Merge.Clash clash) {
        put(clash, both(clash));
    }

    /// Whether both can stand: two numbers cannot.
    static boolean canKeepBoth(Merge.Clash clash) {
        return !(clash.mine() instanceof Number);
    }

    private Object both(Merge.Clash clash) {
        var mine = typedNotes().getField(clash.field());
        if (mine instanceof List<?> list) {
            var all = new LinkedHashSet<Object>((List<?>) clash.theirs());
            all.addAll(list);
            return List.copyOf(all);
        }
        return clash.theirs() + "\n" + mine;
    }

    private void put(Merge.Clash clash, Object value) {
        clashes.remove(clash);
        if (clash.field().getContainingType().equals(Vitals.getDescriptor())) {
            var now = vitals.over(base.getVitals());
            vitals.show(now, with(now, clash, value));
        } else {
            var now = with(typedNotes(), clash, value);
            notes.load(base.getNotes(), now);
            show(now.getDiagnosesList());
        }
        changed();
    }

    @SuppressWarnings("unchecked")
    private static <M extends Message> M with(M message, Merge.Clash clash, Object value) {
        return (M) message.toBuilder().setField(clash.field(), value).build();
    }

    private void show(List<Coding> now) {
        if (!diagnoses.equals(now)) {
            diagnoses.setAll(now);
        }
    }

    private void quietly(Runnable work) {
        loading = true;
        try {
            work.run();
        } finally {
            loading = false;
        }
    }

    private void changed() {
        if (!loading) {
            typed.run();
        }
    }
}
