package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One file of the knowledge: tab-separated, `#` comments, a header line, sorted by its key, which is unique.
record Table(String file, List<Row> rows) {
    static final int MAX_TEXT = 300;

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");

    static Table parse(String file, String text, int keyColumns, String columns) {
        Header header = Header.of(List.of(columns.split(" ")));
        List<Row> rows = new ArrayList<>();
        boolean headerSeen = false;
        String before = "";
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.isEmpty() && i == lines.length - 1 || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (!headerSeen) {
                if (!cells.equals(header.columns())) {
                    throw new BadKnowledge(file, i + 1, "header is not " + header.columns());
                }
                headerSeen = true;
                continue;
            }
            String key = key(line, keyColumns);
            Row row = Row.of(file, i + 1, key, header, cells);
            if (key.compareTo(before) <= 0) {
                throw row.bad("not sorted, or twice: " + key.replace('\t', ' '));
            }
            before = key;
            rows.add(row);
        }
        return new Table(file, List.copyOf(rows));
    }

    /// The first cells of a line as they stand there.
    private static String key(String line, int columns) {
        int end = -1;
        for (int i = 0; i < columns; i++) {
            end = line.indexOf('\t', end + 1);
            if (end < 0) {
                return line;
            }
        }
        return line.substring(0, end);
    }

    /// With the lines of another table of this kind, which take the place of those with the same key.
    Table with(Table other) {
        SortedMap<String, Row> byKey = new TreeMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        other.rows.forEach(row -> byKey.put(row.key(), row));
        return new Table(file, List.copyOf(byKey.values()));
    }

    /// The same without one line.
    Table without(Row row) {
        return new Table(
                file, rows.stream().filter(other -> !other.key().equals(row.key())).toList());
    }

    /// Which column is where.
    record Header(List<String> columns, Map<String, Integer> places) {
        static Header of(List<String> columns) {
            Map<String, Integer> places = new HashMap<>();
            columns.forEach(column -> places.put(column, places.size()));
            return new Header(columns, Map.copyOf(places));
        }
    }

    /// A line: every cell of the header, none with blanks around it.
    ///
    /// @param key the cells of the key, joined by tabs
    record Row(String file, int line, String key, Header header, List<String> cells) {
        private static Row of(
                String file, int line, String key, Header header, List<String> cells) {
            if (cells.size() != header.columns().size()) {
                throw new BadKnowledge(
                        file, line, cells.size() + " cells instead of " + header.columns().size());
            }
            for (int i = 0; i < cells.size(); i++) {
                String cell = cells.get(i);
                if (!cell.isEmpty()
                        && (blank(cell.charAt(0)) || blank(cell.charAt(cell.length() - 1)))) {
                    throw new BadKnowledge(file, line, "blanks around " + header.columns().get(i));
                }
                if (cell.length() > MAX_TEXT) {
                    throw new BadKnowledge(
                            file, line, header.columns().get(i) + " is longer than " + MAX_TEXT);
                }
            }
            return new Row(file, line, key, header, cells);
        }

        private static boolean blank(char c) {
            return Character.isWhitespace(c);
        }

        String get(String column) {
            Integer place = header.places().get(column);
            if (place == null) {
                throw new IllegalArgumentException(file + " has no column " + column);
            }
            return cells.get(place);
        }

        String required(String column) {
            String cell = get(column);
            if (cell.isEmpty()) {
                throw bad("no " + column);
            }
            return cell;
        }

        List<String> list(String column) {
            String cell = get(column);
            return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
        }

        <E extends Enum<E>> E choice(String column, Class<E> type) {
            String cell = required(column);
            for (E value : type.getEnumConstants()) {
                if (value.name().equalsIgnoreCase(cell)
                        && cell.equals(value.name().toLowerCase(Locale.ROOT))) {
                    return value;
                }
            }
            throw bad("unknown " + column + " '" + cell + "'");
        }

        /// A number that is not negative.
        double number(String column, String text) {
            if (!NUMBER.matcher(text).matches()) {
                throw bad("'" + text + "' in " + column + " is no number");
            }
            return Double.parseDouble(text);
        }

        /// A number that is not negative; empty for an empty cell.
        Optional<Double> number(String column) {
            String cell = get(column);
            return cell.isEmpty() ? Optional.empty() : Optional.of(number(column, cell));
        }

        BadKnowledge bad(String why) {
            return new BadKnowledge(file, line, why);
        }
    }
}
