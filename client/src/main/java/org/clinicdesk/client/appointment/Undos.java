package org.clinicdesk.client.appointment;

import java.util.ArrayDeque;
import java.util.Deque;

/// Ways back from what was done at this board, the last one first. A notice and Ctrl+Z share them, so that nothing is
/// taken back twice.
final class Undos {

    private final Deque<Runnable> ways = new ArrayDeque<>();

    /// Remembers a way back.
    ///
    /// @return goes it, unless it was gone already
    Runnable add(Runnable way) {
        Runnable once =
                new Runnable() {
                    @Override
                    public void run() {
                        if (ways.remove(this)) {
                            way.run();
                        }
                    }
                };
        ways.push(once);
        return once;
    }

    /// Takes back what was done last; nothing when there is nothing.
    void undo() {
        var last = ways.peek();
        if (last != null) {
            last.run();
        }
    }
}
