package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a medicine is right for this person: pregnancy, age, kidneys, conditions, results, route.
///
/// Of the rules that are true and ask the same question the most specific holds, of these the gravest.
final class Contraindications {
    private static final double OLD = 65;
    private static final Comparator<ContraRule> FINEST =
            Comparator.<ContraRule>comparingInt(rule -> rule.target().specificity())
                    .thenComparing(ContraRule::level)
                    .thenComparing(ContraRule::id, Comparator.reverseOrder())
                    .reversed();

    private final Map<String, List<ContraRule>> byTarget = new HashMap<>();
    private final Labs labs;

    private Contraindications(Labs labs) {
        this.labs = labs;
    }

    static Contraindications read(Table table, Vocabulary words) {
        Contraindications result = new Contraindications(words.labs());
        for (Table.Row row : table.rows()) {
            ContraRule rule = ContraRule.read(row, words);
            result.byTarget
                    .computeIfAbsent(rule.target().term(), term -> new ArrayList<>())
                    .add(rule);
        }
        return result;
    }

    void check(Findings findings, int line, Situation situation) {
        List<ContraRule> concerned = concerned(situation.a());
        List<ContraRule> holding = new ArrayList<>();
        for (ContraRule rule : concerned) {
            if (rule.when().in(situation) == Truth.TRUE
                    && holding.stream().noneMatch(rule::sameQuestion)) {
                holding.add(rule);
            }
        }
        holding.forEach(rule ->
                findings.add(
                        problem(
                                line,
                                situation.a(),
                                rule,
                                rule.results(situation.person(), labs))));
        unread(concerned, situation.person())
                .forEach(result ->
                        findings.add(
                                Unchecked.result(
                                        line,
                                        situation.a(),
                                        labs.byId(result.lab()).orElseThrow(),
                                        result)));
        if (kidneysUnknown(concerned, holding, situation)) {
            findings.add(Unchecked.kidneys(line, situation.a()));
        }
        for (ContraRule.Fact fact : ContraRule.Fact.values()) {
            if (concerned.stream().anyMatch(rule -> rule.waitsFor(fact, situation))
                    && holding.stream().noneMatch(rule -> rule.asks(fact))) {
                findings.add(Unchecked.fact(line, situation.a(), fact));
            }
        }
    }

    /// Results the rules ask for and nobody can read.
    private static Set<UnreadResult> unread(List<ContraRule> concerned, Person person) {
        return concerned.stream()
                .flatMap(ContraRule::tests)
                .flatMap(test -> person.unread(test).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Whether it is said already that a person of this age should not have it.
    boolean avoidAtThisAge(Situation situation) {
        return concerned(situation.a()).stream()
                .filter(rule -> rule.kind() == ContraRule.Kind.AGE)
                .filter(rule -> rule.level().compareTo(Level.MAJOR) >= 0)
                .anyMatch(rule -> rule.when().in(situation) == Truth.TRUE);
    }

    boolean waitsForAge(Situation situation) {
        return concerned(situation.a()).stream().anyMatch(rule -> rule.waitsForAge(situation));
    }

    /// @param results that the rule judged by
    private static Problem problem(int line, Use ordered, ContraRule rule, List<Phrase> results) {
        ContraRule.Kind kind = rule.kind();
        String question = kind.manyQuestions() ? "/" + String.join("+", rule.asks()) : "";
        String about =
                ordered.ingredient().inn()
                        + "/"
                        + Findings.clip(kind.id() + question, Findings.MAX_NAME / 2);
        return new Problem(
                        FindingKind.CONTRAINDICATION,
                        rule.id(),
                        rule.level(),
                        line,
                        about,
                        rule.provenance())
                .of(ordered)
                .says(
                        Phrase.and(
                                Stream.concat(
                                        Stream.of(Phrase.text(rule.effect())), results.stream())),
                        Phrase.text(rule.management()))
                .by(kind.id());
    }

    /// The most specific first.
    private List<ContraRule> concerned(Use use) {
        List<ContraRule> found = new ArrayList<>();
        for (String term : use.terms()) {
            for (ContraRule rule : byTarget.getOrDefault(term, List.of())) {
                if (rule.concerns(use)) {
                    found.add(rule);
                }
            }
        }
        return found.stream().sorted(FINEST).toList();
    }

    /// A grave rule about the kidneys of an old person of whom no creatinine is known.
    private static boolean kidneysUnknown(
            List<ContraRule> concerned, List<ContraRule> holding, Situation situation) {
        Range age = situation.person().age();
        return age != null
                && age.less(OLD) == Truth.FALSE
                && situation.person().egfr() == null
                && situation.person().unread(Expressions.EGFR.toLowerCase(Locale.ROOT)).isEmpty()
                && holding.stream().noneMatch(rule -> rule.kind() == ContraRule.Kind.RENAL)
                && concerned.stream().anyMatch(rule -> waitsForKidneys(rule, situation));
    }

    private static boolean waitsForKidneys(ContraRule rule, Situation situation) {
        Set<String> unknown = new TreeSet<>();
        rule.when().addUnknown(situation, unknown);
        return rule.kind() == ContraRule.Kind.RENAL
                && rule.level().compareTo(Level.MAJOR) >= 0
                && unknown.contains(Expressions.EGFR);
    }
}
