package org.clinicdesk.client.appointment;

import io.grpc.Status;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.SeriesRow;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// What of several visits could not be done together with the rest, line by line, for people to read.
///
/// @param titleKey takes how many there are
record LeftOut(String titleKey, List<Line> lines) {

    private static final int MOST_OFFERS = 4;

    /// @param instead what is free instead, in words; empty when nobody asked, or when it can be chosen
    /// @param choices what can be had instead right here
    record Line(String when, String why, String instead, List<Choice> choices) {}

    /// A free time that can be taken instead.
    ///
    /// @param take takes it, and tells when that is done
    record Choice(String words, Consumer<Runnable> take) {}

    /// Of a series, with what is free instead.
    static LeftOut of(Desk desk, String titleKey, List<SeriesRow> rows) {
        return of(desk, titleKey, rows, row -> new Line("", "", instead(desk, row), List.of()));
    }

    /// Of a series that was to be booked: each time that is free instead can be taken.
    ///
    /// @param take books a time, and tells when that is done
    static LeftOut toChoose(
            Desk desk, String titleKey, List<SeriesRow> rows, BiConsumer<Opening, Runnable> take) {
        return of(
                desk,
                titleKey,
                rows,
                row -> {
                    var choices =
                            row.getInsteadList().stream()
                                    .limit(MOST_OFFERS)
                                    .map(offer ->
                                            new Choice(
                                                    words(desk, row, offer),
                                                    done -> take.accept(offer, done)))
                                    .toList();
                    var nothing = choices.isEmpty() ? instead(desk, row) : "";
                    return new Line("", "", nothing, choices);
                });
    }

    private static LeftOut of(
            Desk desk, String titleKey, List<SeriesRow> rows, Function<SeriesRow, Line> offered) {
        return new LeftOut(
                titleKey,
                rows.stream()
                        .map(row -> {
                            var line = offered.apply(row);
                            return new Line(
                                    when(desk, Day.instant(row.getStart())),
                                    Refusals.words(desk, problem(row)),
                                    line.instead,
                                    line.choices);
                        })
                        .toList());
    }

    private static Problem problem(SeriesRow row) {
        return new Problem(
                Status.Code.FAILED_PRECONDITION,
                row.getRefused(),
                "appointment",
                row.getAboutMap(),
                List.of());
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
                                    "",
                                    List.of()))
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
                        .map(offer -> words(desk, row, offer))
                        .toList();
        return offers.isEmpty()
                ? desk.texts().get("appointment.missed.nothing")
                : desk.texts().get("appointment.missed.instead", String.join(", ", offers));
    }

    /// `13:00 · Dr. Lê Thu Hà`, with the day when it is another.
    private static String words(Desk desk, SeriesRow row, Opening offer) {
        var zone = desk.session().zone();
        var at = Day.instant(offer.getStart());
        var sameDay =
                LocalDate.ofInstant(at, zone)
                        .equals(LocalDate.ofInstant(Day.instant(row.getStart()), zone));
        return (sameDay ? desk.texts().dates().time(at, zone) : when(desk, at))
                + " · "
                + Times.practitioner(desk, offer.getPractitionerId());
    }
}
