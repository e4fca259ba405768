package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.SeriesRow;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What of several visits could not be done together with the rest, line by line, for people to read.
///
/// @param titleKey takes how many there are
record LeftOut(String titleKey, List<Line> lines) {

    private static final int MOST_OFFERS = 3;

    /// @param instead what is free instead; empty when nobody asked
    record Line(String when, String why, String instead) {}

    static LeftOut of(Desk desk, String titleKey, List<SeriesRow> rows) {
        return new LeftOut(
                titleKey,
                rows.stream()
                        .map(row ->
                                new Line(
                                        when(desk, Day.instant(row.getStart())),
                                        desk.texts().get("appointment.refused." + row.getRefused()),
                                        instead(desk, row)))
                        .toList());
    }

    /// Of several with which something was to be done as a whole, those for which it was with none.
    static LeftOut of(Desk desk, String titleKey, List<Appointment> visits, Problem problem) {
        var named = problem.metadata().getOrDefault("visits", "").split(" ");
        var reasons = problem.metadata().getOrDefault("reasons", "").split(" ");
        var lines = new ArrayList<Line>();
        for (var number = 0; number < Math.min(named.length, reasons.length); number++) {
            var id = named[number];
            var reason = reasons[number];
            visits.stream()
                    .filter(visit -> visit.getId().equals(id))
                    .map(visit ->
                            new Line(
                                    when(desk, Day.instant(visit.getStart())),
                                    why(desk, reason),
                                    ""))
                    .forEach(lines::add);
        }
        return new LeftOut(titleKey, List.copyOf(lines));
    }

    private static String why(Desk desk, String reason) {
        var texts = desk.texts();
        for (var room : List.of("appointment.reason.", "appointment.refused.")) {
            if (texts.has(room + reason)) {
                return texts.get(room + reason);
            }
        }
        return texts.get("appointment.reason.other");
    }

    private static String when(Desk desk, Instant start) {
        var zone = desk.session().zone();
        return desk.texts().dates().day(start.atZone(zone).toLocalDate())
                + ", "
                + desk.texts().dates().time(start, zone);
    }

    private static String instead(Desk desk, SeriesRow row) {
        var offers =
                row.getInsteadList().stream()
                        .limit(MOST_OFFERS)
                        .map(offer ->
                                Times.at(desk, offer.getStart())
                                        + " "
                                        + Times.practitioner(desk, offer.getPractitionerId()))
                        .toList();
        return offers.isEmpty()
                ? desk.texts().get("appointment.missed.nothing")
                : desk.texts().get("appointment.missed.instead", String.join(", ", offers));
    }
}
