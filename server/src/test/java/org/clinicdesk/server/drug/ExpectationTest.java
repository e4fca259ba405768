package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.server.drug.evaluate.Grammar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every line of the knowledge does what a clinician expects of it, and none is there for nothing.
class ExpectationTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final Grammar GRAMMAR = new Grammar(KNOWLEDGE);
    private static final Checker CHECKER = new Checker(KNOWLEDGE);
    private static final Tables TABLES = Tables.read(KnowledgeFiles.shipped());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allergy.tsv",
                "allergy_no.tsv",
                "contra.tsv",
                "ddi.tsv",
                "ddi_override.tsv",
                "dose.tsv",
                "dup.tsv",
                "dup_no.tsv",
                "monitor.tsv",
                "washout.tsv"
            })
    void isMet(String table) {
        List<String> broken =
                Expectation.of(table, GRAMMAR).stream()
                        .filter(expectation -> !expectation.holds(CHECKER))
                        .map(e -> e.place() + ": " + e.found(CHECKER) + ", not " + e.level())
                        .toList();
        assertEquals("", String.join("\n", broken));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allergy.tsv",
                "allergy_no.tsv",
                "contra.tsv",
                "ddi.tsv",
                "ddi_override.tsv",
                "dose.tsv",
                "dup.tsv",
                "dup_no.tsv",
                "monitor.tsv",
                "washout.tsv"
            })
    void isUnderstoodWholly(String table) {
        List<String> unread =
                Expectation.of(table, GRAMMAR).stream()
                        .filter(expectation -> !expectation.read().unread().isEmpty())
                        .map(e -> e.place() + ": " + e.read().unread())
                        .toList();
        assertEquals("", String.join("\n", unread));
    }

    /// A line without which every expectation is met as before is tested by none. Lines of
    /// `allergy_no.tsv` forbid what nobody may add.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "allergy.tsv",
                "contra.tsv",
                "ddi.tsv",
                "ddi_override.tsv",
                "dose.tsv",
                "dup.tsv",
                "dup_no.tsv",
                "monitor.tsv",
                "washout.tsv"
            })
    void failsWithoutTheLineItIsAbout(String table) {
        List<Expectation> all = Expectation.of(table, GRAMMAR);
        Map<String, List<Expectation>> byRule = new HashMap<>();
        for (Expectation expectation : all) {
            for (Finding finding : expectation.findings(CHECKER)) {
                byRule.computeIfAbsent(finding.ruleId(), rule -> new ArrayList<>())
                        .add(expectation);
            }
        }
        List<String> untested = new ArrayList<>();
        for (Table.Row row : TABLES.of(table).rows()) {
            List<Expectation> likely = byRule.getOrDefault(rule(row), List.of());
            if (!needed(row, likely) && !needed(row, all)) {
                untested.add(row.file() + ":" + row.line() + ": " + row.key().replace('\t', ' '));
            }
        }
        assertEquals("", String.join("\n", untested));
    }

    private static String rule(Table.Row row) {
        return switch (row.file()) {
            case "allergy.tsv" -> "allergy-" + row.get("group_id").replace('_', '-');
            case "dup.tsv" -> row.get("group_id");
            default -> row.key();
        };
    }

    private static boolean needed(Table.Row row, List<Expectation> expectations) {
        if (expectations.isEmpty()) {
            return false;
        }
        try {
            Checker less = new Checker(KNOWLEDGE.without(row));
            boolean allergy = row.file().equals("allergy.tsv");
            return expectations.stream()
                    .anyMatch(
                            e -> allergy ? !e.said(less).equals(e.said(CHECKER)) : !e.holds(less));
        } catch (BadKnowledge e) {
            return true;
        }
    }

    @Test
    void aLineLeftOutIsLeftOut() {
        Table.Row row = TABLES.of("ddi.tsv").rows().getFirst();
        assertEquals(
                TABLES.of("ddi.tsv").rows().size() - 1,
                KNOWLEDGE.without(row).rules().tables().of("ddi.tsv").rows().size());
    }
}
