package org.clinicdesk.server.bench;

import java.io.PrintStream;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;

/// Measures writes: ours through the whole pipeline, then what they asked of the database, without us.
final class WriteBench {

    private final PrintStream out;
    private final Base base;

    WriteBench(PrintStream out, Base base) {
        this.out = out;
        this.base = base;
    }

    /// @param work makes, for desks and a first number, what the n-th call does
    void run(String what, int clients, int count, BiFunction<Desks, Integer, IntConsumer> work)
            throws Exception {
        var ours = ours(clients, count, work);
        var limit = limit(clients, count, work);
        out.printf("%-34s %-10s ours   %s%n", what, base.name(), ours);
        out.printf(
                "%-34s %-10s limit  %s   ours is %.0f %% of it%n",
                "", "", limit, 100 * ours.perSecond() / limit.perSecond());
    }

    private Load.Figure ours(int clients, int count, BiFunction<Desks, Integer, IntConsumer> work)
            throws Exception {
        try (var desks = new Desks(base.copy(), clients)) {
            // A server runs for weeks: what is measured is code that the JVM has compiled.
            Load.run(clients, 3 * count, work.apply(desks, 1_000_000));
            return Load.run(clients, count, work.apply(desks, 0));
        }
    }

    private Load.Figure limit(int clients, int count, BiFunction<Desks, Integer, IntConsumer> work)
            throws Exception {
        var recorded = base.copy();
        java.util.List<Recording.Transaction> transactions;
        try (var recording = Recording.of(recorded.jdbcUrl())) {
            try (var desks = new Desks(recorded, clients)) {
                recording.clear();
                Load.run(clients, count, work.apply(desks, 0));
                transactions = recording.transactions();
            }
        }
        out.printf(
                "%-34s %-10s        a call: %.1f transactions, %.1f statements%n",
                "",
                "",
                (double) transactions.size() / count,
                transactions.stream().mapToInt(t -> t.statements().size()).sum() / (double) count);
        try (var pool = Base.pool(base.copy())) {
            var replay = new Replay(pool);
            var warm = Math.min(200, transactions.size() / 10);
            transactions.subList(0, warm).forEach(replay::play);
            var rest = transactions.subList(warm, transactions.size());
            var figure = Load.run(clients, rest.size(), i -> replay.play(rest.get(i)));
            // A call is more than one transaction where a row is made apart or a session looked up.
            var calls = (double) count / transactions.size();
            return new Load.Figure(figure.perSecond() * calls, figure.p50() / calls, figure.p99());
        }
    }
}
