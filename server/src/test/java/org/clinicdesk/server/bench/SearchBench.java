package org.clinicdesk.server.bench;

import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;

import java.io.PrintStream;
import java.util.List;

/// Measures how fast people are found while their name, phone or birth date is typed.
final class SearchBench {

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

    private final ReadBench bench;

    /// @param base with 100,000 people
    SearchBench(PrintStream out, Base base) {
        this.bench = new ReadBench(out, base, 8, "at 100,000 people");
    }

    void run(int count) throws Exception {
        bench.measure(
                "search by name prefix",
                count,
                (desks, i) -> search(desks, i, NAMES.get(i % NAMES.size())));
        bench.measure(
                "search by phone",
                count,
                (desks, i) -> search(desks, i, String.valueOf(10_000 + i * 7 % 89_999)));
        bench.measure(
                "search by birth date",
                count,
                (desks, i) ->
                        search(
                                desks,
                                i,
                                "%02d/%02d/%d".formatted(1 + i % 28, 1 + i % 12, 1940 + i % 80)));
    }

    private static void search(Desks desks, int i, String text) {
        PatientServiceGrpc.newBlockingStub(desks.channel(i))
                .searchPatients(SearchPatientsRequest.newBuilder().setText(text).build());
    }
}
