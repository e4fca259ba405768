package org.clinicdesk.client.appointment;

import org.clinicdesk.client.platform.Key;

import java.util.ArrayList;

/// The keys of the board, as far as the caller may use them.
final class BoardKeys {

    private BoardKeys() {}

    static Key[] of(Board board) {
        var day = board.day();
        var actions = board.actions();
        var why = new WhyNot(board);
        var keys = new ArrayList<Key>();
        if (actions.rights().mayWrite()) {
            keys.add(Key.of("F2", "appointment.key.new", () -> bookNow(board)));
        }
        keys.add(Key.hint("Enter", "appointment.key.open"));
        if (actions.rights().mayCheckIn()) {
            keys.add(
                    Key.of(
                            "A",
                            "appointment.check-in",
                            () ->
                                    why.or(
                                            v -> actions.rights().canCheckIn(v),
                                            actions::checkIn,
                                            why::arrival)));
        }
        if (actions.rights().mayWrite()) {
            keys.add(
                    Key.of(
                            "M",
                            "appointment.move",
                            () ->
                                    why.or(
                                            v -> actions.rights().canMove(v),
                                            board.moves()::begin,
                                            why::move)));
            keys.add(
                    Key.of(
                            "E",
                            "appointment.correct",
                            () ->
                                    why.or(
                                            v -> actions.rights().canMove(v),
                                            v -> CorrectDialog.open(board, v),
                                            why::correct)));
            keys.add(Key.hint("Shift+↓", "appointment.key.longer"));
            keys.add(
                    Key.of(
                            "Shift+Alt+Right",
                            "appointment.key.week-later",
                            () -> weekLater(board)));
            keys.add(
                    Key.of(
                            "Delete",
                            "appointment.cancel",
                            () ->
                                    why.or(
                                            v -> actions.rights().canCancel(v),
                                            v -> CancelDialog.open(board, v),
                                            why::cancel)));
            keys.add(
                    Key.of(
                            "N",
                            "appointment.no-show",
                            () ->
                                    why.or(
                                            v -> actions.rights().mayHaveMissed(v),
                                            v -> actions.markNoShow(v.appointment()),
                                            why::noShow)));
            keys.add(
                    Key.of(
                            "C",
                            "appointment.confirm",
                            () ->
                                    why.or(
                                            v -> actions.rights().canConfirm(v),
                                            actions::confirm,
                                            why::confirm)));
            keys.add(
                    Key.of(
                            "Shift+C",
                            "appointment.answer",
                            () ->
                                    why.or(
                                            Visit::expected,
                                            v -> AskDialog.open(board, v),
                                            why::confirm)));
            keys.add(
                    Key.of(
                            "P",
                            "appointment.pin",
                            () ->
                                    why.or(
                                            v -> actions.rights().canMove(v),
                                            actions::pin,
                                            why::move)));
            keys.add(Key.of("F", "appointment.key.free", board.walk()::nextFree));
            keys.add(Key.of("Ctrl+F", "appointment.find", () -> find(board)));
        }
        if (actions.rights().mayWrite() || actions.rights().mayCheckIn()) {
            keys.add(Key.of("Ctrl+Z", "kit.undo", () -> undo(board)));
        }
        keys.add(Key.of("Ctrl+P", "appointment.key.print", () -> DayPaper.open(board)));
        keys.add(Key.of("Ctrl+E", "appointment.export", () -> CalendarExport.open(board)));
        if (board.proposals().mayAdd()) {
            keys.add(Key.of("W", "appointment.sooner", board.proposals()::add));
        }
        keys.add(Key.of("O", "appointment.unfinished", board.unfinished()::ask));
        keys.add(Key.of("Ctrl+Left", "appointment.key.previous", () -> day.turn(-1)));
        keys.add(Key.of("Ctrl+Right", "appointment.key.next", () -> day.turn(1)));
        keys.add(Key.of("Alt+Left", "appointment.key.week-before", () -> day.go(-7)));
        keys.add(Key.of("Alt+Right", "appointment.key.week-after", () -> day.go(7)));
        keys.add(Key.of("T", "appointment.today", day::today));
        keys.add(Key.of("D", "appointment.key.reach", board.layout()::turnReach));
        keys.add(Key.of("R", "appointment.key.by", board.layout()::turnBy));
        keys.add(Key.of("L", "appointment.key.shown", () -> ShownDialog.open(board)));
        keys.add(Key.of("V", "appointment.key.views", () -> ViewsDialog.open(board)));
        keys.add(Key.of("Z", "appointment.key.zoom-in", () -> day.zoom(1)));
        keys.add(Key.of("Shift+Z", "appointment.key.zoom-out", () -> day.zoom(-1)));
        keys.add(Key.hint("Ctrl+↕", "appointment.key.wheel"));
        keys.add(Key.hint("← → ↑ ↓", "appointment.key.walk"));
        keys.add(Key.hint("Home End", "appointment.key.ends"));
        keys.add(Key.hint("Shift+F1–F8", "appointment.key.own"));
        return keys.toArray(Key[]::new);
    }

    /// Books at the cursor, or at the next free time when it stands where nothing can be booked.
    static void bookNow(Board board) {
        board.day().whenShown(() -> bookShown(board));
    }

    private static void bookShown(Board board) {
        var day = board.day();
        if (!day.bookable(day.column(), day.cursor().get().minute())) {
            board.walk().nextFree();
        }
        board.walk().whenFound(() -> BookingDialog.open(board));
    }

    /// What is in the hand is put back first: nothing was done yet.
    private static void undo(Board board) {
        if (board.moves().on()) {
            board.moves().cancel();
        } else {
            board.actions().undos().undo();
        }
    }

    /// Takes the chosen visit along to the same time a week on; Enter puts it down there.
    private static void weekLater(Board board) {
        var why = new WhyNot(board);
        why.or(v -> board.actions().rights().canMove(v), board.moves()::begin, why::move);
        if (board.moves().on()) {
            board.day().go(7);
        }
    }

    private static void find(Board board) {
        FindDialog.open(board, wish -> BookingDialog.open(board, wish));
    }
}
