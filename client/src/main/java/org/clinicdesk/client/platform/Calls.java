package org.clinicdesk.client.platform;

import io.grpc.Context;
import io.grpc.StatusException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/// The one way from a model to the server and back:
/// `calls.call(() -> patients.searchPatients(request)).busy(busy).latest(lane).then(this::show)`.
///
/// The work runs in the background, the answer arrives on the thread of the screen. A call whose answer was lost is
/// repeated, a write with the same [RequestId], through the next server if there is one. Refusals that the caller does
/// not explain itself go to one place for all. What is answered after the person left the desk reaches nobody: neither
/// the answer nor that his session is over is any business of the next one.
public final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_BREAK = Duration.ofMillis(200);

    private final Threads threads;
    private final IntSupplier sitting;
    private final Consumer<Problem> unexplained;

    /// @param sitting another number whenever somebody has left the desk
    public Calls(Threads threads, IntSupplier sitting, Consumer<Problem> unexplained) {
        this.threads = threads;
        this.sitting = sitting;
        this.unexplained = unexplained;
    }

    /// What runs in the background; nearly always one call of a stub.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws StatusException;
    }

    /// Prepares a call; [Call#then] starts it.
    public <T> Call<T> call(Work<T> work) {
        return new Call<>(work);
    }

    /// A call being prepared.
    public final class Call<T> {

        private final Work<T> work;
        private final Map<String, Consumer<Problem>> explained = new HashMap<>();
        private Consumer<Problem> refused = unexplained;
        private RequestId requestId = RequestId.fresh();
        private Duration delay = Duration.ZERO;
        private @Nullable Busy busy;
        private Lane lane = new Lane();

        private Call(Work<T> work) {
            this.work = work;
        }

        public Call<T> busy(Busy busy) {
            this.busy = busy;
            return this;
        }

        /// Cancels what runs in the lane: only the last one's answer arrives.
        public Call<T> latest(Lane lane) {
            this.lane = lane;
            return this;
        }

        /// Waits before the call leaves, so that the next key stroke can overtake it.
        public Call<T> after(Duration delay) {
            this.delay = delay;
            return this;
        }

        /// Names the write, so that a repeat does nothing twice.
        public Call<T> once(RequestId requestId) {
            this.requestId = requestId;
            return this;
        }

        /// Takes every problem that no [#refused(String, Consumer)] takes.
        public Call<T> refused(Consumer<Problem> handler) {
            refused = handler;
            return this;
        }

        /// Takes one reason of refusal; everything else goes its usual way.
        public Call<T> refused(String reason, Consumer<Problem> handler) {
            explained.put(reason, handler);
            return this;
        }

        /// Starts the call.
        public void then(Consumer<? super T> show) {
            var ticket = lane.next();
            var asked = sitting.getAsInt();
            if (busy != null) {
                busy.begin();
            }
            threads.background()
                    .execute(() -> {
                        var outcome = outcome(ticket);
                        threads.screen().execute(() -> deliver(ticket, asked, outcome, show));
                    });
        }

        private void deliver(long ticket, int asked, Outcome<T> outcome, Consumer<? super T> show) {
            if (busy != null) {
                busy.end();
            }
            if (!lane.isLast(ticket) || asked != sitting.getAsInt()) {
                return;
            }
            switch (outcome) {
                case Answered<T>(var answer) -> show.accept(answer);
                case Failed<T>(var problem) ->
                        explained.getOrDefault(problem.reason(), refused).accept(problem);
            }
        }

        private Outcome<T> outcome(long ticket) {
            var context = Context.current().withCancellation();
            try {
                if (!delay.isZero()) {
                    threads.pause().of(delay);
                }
                if (!lane.enter(ticket, context)) {
                    return new Failed<>(Problem.cancelled());
                }
                return context.call((Callable<Outcome<T>>) () -> attempt(context));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Failed<>(Problem.cancelled());
            } catch (Exception e) {
                LOG.error("A call failed in the client itself", e);
                return new Failed<>(Problem.of(e));
            } finally {
                context.cancel(null);
            }
        }

        private Outcome<T> attempt(Context context) throws Exception {
            for (int attempt = 1; ; attempt++) {
                try {
                    return new Answered<>(
                            ScopedValue.where(RequestId.CURRENT, requestId).call(work::run));
                } catch (StatusException e) {
                    var problem = Problem.of(e);
                    if (!problem.worthRepeating() || attempt == ATTEMPTS || context.isCancelled()) {
                        return new Failed<>(problem);
                    }
                    threads.pause().of(FIRST_BREAK.multipliedBy(1L << (attempt - 1)));
                }
            }
        }
    }

    private sealed interface Outcome<T> {}

    private record Answered<T>(T answer) implements Outcome<T> {}

    private record Failed<T>(Problem problem) implements Outcome<T> {}
}
