package org.clinicdesk.server.drug;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What differs between two folders of tables: lines added, removed and changed.
public final class KnowledgeDiff {
    private KnowledgeDiff() {}

    /// A line for each difference: "+ ddi.tsv warfarin-x", "- ...", "~ ddi.tsv warfarin-x level: major, was minor".
    public static List<String> between(Path before, Path now) {
        Tables old = new KnowledgeFolder(before).tables();
        Tables other = new KnowledgeFolder(now).tables();
        List<String> lines = new ArrayList<>();
        for (String file : new TreeSet<>(KnowledgeFiles.names())) {
            compare(old.of(file), other.of(file), lines);
        }
        return lines;
    }

    /// A line for each shipped line in whose place one of a practice's own stands: "replaces shipped ddi.tsv warfarin-x
    /// level: minor, was contraindicated".
    public static List<String> replaced(Path own) {
        Tables shipped = Tables.read(KnowledgeFiles.shipped());
        Tables others = new KnowledgeFolder(own).tables();
        List<String> lines = new ArrayList<>();
        for (String file : new TreeSet<>(KnowledgeFiles.names())) {
            List<Table.Row> rows = others.of(file).rows();
            Map<String, Table.Row> old = rows.isEmpty() ? Map.of() : byKey(shipped.of(file));
            for (Table.Row row : rows) {
                Table.Row was = old.get(row.key());
                if (was != null && !was.cells().equals(row.cells())) {
                    lines.add("replaces shipped " + name(row) + changes(was, row));
                }
            }
        }
        return lines;
    }

    private static void compare(Table before, Table now, List<String> lines) {
        Map<String, Table.Row> old = byKey(before);
        Map<String, Table.Row> other = byKey(now);
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(other.keySet());
        for (String key : keys) {
            Table.Row was = old.get(key);
            Table.Row is = other.get(key);
            String name = before.file() + " " + named(key);
            if (was == null) {
                lines.add("+ " + name);
            } else if (is == null) {
                lines.add("- " + name);
            } else if (!was.cells().equals(is.cells())) {
                lines.add("~ " + name + changes(was, is));
            }
        }
    }

    private static String name(Table.Row row) {
        return row.file() + " " + named(row.key());
    }

    private static String named(String key) {
        return key.replace('\t', ' ');
    }

    private static String changes(Table.Row was, Table.Row is) {
        StringBuilder changes = new StringBuilder();
        for (String column : is.header().columns()) {
            if (!is.get(column).equals(was.get(column))) {
                changes.append("\n    ")
                        .append(column)
                        .append(": ")
                        .append(is.get(column))
                        .append(", was ")
                        .append(was.get(column));
            }
        }
        return changes.toString();
    }

    private static Map<String, Table.Row> byKey(Table table) {
        Map<String, Table.Row> rows = new LinkedHashMap<>();
        table.rows().forEach(row -> rows.put(row.key(), row));
        return rows;
    }
}
