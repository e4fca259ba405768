package org.clinicdesk.server.pharmacy;

import org.clinicdesk.server.pharmacy.MedicineHistory.Row;
import org.clinicdesk.server.pharmacy.MedicineHistory.Supply;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands out in a history. A pure function of its rows.
///
/// A supply is early when more than a quarter of an earlier one, and more than three days of it, were left; of a
/// controlled substance, more than two days. What is handed out in parts, for the shelf was short or from two lots, is one
/// supply, and what lines of the same prescription brought is none of the others. It is too much when supplies of a controlled substance, begun within
/// thirty days, last for more than forty.
final class HistoryMarks {

    private static final int MONTH = 30;
    private static final int MONTH_AND_RESERVE = 40;
    private static final int RESERVE = 3;
    private static final int CONTROLLED_RESERVE = 2;
    private static final int QUARTER = 4;

    /// What stands out in the history of a medicine.
    enum Mark {
        DUPLICATE,
        EARLY,
        TOO_MUCH
    }

    /// What was handed out of a line at a time, perhaps in parts, from the first of them on.
    private record Fill(Row row, int number, LocalDate on, LocalDate last, int days) {
        int left(LocalDate day) {
            return days - (int) ChronoUnit.DAYS.between(on, day);
        }
    }

    /// What should be left of an earlier supply.
    ///
    /// @param last the latest day on which something of it was handed out
    /// @param days all of it lasts
    record Left(LocalDate last, int days, int left) {}

    private final List<Row> rows;
    private final LocalDate today;

    HistoryMarks(List<Row> rows, LocalDate today) {
        this.rows = rows.stream().filter(Row::meant).toList();
        this.today = today;
    }

    Set<Mark> of(Row row) {
        var marks = EnumSet.noneOf(Mark.class);
        if (!rows.contains(row)) {
            return marks;
        }
        if (rows.stream().anyMatch(other -> duplicates(row, other))) {
            marks.add(Mark.DUPLICATE);
        }
        if (row.supplies().stream().anyMatch(supply -> early(row, supply))) {
            marks.add(Mark.EARLY);
        }
        if (row.controlled() && row.supplies().stream().anyMatch(supply -> tooMuch(row, supply))) {
            marks.add(Mark.TOO_MUCH);
        }
        return marks;
    }

    private boolean duplicates(Row row, Row other) {
        return row != other && row.sharesSubstance(other) && overlap(row, other);
    }

    /// For more than the one day on which one takes the place of the other.
    private boolean overlap(Row row, Row other) {
        var from = later(since(row), since(other));
        var until = earlier(until(row), until(other));
        return from.isBefore(until);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate since(Row row) {
        return row.medication().since().earliest().orElse(LocalDate.MIN);
    }

    /// Of what ended nobody knows when, nothing can be said: it counts as ended before it began.
    private LocalDate until(Row row) {
        return row.medication()
                .lastDay()
                .orElse(row.medication().active(today) ? LocalDate.MAX : LocalDate.MIN);
    }

    /// Whether much of an earlier supply of the same substance was left.
    boolean early(Row row, Supply supply) {
        return left(row, supply.fill(), supply.on(), fill -> fill.on.isBefore(supply.on()))
                .isPresent();
    }

    /// Whether much of an earlier supply of the same substance is left today, also of one of this morning.
    ///
    /// @param fill the one that would be handed out now: it may have been begun
    Optional<Left> early(Row row, int fill) {
        return left(row, fill, today, earlier -> !earlier.on.isAfter(today));
    }

    private Optional<Left> left(Row row, int number, LocalDate day, Predicate<Fill> counts) {
        return fills(row)
                .filter(fill -> fill.row != row || fill.number != number)
                .filter(counts)
                .filter(fill -> fill.left(day) > reserve(row, fill))
                .max(Comparator.comparingInt(fill -> fill.left(day)))
                .map(fill -> new Left(fill.last, fill.days, fill.left(day)));
    }

    /// Of the same substance by the same route.
    private Stream<Fill> fills(Row row) {
        return rows.stream()
                .filter(row::serves)
                .flatMap(other ->
                        other.supplies().stream()
                                .collect(Collectors.groupingBy(Supply::fill))
                                .values()
                                .stream()
                                .map(parts -> fill(other, parts)));
    }

    private static Fill fill(Row row, List<Supply> parts) {
        return new Fill(
                row,
                parts.getFirst().fill(),
                parts.getFirst().on(),
                parts.getLast().on(),
                parts.stream().mapToInt(Supply::days).sum());
    }

    private static int reserve(Row row, Fill earlier) {
        return row.controlled() ? CONTROLLED_RESERVE : Math.max(RESERVE, earlier.days / QUARTER);
    }

    private boolean tooMuch(Row row, Supply supply) {
        var lasts =
                supplies(row).stream()
                        .filter(other -> !other.on().isAfter(supply.on()))
                        .filter(other -> ChronoUnit.DAYS.between(other.on(), supply.on()) < MONTH)
                        .mapToInt(Supply::days)
                        .sum();
        var others =
                supplies(row).stream()
                        .filter(other -> !other.on().isAfter(supply.on()))
                        .filter(other -> ChronoUnit.DAYS.between(other.on(), supply.on()) < MONTH)
                        .count();
        return others > 1 && lasts > MONTH_AND_RESERVE;
    }

    /// Of the same substance, whichever line they were handed out for.
    private List<Supply> supplies(Row row) {
        return rows.stream()
                .filter(row::sharesSubstance)
                .flatMap(other -> other.supplies().stream())
                .toList();
    }
}
