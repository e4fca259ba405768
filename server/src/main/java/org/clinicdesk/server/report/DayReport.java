package org.clinicdesk.server.report;

import org.clinicdesk.server.paper.Cell;
import org.clinicdesk.server.paper.Sheet;
import org.clinicdesk.server.paper.Table;
import org.clinicdesk.server.paper.Table.Kind;
import org.clinicdesk.server.report.Figures.OfMedicine;
import org.clinicdesk.server.report.Figures.OfPractitioner;
import org.clinicdesk.server.report.Figures.OfPrescriber;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The tables of the report on a day.
final class DayReport {

    static final String TITLE = "report.day";

    /// A line of the summary: what is counted, by its text key, and how much it is.
    private record Figure(String key, OptionalLong value) {
        Figure(String key, long value) {
            this(key, OptionalLong.of(value));
        }

        Cell cell() {
            return value.isPresent() ? new Cell.Whole(value.getAsLong()) : new Cell.Empty();
        }
    }

    private static final Sheet<Figure> SUMMARY =
            new Sheet<>(
                    "report.summary",
                    List.of(
                            new Sheet.Column<>(
                                    "report.figure",
                                    Kind.WORD,
                                    figure -> new Cell.Word(figure.key)),
                            new Sheet.Column<>("report.count", Kind.INTEGER, Figure::cell)));

    private static final Sheet<OfPractitioner> PRACTITIONERS =
            new Sheet<>(
                    "report.practitioners",
                    List.of(
                            Sheet.text("report.practitioner", OfPractitioner::name),
                            Sheet.whole("report.booked", row -> row.visits().booked()),
                            Sheet.whole("report.arrived", row -> row.visits().arrived()),
                            Sheet.whole("report.seen", row -> row.visits().seen()),
                            Sheet.whole("report.cancelled", row -> row.visits().cancelled()),
                            Sheet.whole("report.no_show", row -> row.visits().noShow()),
                            Sheet.minutes("report.wait", row -> row.visits().meanWait())));

    private static final Sheet<Map.Entry<LocalTime, Visits>> WAITS =
            new Sheet<>(
                    "report.waits",
                    List.of(
                            new Sheet.Column<>(
                                    "report.hour", Kind.TIME, row -> new Cell.Time(row.getKey())),
                            Sheet.whole("report.arrived", row -> row.getValue().arrived()),
                            Sheet.minutes("report.wait", row -> row.getValue().meanWait()),
                            Sheet.minutes(
                                    "report.longest_wait", row -> row.getValue().longestWait())));

    private static final Sheet<OfPrescriber> PRESCRIBED =
            new Sheet<>(
                    "report.prescribed",
                    List.of(
                            Sheet.text("report.prescriber", OfPrescriber::name),
                            Sheet.whole("report.prescriptions", OfPrescriber::prescriptions),
                            Sheet.whole("report.medicines", OfPrescriber::medicines)));

    private static final Sheet<OfMedicine> DISPENSED =
            new Sheet<>(
                    "report.dispensed",
                    List.of(
                            Sheet.text("report.medicine", OfMedicine::name),
                            Sheet.whole("report.items", OfMedicine::items),
                            Sheet.whole("report.units", OfMedicine::units)));

    private DayReport() {}

    /// On a day without anything, every table is there and has no rows.
    static List<Table> tables(Figures day) {
        return List.of(
                SUMMARY.of(day.none() ? List.of() : summary(day)),
                PRACTITIONERS.of(day.byPractitioner()),
                WAITS.of(List.copyOf(day.byHour().entrySet())),
                PRESCRIBED.of(day.prescribed()),
                DISPENSED.of(day.dispensed()));
    }

    private static List<Figure> summary(Figures day) {
        var visits = day.visits();
        return List.of(
                new Figure("report.booked", visits.booked()),
                new Figure("report.arrived", visits.arrived()),
                new Figure("report.seen", visits.seen()),
                new Figure("report.cancelled", visits.cancelled()),
                new Figure("report.no_show", visits.noShow()),
                new Figure("report.new_patients", day.newPatients()),
                new Figure("report.wait_minutes", visits.meanWait()),
                new Figure("report.prescriptions", day.prescriptions()),
                new Figure("report.items", day.dispensedItems()));
    }
}
