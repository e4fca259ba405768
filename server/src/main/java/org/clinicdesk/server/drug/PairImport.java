package org.clinicdesk.server.drug;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes a table of pairs that a practice has licensed into its own tables. What was taken from the same source before
/// gives way. Its pairs stand beside the shipped rules: the graver of both is shown, so that nothing shipped is hidden.
public final class PairImport {
    /// @param refused lines that were not taken, each with the reason
    public record Outcome(int taken, List<String> refused) {}

    private record Pair(Ingredient a, Ingredient b, Level level, String text) {}

    private static final Map<String, Level> LEVELS =
            Map.of(
                    "contraindicated", Level.CONTRAINDICATED,
                    "major", Level.MAJOR,
                    "severe", Level.MAJOR,
                    "moderate", Level.MODERATE,
                    "minor", Level.MINOR,
                    "mild", Level.MINOR);

    private final Knowledge knowledge;
    private final Path folder;
    private final String source;

    /// @param folder the practice's own tables
    /// @param name of the source, as people call it
    public PairImport(Knowledge knowledge, Path folder, String name) {
        this.knowledge = knowledge;
        this.folder = folder;
        this.source = Names.fold(name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-");
        if (source.isBlank()) {
            throw new IllegalArgumentException("The source needs a name.");
        }
    }

    /// @param csv with a header: two columns of names (a and b, drug_a and drug_b, ...), level, text
    public Outcome run(String csv) throws IOException {
        List<List<String>> rows = Csv.read(csv);
        if (rows.isEmpty() || rows.getFirst().size() < 4) {
            throw new IllegalArgumentException(
                    "The first line must be a header of four columns: a, b, level, text.");
        }
        if (isPair(rows.getFirst())) {
            throw new IllegalArgumentException(
                    "The first line is a pair of medicines, and no header: a, b, level, text."
                            + " Nothing was changed.");
        }
        SortedMap<String, Pair> pairs = new TreeMap<>();
        List<String> refused = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            take(rows.get(i), i + 1, pairs, refused);
        }
        write(pairs);
        return new Outcome(pairs.size(), refused);
    }

    private boolean isPair(List<String> cells) {
        return knowledge.ingredient(cells.get(0)).isPresent()
                && knowledge.ingredient(cells.get(1)).isPresent();
    }

    private void take(
            List<String> cells, int line, SortedMap<String, Pair> pairs, List<String> refused) {
        if (cells.size() < 4) {
            refused.add("line " + line + ": fewer than four cells");
            return;
        }
        Ingredient a = knowledge.ingredient(cells.get(0)).orElse(null);
        Ingredient b = knowledge.ingredient(cells.get(1)).orElse(null);
        Level level = LEVELS.get(cells.get(2).strip().toLowerCase(Locale.ROOT));
        if (a == null || b == null) {
            refused.add(
                    "line " + line + ": unknown ingredient '" + cells.get(a == null ? 0 : 1) + "'");
        } else if (a.equals(b)) {
            refused.add("line " + line + ": the same ingredient twice");
        } else if (level == null) {
            refused.add("line " + line + ": unknown level '" + cells.get(2) + "'");
        } else {
            boolean sorted = a.inn().compareTo(b.inn()) < 0;
            Pair pair = new Pair(sorted ? a : b, sorted ? b : a, level, clean(cells.get(3)));
            pairs.merge(
                    id(pair),
                    pair,
                    (one, other) -> other.level().compareTo(one.level()) > 0 ? other : one);
        }
    }

    private static String clean(String text) {
        String plain = text.strip().replaceAll("\\s+", " ");
        String said = plain.isEmpty() ? "The source gives no reason." : plain;
        return said.length() > Table.MAX_TEXT ? said.substring(0, Table.MAX_TEXT - 1) + "…" : said;
    }

    private String id(Pair pair) {
        String pairName = pair.a().inn() + "-" + pair.b().inn();
        return prefix() + Names.fold(pairName).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    private String prefix() {
        return "own-" + source.toLowerCase(Locale.ROOT) + "-";
    }

    private void write(SortedMap<String, Pair> pairs) throws IOException {
        Files.createDirectories(folder);
        Tables own = new KnowledgeFolder(folder).tables();
        SortedMap<String, String> rules = kept(own.of("ddi.tsv"));
        rules.keySet().removeIf(key -> key.startsWith(prefix()));
        pairs.forEach((id, pair) -> rules.put(id, line(id, pair)));
        SortedMap<String, String> sources = kept(own.of("sources.tsv"));
        sources.put(
                source, String.join("\t", source, source, "", "licensed to the practice", "", ""));
        replace("sources.tsv", sources);
        replace("ddi.tsv", rules);
    }

    private static SortedMap<String, String> kept(Table table) {
        List<String> columns = KnowledgeFiles.columns(table.file());
        SortedMap<String, String> lines = new TreeMap<>();
        for (Table.Row row : table.rows()) {
            lines.put(row.key(), String.join("\t", columns.stream().map(row::get).toList()));
        }
        return lines;
    }

    private String line(String id, Pair pair) {
        String action =
                switch (pair.level()) {
                    case CONTRAINDICATED -> "Do not combine; choose another medicine.";
                    case MAJOR -> "Avoid, or change the dose and watch closely.";
                    case MODERATE -> "Watch; adjust the dose where needed.";
                    case MINOR -> "Know it; seldom anything to do.";
                };
        return String.join(
                "\t",
                id,
                pair.a().id(),
                pair.b().id(),
                pair.level().name().toLowerCase(Locale.ROOT),
                "imported-" + source.toLowerCase(Locale.ROOT),
                pair.text(),
                action,
                "delayed",
                "suspected",
                "",
                "any",
                "any",
                source,
                "");
    }

    /// In one move, so that a server that reads the folder meanwhile sees the old file or the new one.
    private void replace(String file, SortedMap<String, String> lines) throws IOException {
        String header = String.join("\t", KnowledgeFiles.columns(file));
        String text =
                header + "\n" + String.join("\n", lines.values()) + (lines.isEmpty() ? "" : "\n");
        Path written = Files.createTempFile(folder, file, ".new");
        Files.writeString(written, text, StandardCharsets.UTF_8);
        Files.move(written, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
}
