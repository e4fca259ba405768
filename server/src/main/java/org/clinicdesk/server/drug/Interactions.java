package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The interaction rules, and which of them holds for two ingredients.
final class Interactions {
    /// What holds: the rule, at the level that its context or an exception may have changed.
    ///
    /// @param unknown what would raise the level if it were known to be so
    record Match(DdiRule rule, Level level, boolean reviewed, Set<String> unknown) {}

    private static final Comparator<DdiRule> BY_LEVEL =
            Comparator.comparing(DdiRule::level)
                    .thenComparing(DdiRule::id, Comparator.reverseOrder());
    private static final Comparator<DdiRule> FINEST =
            Comparator.<DdiRule>comparingInt(rule -> rule.sides().specificity())
                    .thenComparing(BY_LEVEL);
    private static final Comparator<Match> GRAVEST =
            Comparator.comparing(Match::level)
                    .thenComparing(match -> match.rule().id(), Comparator.reverseOrder());

    private final Classes classes;

    /// By the term of either side, then by that of the other.
    private final Map<String, Map<String, List<DdiRule>>> rules = new HashMap<>();

    private final Map<String, Map<String, List<DdiOverride>>> overrides = new HashMap<>();

    private Interactions(Classes classes) {
        this.classes = classes;
    }

    /// @param strict refuse rules that contradict each other and exceptions to nothing
    static Interactions read(Tables tables, Vocabulary words, boolean strict) {
        Interactions result = new Interactions(words.classes());
        RuleConflicts conflicts = new RuleConflicts();
        for (Table.Row row : tables.of("ddi.tsv").rows()) {
            DdiRule rule = DdiRule.read(row, words);
            if (strict) {
                conflicts.add(row, rule);
            }
            index(result.rules, rule);
        }
        for (Table.Row row : tables.of("ddi_override.tsv").rows()) {
            DdiOverride override =
                    DdiOverride.read(row, words.ingredients(), words.classes(), words.sources());
            if (strict && !result.hasRuleFor(override.sides())) {
                throw row.bad("is an exception to no rule");
            }
            index(result.overrides, override);
        }
        return result;
    }

    private static <T extends Sided> void index(Map<String, Map<String, List<T>>> index, T value) {
        String a = value.sides().a().term();
        String b = value.sides().b().term();
        index(index, a, b, value);
        if (!a.equals(b)) {
            index(index, b, a, value);
        }
    }

    private static <T> void index(
            Map<String, Map<String, List<T>>> index, String a, String b, T value) {
        index.computeIfAbsent(a, term -> new LinkedHashMap<>())
                .computeIfAbsent(b, term -> new ArrayList<>())
                .add(value);
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

    private Use anyRoute(Ingredient ingredient) {
        return new Use(classes, ingredient, RouteGroup.UNKNOWN);
    }

    /// What is known of two different ingredients; nothing for an ingredient and itself.
    Optional<Match> between(Situation situation) {
        Use x = situation.a();
        Use y = situation.b();
        if (x.ingredient().equals(y.ingredient())) {
            return Optional.empty();
        }
        Collection<DdiRule> found = matching(rules, x, y);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return matching(overrides, x, y).stream()
                .max(Comparator.comparingInt(override -> override.sides().specificity()))
                .map(override -> except(found, override, situation))
                .orElseGet(() -> decide(found, situation));
    }

    private Optional<Match> except(
            Collection<DdiRule> found, DdiOverride override, Situation situation) {
        List<DdiRule> finer =
                found.stream()
                        .filter(rule -> rule.sides().ingredients() > override.sides().ingredients())
                        .toList();
        if (!finer.isEmpty()) {
            return decide(finer, situation);
        }
        return override.level()
                .flatMap(level ->
                        found.stream().max(BY_LEVEL).map(rule -> excepted(rule, level, override)));
    }

    private static Match excepted(DdiRule rule, Level level, DdiOverride override) {
        boolean reviewed = rule.provenance().reviewed() && override.provenance().reviewed();
        return new Match(rule, level, reviewed, Set.of());
    }

    /// Of each mechanism the most specific rule, of these the gravest in this situation.
    private Optional<Match> decide(Collection<DdiRule> found, Situation situation) {
        Map<String, DdiRule> byMechanism = new HashMap<>();
        found.forEach(rule ->
                byMechanism.merge(
                        rule.mechanism(),
                        rule,
                        (one, other) -> FINEST.compare(one, other) >= 0 ? one : other));
        return byMechanism.values().stream()
                .flatMap(rule -> match(rule, situation).stream())
                .max(GRAVEST);
    }

    private Optional<Match> match(DdiRule rule, Situation situation) {
        Context.Judged judged = rule.judge(situation);
        return judged.level()
                .map(level ->
                        new Match(rule, level, rule.provenance().reviewed(), judged.unknown()));
    }

    private static <T extends Sided> Collection<T> matching(
            Map<String, Map<String, List<T>>> index, Use x, Use y) {
        List<T> found = new ArrayList<>();
        for (String term : x.terms()) {
            Map<String, List<T>> partners = index.get(term);
            if (partners != null) {
                addPartners(found, partners, x, y);
            }
        }
        return found;
    }

    private static <T extends Sided> void addPartners(
            List<T> found, Map<String, List<T>> partners, Use x, Use y) {
        for (String term : y.terms()) {
            List<T> candidates = partners.get(term);
            if (candidates != null) {
                addMatching(found, candidates, x, y);
            }
        }
    }

    private static <T extends Sided> void addMatching(
            List<T> found, List<T> candidates, Use x, Use y) {
        for (T candidate : candidates) {
            if (!has(found, candidate) && candidate.sides().match(x, y)) {
                found.add(candidate);
            }
        }
    }

    /// The very same, not an equal one.
    private static <T> boolean has(List<T> found, T candidate) {
        for (T other : found) {
            if (other == candidate) {
                return true;
            }
        }
        return false;
    }
}
