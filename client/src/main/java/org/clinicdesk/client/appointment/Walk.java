package org.clinicdesk.client.appointment;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The way of the keyboard over the board.
final class Walk {

    private final BoardModel board;

    Walk(BoardModel board) {
        this.board = board;
    }

    private Day day() {
        return board.day().get();
    }

    private int minute() {
        return board.cursor().get().minute();
    }

    void left() {
        board.place(board.column() - 1, minute());
    }

    void right() {
        board.place(board.column() + 1, minute());
    }

    /// To the next visit in the same time, or past the chosen one, or one slot on.
    void down() {
        var here = board.selected();
        if (here.isPresent()) {
            var visits = day().of(here.get().column());
            var next = visits.indexOf(here.get()) + 1;
            if (next < visits.size() && visits.get(next).slots().overlaps(here.get().slots())) {
                board.select(visits.get(next));
                return;
            }
        }
        board.place(
                board.column(),
                here.map(visit -> visit.slots().to()).orElse(minute() + Minutes.SLOT));
    }

    void up() {
        var here = board.selected();
        var from = here.map(visit -> visit.slots().from()).orElse(minute());
        var visits = day().of(board.column());
        var before = here.map(visits::indexOf).orElse(0) - 1;
        if (before >= 0 && visits.get(before).slots().overlaps(here.orElseThrow().slots())) {
            board.select(visits.get(before));
        } else {
            board.place(board.column(), from - Minutes.SLOT);
        }
    }

    void first() {
        board.place(board.column(), day().bounds().from());
    }

    void last() {
        board.place(board.column(), day().bounds().to() - Minutes.SLOT);
    }

    /// To the next free slot after the cursor and after now; stays where there is none. On a day whoever has it, in a week
    /// the next of its days.
    void nextFree() {
        if (board.layout().get().week()) {
            nextFreeDay();
            return;
        }
        IntStream.iterate(
                        Math.max(0, minute()),
                        minute -> minute < Minutes.DAY,
                        minute -> minute + Minutes.SLOT)
                .boxed()
                .flatMap(minute ->
                        IntStream.range(0, day().columns().size())
                                .filter(column ->
                                        board.bookable(column, minute)
                                                && isAfterCursor(column, minute))
                                .mapToObj(column -> new int[] {column, minute}))
                .min(Comparator.comparingInt(slot -> slot[1]))
                .ifPresent(slot -> board.placeFree(slot[0], slot[1]));
    }

    private void nextFreeDay() {
        IntStream.range(board.column(), day().columns().size())
                .boxed()
                .flatMap(column ->
                        IntStream.iterate(
                                        0, minute -> minute < Minutes.DAY, it -> it + Minutes.SLOT)
                                .filter(minute ->
                                        (column > board.column() || minute > minute())
                                                && board.bookable(column, minute))
                                .mapToObj(minute -> new int[] {column, minute}))
                .findFirst()
                .ifPresent(slot -> board.placeFree(slot[0], slot[1]));
    }

    private boolean isAfterCursor(int column, int minute) {
        return minute > minute() || column > board.column();
    }
}
