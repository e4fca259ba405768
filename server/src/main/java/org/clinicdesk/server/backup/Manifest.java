package org.clinicdesk.server.backup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/// What a backup says of itself.
///
/// @param format of the file; this program reads [#FORMAT] only
/// @param schema the newest migration of the database it was taken from
/// @param at when it was taken, ISO 8601
/// @param rows how many rows each table has
/// @param digests SHA-256 of each table's file, hexadecimal
/// @param sequences the next number of each
/// @param knowledge SHA-256 of each of the practice's own tables of knowledge; null in a backup that kept none
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        int format,
        String schema,
        String at,
        Map<String, Long> rows,
        Map<String, String> digests,
        Map<String, Long> sequences,
        @Nullable Map<String, String> knowledge) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    static String entry(String table) {
        return "tables/" + table + ".jsonl";
    }

    /// The practice's own tables with their digests; empty of a backup that kept none.
    @JsonIgnore
    public Optional<Map<String, String>> ownTables() {
        return Optional.ofNullable(knowledge);
    }

    /// All rows of all tables.
    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
