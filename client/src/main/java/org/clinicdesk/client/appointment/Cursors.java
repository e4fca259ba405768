package org.clinicdesk.client.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where the keyboard stands on a day that was just read.
///
/// @param today of the clinic
record Cursors(Day day, LocalDate today, Instant now) {

    static int inside(Day day, int minute) {
        return Math.clamp(minute, day.bounds().from(), day.bounds().to() - Minutes.SLOT);
    }

    static Cursor at(Day day, Visit visit) {
        return new Cursor(day.columns().get(visit.column()).id(), visit.slots().from(), visit.id());
    }

    /// With the visit chosen, or at its time. It never takes hold of another visit.
    ///
    /// @param turned another day, or another layout, is shown than before
    Cursor kept(Cursor before, boolean turned) {
        if (day.columns().isEmpty()) {
            return Cursor.NOWHERE;
        }
        if (before.isNowhere()) {
            return start();
        }
        return day.visit(before.visitId())
                .map(visit -> at(day, visit))
                .or(() ->
                        day.column(before.columnId()).map(column -> there(column, before, turned)))
                .orElseGet(() ->
                        turned
                                ? start()
                                : new Cursor(
                                        day.columns().getFirst().id(),
                                        inside(day, before.minute()),
                                        ""));
    }

    /// Who turned the page by hand finds the visit chosen that the keyboard came to stand on.
    private Cursor there(Column column, Cursor before, boolean turned) {
        var minute = inside(day, before.minute());
        return Optional.of(day.indexOf(column.id()))
                .filter(_ -> turned)
                .flatMap(index -> day.at(index, minute))
                .map(visit -> at(day, visit))
                .orElseGet(() -> new Cursor(column.id(), minute, ""));
    }

    /// At now, or where the day asked for begins.
    private Cursor start() {
        var column =
                IntStream.range(0, day.columns().size())
                        .filter(i -> day.columns().get(i).date().equals(day.date()))
                        .findFirst()
                        .orElse(0);
        var first = day.columns().get(column);
        var opens = first.hours().isEmpty() ? day.bounds().from() : first.hours().getFirst().from();
        var minute = first.date().equals(today) ? Minutes.floor(day.minute(column, now)) : opens;
        var at = inside(day, minute == 0 ? opens : minute);
        return day.at(column, at)
                .map(visit -> at(day, visit))
                .orElse(new Cursor(first.id(), at, ""));
    }
}
