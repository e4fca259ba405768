package org.clinicdesk.client.platform;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/// Ways back from what was done at this desk, on whatever screen, the last one first and one after the other. A notice and
/// Ctrl+Z share them, so that nothing is taken back twice. Nobody takes back what somebody before him at the desk did.
///
/// Whoever takes a step back names the version in which the step left the thing. A later step that was taken back has
/// counted it up since, though all is as it was: the chain therefore remembers what each thing it went back with has
/// become, on whatever screen that is shown. Whether somebody else stands in between the server knows.
public final class Undos {

    private static final Step UNKNOWN = new Step("", "", 0);

    /// Will be refused for good.
    private static final Set<String> FINAL =
            Set.of("NOT_YOURS", "NOTHING_TO_UNDO", "NOT_UNDOABLE", "NOT_WAITING", "NOT_FOUND");

    private final IntSupplier sitting;
    private final Consumer<Runnable> gone;
    private final Deque<Once> ways = new ArrayDeque<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Deque<Runnable> asked = new ArrayDeque<>();
    private @Nullable Attempt going;
    private int owner;
    private int steps;

    /// @param sitting another number whenever somebody has left the desk
    /// @param gone told of each way back that is being gone, as [#add] returned it
    Undos(IntSupplier sitting, Consumer<Runnable> gone) {
        this.gone = gone;
        this.sitting = sitting;
        this.owner = sitting.getAsInt();
    }

    /// A way back that asks the server, in one call made by [Attempt#call].
    public interface Way {
        void go(Attempt attempt);
    }

    /// What was done to a thing, and the version in which that left it.
    public record Step(String name, String id, long left) {}

    /// Remembers a way back that nobody else is asked for.
    ///
    /// @return goes it, unless it was gone already
    public Runnable add(Runnable way) {
        return add(() -> true, way);
    }

    /// The same where it may have become impossible meanwhile: it is passed over then.
    public Runnable add(BooleanSupplier possible, Runnable way) {
        return push(new Once(UNKNOWN, possible, attempt -> attempt.end(way)));
    }

    /// Remembers a way back.
    ///
    /// @return goes it, unless it was gone already
    public Runnable add(Way way) {
        return add(UNKNOWN, way);
    }

    /// Remembers a way back that is also known by the step it takes back.
    ///
    /// @return goes it, unless it was gone already
    public Runnable add(Step step, Way way) {
        return push(new Once(step, () -> true, way));
    }

    private Runnable push(Once once) {
        forgetOthers();
        ways.push(once);
        steps++;
        return once;
    }

    /// Counts what was done here that can be taken back: another number after each step.
    public int steps() {
        return steps;
    }

    /// Takes back what was done last; nothing when there is nothing.
    public void undo() {
        undo(() -> {});
    }

    /// Takes back what was done last at this desk; what was done elsewhere when there is nothing.
    public void undo(Runnable otherwise) {
        forgetOthers();
        while (!ways.isEmpty() && !ways.peek().possible.getAsBoolean()) {
            ways.pop();
        }
        if (going != null) {
            asked.add(() -> undo(otherwise));
        } else if (!ways.isEmpty()) {
            ways.peek().run();
        } else {
            otherwise.run();
        }
    }

    /// Takes a step back that has a key of its own for that, when it was done at this desk and the thing is as it left it.
    ///
    /// @return whether it was
    public boolean undo(Step step) {
        forgetOthers();
        var way =
                ways.stream()
                        .filter(it -> it.step.name.equals(step.name) && it.step.id.equals(step.id))
                        .filter(it -> version(step.id, it.step.left) == step.left)
                        .findFirst();
        way.ifPresent(Once::run);
        return way.isPresent();
    }

    /// A step is over for good: what was done since cannot be taken back to it.
    public void forget(Step step) {
        var over =
                ways.stream()
                        .filter(it -> it.step.name.equals(step.name) && it.step.id.equals(step.id))
                        .toList();
        ways.removeAll(over);
        over.forEach(gone);
    }

    /// The last change of a thing was taken back, which gave it this version.
    public void became(String id, long version) {
        forgetOthers();
        versions.merge(id, version, Math::max);
    }

    private long version(String id, long left) {
        return Math.max(left, versions.getOrDefault(id, left));
    }

    private void forgetOthers() {
        if (owner != sitting.getAsInt()) {
            owner = sitting.getAsInt();
            ways.clear();
            versions.clear();
            asked.clear();
            going = null;
        }
    }

    /// A way back while it is gone: whoever asks for the next waits for its end.
    public final class Attempt {

        private final Once once;

        private Attempt(Once once) {
            this.once = once;
        }

        /// The version that a thing has now which a step left in another.
        public long version(String id, long left) {
            return Undos.this.version(id, left);
        }

        /// Makes the call that takes the step back.
        public <T> void call(
                Calls.Call<T> call, Consumer<Problem> refused, Consumer<? super T> then) {
            call.refused(
                            problem -> {
                                if (once.mayGoAgain(problem)) {
                                    ways.push(once);
                                }
                                asked.clear();
                                end(() -> refused.accept(problem));
                            })
                    .then(answer -> end(() -> then.accept(answer)));
        }

        /// It cannot be gone now, but later it can.
        public void notNow() {
            ways.push(once);
            asked.clear();
            end();
        }

        private void end(Runnable last) {
            try {
                last.run();
            } finally {
                end();
            }
        }

        private void end() {
            if (going == this) {
                going = null;
                var next = asked.poll();
                if (next != null) {
                    next.run();
                }
            }
        }
    }

    private final class Once implements Runnable {

        private final Step step;
        private final BooleanSupplier possible;
        private final Way way;
        private boolean refused;

        private Once(Step step, BooleanSupplier possible, Way way) {
            this.step = step;
            this.possible = possible;
            this.way = way;
        }

        @Override
        public void run() {
            if (going != null) {
                asked.add(this);
            } else if (ways.remove(this)) {
                going = new Attempt(this);
                gone.accept(this);
                way.go(going);
            }
        }

        /// What was refused may be possible a little later, and is asked once more: then it no longer stands before
        /// what was done earlier. What is old, or another's, never will be.
        private boolean mayGoAgain(Problem problem) {
            if (problem.offline()) {
                return true;
            }
            var first = !refused;
            refused = true;
            return first && !problem.stale() && !FINAL.contains(problem.reason());
        }
    }
}
