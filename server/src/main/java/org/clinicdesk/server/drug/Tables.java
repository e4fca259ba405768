package org.clinicdesk.server.drug;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The files of the knowledge, parsed.
record Tables(Map<String, Table> byFile, String version) {
    static Tables read(KnowledgeFiles files) {
        Map<String, Table> byFile = new HashMap<>();
        KnowledgeFiles.names().forEach(name -> byFile.put(name, files.table(name)));
        return new Tables(Map.copyOf(byFile), files.version());
    }

    /// Those that are there, of a practice; the others are empty.
    static Tables some(KnowledgeFiles files) {
        Map<String, Table> byFile = new HashMap<>();
        KnowledgeFiles.names().forEach(name -> byFile.put(name, new Table(name, List.of())));
        files.texts().keySet().forEach(name -> byFile.put(name, files.table(name)));
        return new Tables(Map.copyOf(byFile), files.texts().isEmpty() ? "" : files.version());
    }

    /// With a practice's own lines, which take the place of those with the same key.
    Tables with(Tables own) {
        if (own.version.isEmpty()) {
            return this;
        }
        Map<String, Table> all = new HashMap<>();
        byFile.forEach((name, table) -> all.put(name, table.with(own.of(name))));
        return new Tables(Map.copyOf(all), version + "+" + own.version);
    }

    Table of(String file) {
        Table table = byFile.get(file);
        if (table == null) {
            throw new IllegalArgumentException(file);
        }
        return table;
    }

    /// The same without one line.
    Tables without(Table.Row row) {
        Map<String, Table> changed = new HashMap<>(byFile);
        changed.put(row.file(), of(row.file()).without(row));
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
