package org.clinicdesk.server.paper;

import org.clinicdesk.server.paper.Table.Kind;

import java.time.LocalTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// What a table is like: a heading, and columns that know their cells.
///
/// @param <R> what a row is made from
public record Sheet<R>(String titleKey, List<Column<R>> columns) {

    /// A column of the table, and where its cells come from.
    public record Column<R>(String titleKey, Kind kind, Function<R, Cell> cell) {}

    public static <R> Column<R> text(String titleKey, Function<R, String> value) {
        return new Column<>(titleKey, Kind.TEXT, row -> new Cell.Text(value.apply(row)));
    }

    public static <R> Column<R> whole(String titleKey, ToLongFunction<R> value) {
        return new Column<>(titleKey, Kind.INTEGER, row -> new Cell.Whole(value.applyAsLong(row)));
    }

    /// Wall time of the clinic.
    public static <R> Column<R> time(String titleKey, Function<R, LocalTime> value) {
        return new Column<>(titleKey, Kind.TIME, row -> new Cell.Time(value.apply(row)));
    }

    /// A word of a fixed list, by its text key.
    public static <R> Column<R> word(String titleKey, Function<R, String> key) {
        return new Column<>(titleKey, Kind.WORD, row -> new Cell.Word(key.apply(row)));
    }

    /// Minutes, or an empty cell where there is nothing to tell.
    public static <R> Column<R> minutes(String titleKey, Function<R, OptionalLong> value) {
        return new Column<>(
                titleKey,
                Kind.MINUTES,
                row -> {
                    var minutes = value.apply(row);
                    return minutes.isPresent()
                            ? new Cell.Minutes(minutes.getAsLong())
                            : new Cell.Empty();
                });
    }

    /// A row for each of these, in their order.
    public Table of(List<R> rows) {
        return new Table(
                titleKey,
                columns.stream()
                        .map(column -> new Table.Column(column.titleKey, column.kind))
                        .toList(),
                rows.stream().map(this::cells).toList());
    }

    private List<Cell> cells(R row) {
        return columns.stream().map(column -> column.cell.apply(row)).toList();
    }
}
