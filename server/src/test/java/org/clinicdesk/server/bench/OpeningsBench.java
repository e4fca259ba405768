package org.clinicdesk.server.bench;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;

import java.io.PrintStream;
import java.util.List;

/// Measures how fast the first twenty openings of sixty days are found, by wishes of several kinds.
final class OpeningsBench {

    private static final List<Integer> NOT_TUESDAY = List.of(1, 3, 4, 5, 6, 7);

    /// A clinic asks seldom twice at once; four desks that never pause are the worst.
    private static final List<Integer> CLIENTS = List.of(1, 4);

    private final PrintStream out;
    private final Base base;

    /// @param base a [BusyClinic]
    OpeningsBench(PrintStream out, Base base) {
        this.out = out;
        this.base = base;
    }

    void run(int count) throws Exception {
        for (var clients : CLIENTS) {
            new ReadBench(out, base, clients, "50 doctors, 60 days, 15,000 visits")
                    .measure("first 20 openings", count, OpeningsBench::find);
        }
    }

    private static void find(Desks desks, int i) {
        var answer =
                AppointmentServiceGrpc.newBlockingStub(desks.channel(i))
                        .searchOpenings(wish(desks, i));
        if (answer.getOpeningsCount() < 20) {
            throw new IllegalStateException("Only " + answer.getOpeningsCount() + " openings");
        }
    }

    private static SearchOpeningsRequest wish(Desks desks, int i) {
        var wish =
                SearchOpeningsRequest.newBuilder()
                        .setSiteId(desks.desk().getSites(0).getId())
                        .setServiceId(desks.desk().getServices(0).getId())
                        .setDays(60);
        switch (i % 4) {
            case 0 -> wish.setMinutes(30);
            case 1 ->
                    wish.setSpecialty(BusyClinic.SPECIALTIES.get(i % 5))
                            .addAllWeekdays(NOT_TUESDAY);
            case 2 -> wish.setFromMinute(8 * 60).setToMinute(12 * 60);
            default ->
                    wish.setMinutes(45)
                            .addAllWeekdays(NOT_TUESDAY)
                            .setFromMinute(13 * 60)
                            .setToMinute(18 * 60);
        }
        return wish.build();
    }
}
