package org.clinicdesk.server.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.function.ObjIntConsumer;

/// Measures calls that read, beside the same statements through plain JDBC.
final class ReadBench {

    private final PrintStream out;
    private final Base base;
    private final int clients;
    private final String size;

    /// @param size how much there is to read from
    ReadBench(PrintStream out, Base base, int clients, String size) {
        this.out = out;
        this.base = base;
        this.clients = clients;
        this.size = size;
    }

    /// @param call does the call with a number, at one of the desks
    void measure(String what, int count, ObjIntConsumer<Desks> call) throws Exception {
        Load.Figure ours;
        List<Recording.Transaction> transactions;
        var config = base.copy();
        try (var desks = new Desks(config, clients)) {
            Load.run(clients, count / 4, i -> call.accept(desks, i + count));
            ours = Load.run(clients, count, i -> call.accept(desks, i));
        }
        try (var recording = Recording.of(config.jdbcUrl());
                var desks = new Desks(config, clients)) {
            recording.clear();
            Load.run(clients, count / 4, i -> call.accept(desks, i));
            transactions = recording.transactions();
        }
        try (var pool = Base.pool(config)) {
            var replay = new Replay(pool);
            transactions.subList(0, Math.min(200, transactions.size())).forEach(replay::play);
            var limit =
                    Load.run(clients, transactions.size(), i -> replay.play(transactions.get(i)));
            out.printf(
                    "%-34s %-10s ours   %s%n",
                    what + ", " + clients + " clients", base.name(), ours);
            out.printf("%-34s %-10s limit  %s%n", size, "", limit);
        }
    }
}
