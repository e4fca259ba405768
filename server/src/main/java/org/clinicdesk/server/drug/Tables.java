package org.clinicdesk.server.drug;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The files of the knowledge, each parsed when it is looked into.
record Tables(Map<String, Lazy<Table>> byFile, String version) {
    static Tables read(KnowledgeFiles files) {
        Map<String, Lazy<Table>> byFile = new HashMap<>();
        KnowledgeFiles.names()
                .forEach(name -> byFile.put(name, new Lazy<>(() -> files.table(name))));
        return new Tables(Map.copyOf(byFile), files.version());
    }

    /// Those that are there, of a practice, parsed at once; the others are empty.
    static Tables some(KnowledgeFiles files) {
        Map<String, Lazy<Table>> byFile = new HashMap<>();
        KnowledgeFiles.names().forEach(name -> byFile.put(name, read(new Table(name, List.of()))));
        files.contents().keySet().forEach(name -> byFile.put(name, read(files.table(name))));
        return new Tables(Map.copyOf(byFile), files.contents().isEmpty() ? "" : files.version());
    }

    /// With a practice's own lines, which take the place of those with the same key.
    Tables with(Tables own) {
        if (own.version.isEmpty()) {
            return this;
        }
        Map<String, Lazy<Table>> all = new HashMap<>();
        byFile.forEach(
                (name, table) -> all.put(name, new Lazy<>(() -> table.get().with(own.of(name)))));
        return new Tables(Map.copyOf(all), version + "+" + own.version);
    }

    Table of(String file) {
        return later(file).get();
    }

    Lazy<Table> later(String file) {
        Lazy<Table> table = byFile.get(file);
        if (table == null) {
            throw new IllegalArgumentException(file);
        }
        return table;
    }

    private static Lazy<Table> read(Table table) {
        return new Lazy<>(() -> table);
    }

    /// The same without one line.
    Tables without(Table.Row row) {
        Map<String, Lazy<Table>> changed = new HashMap<>(byFile);
        changed.put(row.file(), read(of(row.file()).without(row)));
        return new Tables(Map.copyOf(changed), version);
    }

    Set<String> sources() {
        Set<String> ids = new HashSet<>();
        for (Table.Row row : of("sources.tsv").rows()) {
            row.required("title");
            ids.add(row.required("source_id"));
        }
        return Set.copyOf(ids);
    }
}
