package org.clinicdesk.client.appointment;

import javafx.beans.InvalidationListener;

import java.util.Optional;
import java.util.function.Supplier;

/// Sees on the board whether the time that a form keeps is still kept: who stands at the desk after he was given up is let
/// in past it.
final class KeptWatch {

    private final BoardModel board;
    private final Supplier<String> id;
    private final Runnable gone;
    private final InvalidationListener look = change -> look();
    private Optional<Seen> seen = Optional.empty();

    /// @param gone run when it is kept no more before its time
    KeptWatch(BoardModel board, Supplier<String> id, Runnable gone) {
        this.board = board;
        this.id = id;
        this.gone = gone;
        begin();
    }

    /// What was seen, on the board as it was laid out then: elsewhere it would not be seen anyway.
    private record Seen(Held kept, Day on) {}

    void begin() {
        board.day().addListener(look);
    }

    void end() {
        board.day().removeListener(look);
    }

    private void look() {
        var day = board.day().get();
        var before = seen;
        var kept = day.held().stream().filter(held -> held.id().equals(id.get())).findFirst();
        if (kept.isPresent()) {
            seen = Optional.of(new Seen(kept.get(), day));
        } else if (before.filter(it -> lost(it, day)).isPresent()) {
            seen = Optional.empty();
            gone.run();
        }
    }

    private boolean lost(Seen before, Day day) {
        return before.kept.id().equals(id.get())
                && before.kept.holds(board.now().get())
                && day.answers(before.on.date(), before.on.layout());
    }
}
