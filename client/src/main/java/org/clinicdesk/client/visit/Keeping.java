package org.clinicdesk.client.visit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.visit.v1.SaveVisitRequest;
import org.clinicdesk.visit.v1.SaveVitalsRequest;
import org.clinicdesk.visit.v1.Visit;
import org.clinicdesk.visit.v1.VisitServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Keeps what is written: a moment after the last key, one write after the other, notes before vital signs.
final class Keeping {

    /// What became of what was typed.
    enum State {
        NOTHING,
        TYPING,
        KEPT,
        NOT_KEPT,
        MERGED,
        CLASH,
        VITALS_WRONG,
        WEIGHT_UNLIKELY,
        DIAGNOSIS_OPEN
    }

    private static final Duration RESTING = Duration.ofMillis(1_500);

    private final Desk desk;
    private final Writing writing;
    private final ObjectProperty<@Nullable Visit> visit;
    private final Runnable readAgain;
    private final VisitServiceGrpc.VisitServiceBlockingV2Stub visits;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
    private final Lane resting = new Lane();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final List<Runnable> whenQuiet = new ArrayList<>();
    private double rightWeight;
    private boolean writes;

    /// @param readAgain reads the visit and lays what is typed over it
    Keeping(Desk desk, Writing writing, ObjectProperty<@Nullable Visit> visit, Runnable readAgain) {
        this.desk = desk;
        this.writing = writing;
        this.visit = visit;
        this.readAgain = readAgain;
        this.visits = VisitServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    void say(State said) {
        state.set(said);
    }

    /// What was said does not hold any more.
    void forget(State said) {
        if (state.get() == said) {
            state.set(writing.dirty() ? State.TYPING : State.NOTHING);
        }
    }

    /// Somebody typed: keeps it when the keys have rested.
    void soon() {
        if (!writing.clashes().isEmpty()) {
            state.set(State.CLASH);
            return;
        }
        state.set(State.TYPING);
        desk.calls().call(() -> true).latest(resting).after(RESTING).then(_ -> now(() -> {}));
    }

    /// Keeps it at once and then goes on; does not go on when it could not be kept.
    void now(Runnable then) {
        resting.drop();
        if (!writing.clashes().isEmpty()) {
            state.set(State.CLASH);
            return;
        }
        afterwards.add(then);
        if (!writes) {
            writes = true;
            next();
        }
    }

    /// The weight that was asked for is right.
    void weightIsRight() {
        writing.newVitals().ifPresent(vitals -> rightWeight = vitals.getWeight());
        now(() -> {});
    }

    /// Runs when no write is under way, so that an answer read meanwhile is not taken for somebody else's words.
    void whenQuiet(Runnable work) {
        if (writes) {
            whenQuiet.add(work);
        } else {
            work.run();
        }
    }

    /// What is typed lies over what the server has now.
    void followed(boolean theirs) {
        if (!writing.clashes().isEmpty()) {
            state.set(State.CLASH);
        } else if (writing.dirty() && finished()) {
            state.set(State.NOT_KEPT);
        } else if (writing.newNotes().isPresent() || writing.newVitals().isPresent()) {
            now(() -> {
                if (theirs) {
                    state.set(State.MERGED);
                }
            });
        } else if (theirs) {
            state.set(State.MERGED);
        }
    }

    private boolean finished() {
        var open = visit.get();
        return open != null && open.getFinished();
    }

    private void next() {
        var open = Objects.requireNonNull(visit.get());
        var notes = writing.newNotes();
        var vitals = writing.newVitals();
        if (notes.isPresent()) {
            var request =
                    SaveVisitRequest.newBuilder()
                            .setId(open.getId())
                            .setVersion(open.getVersion())
                            .setNotes(notes.get())
                            .build();
            desk.calls()
                    .call(() -> visits.saveVisit(request).getVisit())
                    .refused(this::notKept)
                    .then(now -> kept(now, now.toBuilder().setNotes(request.getNotes()).build()));
        } else if (vitals.isPresent()) {
            var request =
                    SaveVitalsRequest.newBuilder()
                            .setId(open.getId())
                            .setVersion(open.getVersion())
                            .setVitals(vitals.get())
                            .setWeightConfirmed(vitals.get().getWeight() == rightWeight)
                            .build();
            desk.calls()
                    .call(() -> visits.saveVitals(request).getVisit())
                    .refused(this::notKept)
                    .then(now -> kept(now, now.toBuilder().setVitals(request.getVitals()).build()));
        } else {
            done();
        }
    }

    private void kept(Visit now, Visit asSent) {
        writing.kept(asSent);
        visit.set(now);
        next();
    }

    private void done() {
        writes = false;
        state.set(writing.vitals().valid() ? State.KEPT : State.VITALS_WRONG);
        var more = List.copyOf(afterwards);
        afterwards.clear();
        more.forEach(Runnable::run);
        quiet();
    }

    /// What was typed stays on the screen. When somebody else wrote first, his words are fetched.
    private void notKept(Problem problem) {
        writes = false;
        afterwards.clear();
        state.set(State.NOT_KEPT);
        if (problem.stale()) {
            whenQuiet.clear();
            readAgain.run();
            return;
        }
        if (problem.is("WEIGHT_UNLIKELY")) {
            state.set(State.WEIGHT_UNLIKELY);
            quiet();
            return;
        }
        desk.explain(problem);
        if (problem.is("FINISHED")) {
            readAgain.run();
        }
        quiet();
    }

    private void quiet() {
        var waiting = List.copyOf(whenQuiet);
        whenQuiet.clear();
        waiting.forEach(Runnable::run);
    }
}
