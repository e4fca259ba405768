package org.clinicdesk.client.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntSupplier;

/// Ways back from what was done at this desk, on whatever screen, the last one first. A notice and Ctrl+Z share them, so that
/// nothing is taken back twice. Nobody takes back what somebody before him at the desk did.
public final class Undos {

    private final IntSupplier sitting;
    private final Deque<Runnable> ways = new ArrayDeque<>();
    private Runnable attempted = () -> {};
    private int owner;

    /// @param sitting another number whenever somebody has left the desk
    Undos(IntSupplier sitting) {
        this.sitting = sitting;
        this.owner = sitting.getAsInt();
    }

    /// Remembers a way back.
    ///
    /// @return goes it, unless it was gone already
    public Runnable add(Runnable way) {
        forgetOthers();
        var once = new Once(way);
        ways.push(once);
        return once;
    }

    /// Takes back what was done last; nothing when there is nothing.
    public void undo() {
        forgetOthers();
        var last = ways.peek();
        if (last != null) {
            last.run();
        }
    }

    /// For a call that is made now: what is done when it is refused. If it goes a way back, that can be gone once more.
    public Runnable attempted() {
        return attempted;
    }

    private void forgetOthers() {
        if (owner != sitting.getAsInt()) {
            owner = sitting.getAsInt();
            ways.clear();
        }
    }

    private final class Once implements Runnable {

        private final Runnable way;

        private Once(Runnable way) {
            this.way = way;
        }

        @Override
        public void run() {
            if (ways.remove(this)) {
                attempted = () -> ways.push(this);
                try {
                    way.run();
                } finally {
                    attempted = () -> {};
                }
            }
        }
    }
}
