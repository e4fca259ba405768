package org.clinicdesk.server.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Weekly hours to be entered.
///
/// @param from the Monday of the first week
/// @param to the last day; empty until further notice
/// @param everyWeeks 2: every second week, counted from the first
/// @param days the shifts of the weekdays it speaks of
record WeekPattern(
        LocalDate from, Optional<LocalDate> to, int everyWeeks, Map<DayOfWeek, List<Shift>> days) {

    /// Whether it speaks of a day on which the row comes.
    boolean touches(WorkingHours row) {
        if (!days.containsKey(row.weekday())) {
            return false;
        }
        for (var week = 0; week < cycle(row); week += everyWeeks) {
            if (row.inWeekOf(from.plusWeeks(week))) {
                return true;
            }
        }
        return false;
    }

    /// What is left of a row that it [touches][#touches], from its first week on: the weeks between, and the time after
    /// its end.
    List<WorkingHours> rest(WorkingHours row, Supplier<UUID> ids) {
        var rest = new ArrayList<WorkingHours>();
        var begins = later(from, row.validFrom());
        var cycle = cycle(row);
        for (var week = 0; week < cycle; week++) {
            var monday = from.plusWeeks(week);
            if (week % everyWeeks != 0 && row.inWeekOf(monday)) {
                var kept = row.like(ids.get(), cycle, monday, begins);
                kept.validTo(earlier(row.validTo(), to).orElse(null));
                rest.add(kept);
            }
        }
        to.filter(last -> row.validTo().isEmpty() || row.validTo().get().isAfter(last))
                .ifPresent(last -> {
                    var after = later(last.plusDays(1), row.validFrom());
                    var kept = row.like(ids.get(), row.everyWeeks(), row.anchor(), after);
                    kept.validTo(row.validTo().orElse(null));
                    rest.add(kept);
                });
        return rest;
    }

    /// After so many weeks the row and the pattern meet as they did at first.
    private int cycle(WorkingHours row) {
        var cycle = everyWeeks;
        while (cycle % row.everyWeeks() != 0) {
            cycle += everyWeeks;
        }
        return cycle;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent()
                ? one.filter(day -> day.isBefore(other.get())).or(() -> other)
                : one.or(() -> other);
    }
}
