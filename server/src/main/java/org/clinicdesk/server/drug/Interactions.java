package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The interaction rules, and which of them holds for two ingredients.
final class Interactions {
    /// What holds: the rule, at the level that an exception may have changed.
    record Match(DdiRule rule, Level level, boolean reviewed) {
        private static Match of(DdiRule rule) {
            return new Match(rule, rule.level(), rule.provenance().reviewed());
        }
    }

    private static final Comparator<DdiRule> BY_LEVEL =
            Comparator.comparing(DdiRule::level)
                    .thenComparing(DdiRule::id, Comparator.reverseOrder());
    private static final Comparator<DdiRule> FINEST =
            Comparator.<DdiRule>comparingInt(rule -> rule.sides().specificity())
                    .thenComparing(BY_LEVEL);

    private final Classes classes;
    private final Map<String, List<DdiRule>> rules = new HashMap<>();
    private final Map<String, List<DdiOverride>> overrides = new HashMap<>();

    private Interactions(Classes classes) {
        this.classes = classes;
    }

    static Interactions read(
            Table ddi,
            Table ddiOverride,
            Ingredients ingredients,
            Classes classes,
            Set<String> sources) {
        Interactions result = new Interactions(classes);
        RuleConflicts conflicts = new RuleConflicts();
        for (Table.Row row : ddi.rows()) {
            DdiRule rule = DdiRule.read(row, ingredients, classes, sources);
            conflicts.add(row, rule);
            index(result.rules, rule);
        }
        for (Table.Row row : ddiOverride.rows()) {
            DdiOverride override = DdiOverride.read(row, ingredients, classes, sources);
            if (!result.hasRuleFor(override.sides())) {
                throw row.bad("is an exception to no rule");
            }
            index(result.overrides, override);
        }
        return result;
    }

    private static <T extends Sided> void index(Map<String, List<T>> index, T value) {
        Sides sides = value.sides();
        for (String term : new LinkedHashSet<>(List.of(sides.a().term(), sides.b().term()))) {
            index.computeIfAbsent(term, key -> new ArrayList<>()).add(value);
        }
    }

    private boolean hasRuleFor(Sides exception) {
        return exception.a().members().stream()
                .anyMatch(x ->
                        exception.b().members().stream()
                                .filter(y -> !x.equals(y))
                                .flatMap(y -> matching(rules, anyRoute(x), anyRoute(y)).stream())
                                .anyMatch(rule ->
                                        rule.sides().ingredients() <= exception.ingredients()));
    }

    private static Use anyRoute(Ingredient ingredient) {
        return new Use(ingredient, RouteGroup.UNKNOWN);
    }

    /// What is known of two different ingredients; nothing for an ingredient and itself.
    Optional<Match> between(Use x, Use y) {
        if (x.ingredient().equals(y.ingredient())) {
            return Optional.empty();
        }
        Collection<DdiRule> found = matching(rules, x, y);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return matching(overrides, x, y).stream()
                .max(Comparator.comparingInt(override -> override.sides().specificity()))
                .map(override -> except(found, override))
                .orElseGet(() -> decide(found).map(Match::of));
    }

    private static Optional<Match> except(Collection<DdiRule> found, DdiOverride override) {
        List<DdiRule> finer =
                found.stream()
                        .filter(rule -> rule.sides().ingredients() > override.sides().ingredients())
                        .toList();
        if (!finer.isEmpty()) {
            return decide(finer).map(Match::of);
        }
        return override.level()
                .flatMap(level ->
                        decide(found)
                                .map(rule ->
                                        new Match(
                                                rule,
                                                level,
                                                rule.provenance().reviewed()
                                                        && override.provenance().reviewed())));
    }

    /// Of each mechanism the most specific rule, of these the gravest.
    private static Optional<DdiRule> decide(Collection<DdiRule> found) {
        Map<String, DdiRule> byMechanism = new HashMap<>();
        found.forEach(rule ->
                byMechanism.merge(
                        rule.mechanism(),
                        rule,
                        (one, other) -> FINEST.compare(one, other) >= 0 ? one : other));
        return byMechanism.values().stream().max(BY_LEVEL);
    }

    private <T extends Sided> Collection<T> matching(Map<String, List<T>> index, Use x, Use y) {
        Set<T> found = new LinkedHashSet<>();
        for (String term : terms(x)) {
            for (T candidate : index.getOrDefault(term, List.of())) {
                if (candidate.sides().match(x, y, classes)) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    private List<String> terms(Use use) {
        List<String> terms = new ArrayList<>();
        terms.add(use.ingredient().id());
        classes.of(use).forEach(drugClass -> terms.add("class:" + drugClass.id()));
        return terms;
    }
}
