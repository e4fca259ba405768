package org.clinicdesk.server.paper;

import java.util.List;

/// A table as the screen, the paper and the spreadsheet have it: a report builds it once. Headings are text keys; each
/// cell is of the kind of its column, or empty.
///
/// @param title of a table about one person or thing, who gets a page of his own; empty: what the key says
public record Table(String titleKey, String title, List<Column> columns, List<List<Cell>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            check(columns, row);
        }
    }

    public Table(String titleKey, List<Column> columns, List<List<Cell>> rows) {
        this(titleKey, "", columns, rows);
    }

    /// The same about one person or thing.
    public Table about(String name) {
        return new Table(titleKey, name, columns, rows);
    }

    String title(Words words) {
        return title.isEmpty() ? words.text(titleKey) : title;
    }

    /// One column; `titleKey` is the text key of its heading.
    public record Column(String titleKey, Kind kind) {}

    /// What the cells of a column hold; the names are those of the contract's `Table.Kind`.
    public enum Kind {
        TEXT,
        INTEGER,
        MINUTES,
        TIME,
        PERCENT,
        WORD;

        boolean isNumeric() {
            return this == INTEGER || this == MINUTES || this == PERCENT;
        }
    }

    private static void check(List<Column> columns, List<Cell> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + row.size() + " cells under " + columns.size() + " headings");
        }
        for (int i = 0; i < row.size(); i++) {
            var kind = columns.get(i).kind();
            if (!row.get(i).fits(kind)) {
                throw new IllegalArgumentException(
                        "a cell of column " + i + " is not of kind " + kind);
            }
        }
    }
}
