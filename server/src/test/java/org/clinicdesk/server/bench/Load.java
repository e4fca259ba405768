package org.clinicdesk.server.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// So many clients that do one thing after the other, until all of it is done.
final class Load {

    private Load() {}

    /// What a load took.
    ///
    /// @param perSecond things done in a second
    /// @param p50 milliseconds
    /// @param p99 milliseconds
    record Figure(double perSecond, double p50, double p99) {
        @Override
        public String toString() {
            return "%,8.0f/s   p50 %6.2f ms   p99 %6.2f ms".formatted(perSecond, p50, p99);
        }
    }

    /// Does the numbers 0 to `count` - 1, each once, by `clients` at a time.
    static Figure run(int clients, int count, IntConsumer work) {
        var next = new AtomicInteger();
        var nanos = new long[count];
        var start = System.nanoTime();
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (var client = 0; client < clients; client++) {
                running.add(
                        threads.submit(() -> {
                            for (var i = next.getAndIncrement();
                                    i < count;
                                    i = next.getAndIncrement()) {
                                var begun = System.nanoTime();
                                work.accept(i);
                                nanos[i] = System.nanoTime() - begun;
                            }
                        }));
            }
        }
        running.forEach(Load::succeeded);
        var seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(nanos);
        return new Figure(count / seconds, nanos[count / 2] / 1e6, nanos[count * 99 / 100] / 1e6);
    }

    /// What was not done has no figure.
    private static void succeeded(Future<?> client) {
        if (client.state() == Future.State.FAILED) {
            throw new IllegalStateException("A client failed", client.exceptionNow());
        }
    }
}
