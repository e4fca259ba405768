package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.Checker;
import org.clinicdesk.server.drug.Dosing;
import org.clinicdesk.server.drug.Finding;
import org.clinicdesk.server.drug.FindingKind;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Runs the checks over a table: tab-separated, with a header. It knows no expected answers.
public final class Evaluation {
    private static final String ADDED = "level\ttier\tkind\trule_ids\tunchecked";

    private enum Shape {
        INGREDIENTS("ingredient_a", "ingredient_b"),
        DRUGS("drug_a", "drug_b"),
        ALLERGY("allergen", "drug"),
        MEDICINES("medicines"),
        NEW_ORDER("new_order"),
        ORDER("order");

        private final List<String> columns;

        Shape(String... columns) {
            this.columns = List.of(columns);
        }

        /// A table of pairs, allergies or lists asks what is wrong together. The tests a medicine needs
        /// are an answer where it is chosen or begun; of an order written out it is asked whether it
        /// is right.
        boolean asksFor(Finding finding, List<Order> orders) {
            return finding.kind() != FindingKind.MONITORING
                    || columns.size() == 1
                            && this != MEDICINES
                            && !writtenOut(orders.get(finding.line()).medicine().dosing());
        }

        private static boolean writtenOut(Dosing dosing) {
            boolean often = dosing.timesADay() != null || dosing.everyHours() != null;
            return often && !dosing.amounts().isEmpty() && !dosing.start();
        }
    }

    private final Checker checker;
    private final Grammar grammar;

    public Evaluation(Knowledge knowledge) {
        this.checker = new Checker(knowledge);
        this.grammar = new Grammar(knowledge);
    }

    /// The table with the answers beside each line.
    ///
    /// @throws IllegalArgumentException when the header has none of the known columns, or a line too many cells
    public String evaluate(String table) {
        List<String> lines =
                table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("The table is empty.");
        }
        List<String> header = cells(lines.getFirst().replace("\ufeff", ""));
        List<String> names =
                header.stream().map(column -> column.strip().toLowerCase(Locale.ROOT)).toList();
        Shape shape = shape(names);
        StringBuilder result = new StringBuilder(String.join("\t", header)).append('\t');
        result.append(ADDED).append('\n');
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() > header.size()) {
                throw new IllegalArgumentException("More cells than columns: " + line);
            }
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), i < cells.size() ? cells.get(i).strip() : "");
            }
            names.forEach(column -> result.append(row.get(column)).append('\t'));
            result.append(answer(shape, read(shape, row))).append('\n');
        }
        return result.toString();
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }

    private static Shape shape(List<String> header) {
        return Arrays.stream(Shape.values())
                .filter(shape -> header.containsAll(shape.columns))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "The header has none of: ingredient_a and ingredient_b;"
                                        + " drug_a and drug_b; allergen and drug; medicines;"
                                        + " new_order. It has: "
                                        + String.join(", ", header)));
    }

    private Grammar.Case read(Shape shape, Map<String, String> row) {
        String patient = row.getOrDefault("patient", "");
        String active = row.getOrDefault("active_medicines", row.getOrDefault("active", ""));
        return switch (shape) {
            case INGREDIENTS, DRUGS ->
                    grammar.order(
                            patient,
                            joined(active, row.getOrDefault(shape.columns.getFirst(), "")),
                            row.getOrDefault(shape.columns.getLast(), ""));
            case ALLERGY ->
                    grammar.allergy(
                            patient,
                            active,
                            row.getOrDefault("allergen", ""),
                            row.getOrDefault("drug", ""));
            case MEDICINES -> grammar.list(patient, active, row.getOrDefault("medicines", ""));
            case NEW_ORDER, ORDER ->
                    grammar.order(patient, active, row.getOrDefault(shape.columns.getFirst(), ""));
        };
    }

    private static String joined(String active, String medicine) {
        return active.isEmpty() ? medicine : active + "; " + medicine;
    }

    private String answer(Shape shape, Grammar.Case read) {
        List<Finding> findings = checker.check(read.patient(), read.orders());
        List<Finding> found =
                findings.stream().filter(f -> f.kind() != FindingKind.UNCHECKED).toList();
        Set<String> rules = new LinkedHashSet<>();
        found.forEach(finding -> rules.add(finding.ruleId()));
        Set<String> unchecked = new LinkedHashSet<>(read.unread());
        findings.stream()
                .filter(f -> f.kind() == FindingKind.UNCHECKED)
                .forEach(f -> unchecked.add(f.subject()));
        List<String> cells = new ArrayList<>();
        Optional<Finding> gravest =
                found.stream().filter(finding -> shape.asksFor(finding, read.orders())).findFirst();
        cells.add(gravest.map(finding -> word(finding.level())).orElse("none"));
        cells.add(gravest.map(finding -> word(finding.tier())).orElse("none"));
        cells.add(gravest.map(finding -> word(finding.kind())).orElse("none"));
        cells.add(String.join("|", rules));
        cells.add(String.join("|", unchecked).replaceAll("[\\t\\n]", " "));
        return String.join("\t", cells);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
