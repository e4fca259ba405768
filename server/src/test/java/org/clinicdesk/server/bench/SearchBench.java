package org.clinicdesk.server.bench;

import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;

import java.io.PrintStream;
import java.util.List;
import java.util.function.IntFunction;

/// Measures how fast people are found while their name, phone or birth date is typed.
final class SearchBench {

    private static final int CLIENTS = 8;
    private static final List<String> NAMES =
            List.of(
                    "ng",
                    "nguyen t",
                    "tran van",
                    "anh nguyen",
                    "hung",
                    "le thi h",
                    "garcia",
                    "nguyen thi anh",
                    "duc");

    private final PrintStream out;
    private final Base base;

    SearchBench(PrintStream out, Base base) {
        this.out = out;
        this.base = base;
    }

    void run(int count) throws Exception {
        measure("search by name prefix", count, i -> NAMES.get(i % NAMES.size()));
        measure("search by phone", count, i -> String.valueOf(10_000 + i * 7 % 89_999));
        measure(
                "search by birth date",
                count,
                i -> "%02d/%02d/%d".formatted(1 + i % 28, 1 + i % 12, 1940 + i % 80));
    }

    private void measure(String what, int count, IntFunction<String> text) throws Exception {
        Load.Figure ours;
        List<Recording.Transaction> transactions;
        var config = base.copy();
        try (var desks = new Desks(config, CLIENTS)) {
            Load.run(CLIENTS, count / 4, i -> search(desks, i, text.apply(i + count)));
            ours = Load.run(CLIENTS, count, i -> search(desks, i, text.apply(i)));
        }
        try (var recording = Recording.of(config.jdbcUrl());
                var desks = new Desks(config, CLIENTS)) {
            recording.clear();
            Load.run(CLIENTS, count / 4, i -> search(desks, i, text.apply(i)));
            transactions = recording.transactions();
        }
        try (var pool = Base.pool(config)) {
            var replay = new Replay(pool);
            transactions.subList(0, Math.min(200, transactions.size())).forEach(replay::play);
            var limit =
                    Load.run(CLIENTS, transactions.size(), i -> replay.play(transactions.get(i)));
            out.printf("%-34s %-10s ours   %s%n", what + ", 8 clients", base.name(), ours);
            out.printf("%-34s %-10s limit  %s%n", "at 100,000 people", "", limit);
        }
    }

    private static void search(Desks desks, int i, String text) {
        PatientServiceGrpc.newBlockingStub(desks.channel(i))
                .searchPatients(SearchPatientsRequest.newBuilder().setText(text).build());
    }
}
