package org.clinicdesk.server.backup;

import java.util.Map;

/// What a backup says of itself.
///
/// @param format of the file; this program reads [#FORMAT] only
/// @param schema the newest migration of the database it was taken from
/// @param at when it was taken, ISO 8601
/// @param rows how many rows each table has
/// @param digests SHA-256 of each table's file, hexadecimal
/// @param sequences the next number of each
public record Manifest(
        int format,
        String schema,
        String at,
        Map<String, Long> rows,
        Map<String, String> digests,
        Map<String, Long> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    static String entry(String table) {
        return "tables/" + table + ".jsonl";
    }

    /// All rows of all tables.
    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
