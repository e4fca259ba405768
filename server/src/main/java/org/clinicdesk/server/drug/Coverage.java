package org.clinicdesk.server.drug;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How much the knowledge holds, and how much of it a clinician has signed.
public final class Coverage {
    private static final List<String> RULES =
            List.of(
                    "allergy.tsv",
                    "contra.tsv",
                    "ddi.tsv",
                    "ddi_override.tsv",
                    "dose.tsv",
                    "dup.tsv",
                    "monitor.tsv",
                    "washout.tsv");

    private Coverage() {}

    /// Lines for people, of the shipped knowledge with a practice's own folder.
    public static List<String> of(Path own) {
        Tables tables =
                Tables.read(KnowledgeFiles.shipped()).with(new KnowledgeFolder(own).tables());
        List<String> lines = new ArrayList<>();
        lines.add("Version " + tables.version());
        for (String file : new TreeSet<>(KnowledgeFiles.names())) {
            List<Table.Row> rows = tables.of(file).rows();
            long signed =
                    RULES.contains(file)
                            ? rows.stream().filter(row -> !row.get("reviewed").isEmpty()).count()
                            : -1;
            lines.add(
                    "%-18s %6d lines%s"
                            .formatted(
                                    file,
                                    rows.size(),
                                    signed < 0 ? "" : ", %d reviewed".formatted(signed)));
        }
        lines.add(ingredients(tables));
        return lines;
    }

    private static String ingredients(Tables tables) {
        Set<String> all = new HashSet<>();
        tables.of("ingredients.tsv").rows().forEach(row -> all.add(row.get("id")));
        Set<String> dosed = new HashSet<>();
        tables.of("dose.tsv").rows().forEach(row -> dosed.add(row.get("ingredient")));
        Set<String> classed = new HashSet<>();
        tables.of("members.tsv").rows().forEach(row -> classed.add(row.get("ingredient")));
        return "Of %d ingredients %d are in a class and %d have a limit of dose."
                .formatted(all.size(), classed.size(), dosed.size());
    }
}
