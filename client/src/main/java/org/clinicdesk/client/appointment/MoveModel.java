package org.clinicdesk.client.appointment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;

import java.util.Optional;

/// A visit taken up, carried over the board, made longer or shorter, and put down; by arrow keys or by the mouse.
final class MoveModel {

    /// The longest visit that the contract lets a desk ask for.
    private static final int LONGEST = 480;

    private final BoardModel board;
    private final VisitActions actions;
    private final ReadOnlyObjectWrapper<Optional<Ghost>> ghost =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final OtherTimes others;
    private final Obstacles obstacles;
    private RequestId requestId = RequestId.fresh();
    private boolean expected;

    MoveModel(BoardModel board, VisitActions actions) {
        this.board = board;
        this.actions = actions;
        this.others = new OtherTimes(board);
        this.obstacles = new Obstacles(board, others);
        board.day().addListener(change -> follow());
    }

    ReadOnlyObjectProperty<Optional<Ghost>> ghost() {
        return ghost.getReadOnlyProperty();
    }

    /// What is in the way of the visit in the hand beside what is on the board.
    OtherTimes others() {
        return others;
    }

    boolean on() {
        return ghost.get().isPresent();
    }

    /// A visit is about to come into the hand: until then nothing can be put down.
    void expect() {
        expected = true;
    }

    boolean expected() {
        return expected;
    }

    /// It is where it was to be taken, or it does not come.
    void arrived() {
        expected = false;
    }

    void begin(Visit visit) {
        if (actions.rights().canMove(visit)) {
            requestId = RequestId.fresh();
            others.forget();
            others.read(visit.appointment());
            ghost.set(Optional.of(Ghost.of(visit, columnOf(visit))));
        }
    }

    private String columnOf(Visit visit) {
        return board.day().get().columns().get(visit.column()).id();
    }

    void step(int columns, int slots) {
        ghost.get()
                .ifPresent(now ->
                        to(
                                board.day().get().indexOf(now.columnId()) + columns,
                                slots == 0
                                        ? now.minute()
                                        : Minutes.floor(now.minute()) + slots * Minutes.SLOT));
    }

    void to(int column, int minute) {
        ghost.get()
                .ifPresent(now -> {
                    var day = board.day().get();
                    var last =
                            Math.max(day.bounds().from(), day.bounds().to() - now.time().length());
                    var target = day.columns().get(Math.clamp(column, 0, day.columns().size() - 1));
                    ghost.set(
                            Optional.of(
                                    now.to(
                                            target.id(),
                                            Math.clamp(minute, day.bounds().from(), last))));
                });
    }

    /// Makes the visit in the hand longer or shorter by slots.
    void stretch(int slots) {
        ghost.get().ifPresent(now -> end(Minutes.floor(now.time().to()) + slots * Minutes.SLOT));
    }

    /// Makes the visit in the hand end at a minute of the day; it keeps at least a slot.
    void end(int minute) {
        ghost.get()
                .ifPresent(now -> {
                    var room = Math.min(LONGEST, board.day().get().bounds().to() - now.minute());
                    var length =
                            Math.clamp(
                                    minute - now.minute(),
                                    Minutes.SLOT,
                                    Math.max(Minutes.SLOT, room));
                    ghost.set(Optional.of(now.length(length)));
                });
    }

    /// Holds the visit beside the board: let go there, it goes to the pinboard.
    void aside() {
        ghost.get()
                .filter(now -> !now.aside())
                .ifPresent(now -> ghost.set(Optional.of(now.besideBoard())));
    }

    void cancel() {
        expected = false;
        ghost.set(Optional.empty());
    }

    /// Whether the board sees nothing in the way. The server decides.
    boolean fits(Ghost ghost) {
        return obstacle(ghost).way() == Way.FREE;
    }

    /// What is in the way of the visit in the hand where it is held. The server decides.
    Obstacle obstacle(Ghost ghost) {
        return obstacles.of(ghost);
    }

    /// The visit in the hand, when it must be said which visits of its series go with it.
    Optional<Visit> inSeries() {
        return ghost.get()
                .filter(at -> !at.aside() && !at.stays())
                .map(Ghost::visit)
                .filter(visit -> Which.asked(visit.appointment()));
    }

    void drop() {
        drop(Which.THIS);
    }

    void drop(Which which) {
        ghost.get().ifPresent(at -> drop(at, which));
    }

    private void drop(Ghost at, Which which) {
        if (at.aside()) {
            cancel();
            actions.pin(at.visit());
            return;
        }
        if (at.stays()) {
            cancel();
            return;
        }
        // What is still on screen may not be the day asked for.
        if (actions.busy().is() || !board.isShown()) {
            return;
        }
        actions.moves()
                .move(
                        at,
                        which,
                        requestId,
                        new VisitMoves.Moved() {
                            @Override
                            public void done() {
                                cancel();
                            }

                            @Override
                            public void refused(Problem problem) {
                                explain(at, problem);
                            }
                        });
    }

    /// Stays in the hand where it was refused, with the reason beside it.
    private void explain(Ghost at, Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        ghost.set(Optional.of(at.because(Refusals.words(board.desk(), problem))));
        board.read();
    }

    /// The day was read again, or another one is shown. On its own day the visit in the hand must be the one on the board,
    /// or nothing is in the hand any more; to another day it comes along.
    private void follow() {
        ghost.get()
                .ifPresent(now -> {
                    others.read(now.visit().appointment());
                    ghost.set(followed(now));
                });
    }

    private Optional<Ghost> followed(Ghost now) {
        var day = board.day().get();
        var there = day.indexOf(now.columnId()) >= 0;
        if (day.shows(now.visit().appointment())) {
            return day.visit(now.visit().id())
                    .filter(visit -> actions.rights().canMove(visit) && there)
                    .map(visit -> now.with(visit, columnOf(visit)));
        }
        return Optional.of(
                there || day.columns().isEmpty()
                        ? now.away(now.columnId())
                        : now.away(day.columns().getFirst().id()));
    }
}
