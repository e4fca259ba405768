package org.clinicdesk.server.drug;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The files of the knowledge, parsed.
record Tables(Map<String, Table> byFile, String version) {
    static Tables read(KnowledgeFiles files) {
        Map<String, Table> byFile = new HashMap<>();
        KnowledgeFiles.names().forEach(name -> byFile.put(name, files.table(name)));
        return new Tables(Map.copyOf(byFile), files.version());
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
