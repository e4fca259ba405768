package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a dose is too high, too often or for too long.
///
/// Of the rules for an ingredient those with a true condition hold before those without one, of these the ones for
/// this very route before those for any. What a person takes of an ingredient in several medicines adds up; what cannot be added is said.
final class DoseLimits {
    private static final double CHILD = 12;
    private static final double ADULT = 18;
    private static final double NEWBORN_DAYS = 29;

    private final Map<String, List<DoseRule>> byInn = new HashMap<>();

    static DoseLimits read(Table table, Vocabulary words) {
        DoseLimits result = new DoseLimits();
        for (Table.Row row : table.rows()) {
            DoseRule rule = DoseRule.read(row, words);
            result.byInn.computeIfAbsent(rule.inn(), inn -> new ArrayList<>()).add(rule);
        }
        return result;
    }

    void check(Findings findings, int line, Situation situation) {
        Use use = situation.a();
        if (unlimited(use)) {
            findings.add(Unchecked.dose(line, use, Sentence.NO_LIMIT.of()));
        }
        for (DoseRule rule : holding(situation)) {
            DoseCheck check = new DoseCheck(rule, situation);
            tell(findings, line, situation, rule, check);
            check.unchecked().ifPresent(why -> findings.add(Unchecked.dose(line, use, why)));
            if (!check.notSummed().isEmpty()) {
                findings.add(Unchecked.sum(line, use, check.notSummed()));
            }
        }
        if (situation.person().lightAdolescent()) {
            checkByWeight(findings, line, situation);
        }
    }

    private void tell(
            Findings findings, int line, Situation situation, DoseRule rule, DoseCheck check) {
        check.worst()
                .map(excess -> excess.atLeast(gravest(adult(rule, situation), situation)))
                .ifPresent(excess ->
                        findings.add(problem(line, situation.a(), rule, excess, check.ordered())));
    }

    /// The limits by weight go on after childhood while the body is as light as a child's.
    private void checkByWeight(Findings findings, int line, Situation situation) {
        Situation child = situation.of(situation.person().asChild());
        holding(child).stream()
                .filter(DoseRule::perKilogram)
                .map(DoseRule::ofLightAdolescent)
                .forEach(rule -> tell(findings, line, child, rule, new DoseCheck(rule, child)));
    }

    /// Whether nothing is known of how much is too much of what is swallowed or injected.
    private boolean unlimited(Use use) {
        return !use.dosing().amounts().isEmpty()
                && use.route().compatible(RouteGroup.SYSTEMIC)
                && given(use).isEmpty();
    }

    /// @param amount what was ordered
    private static Problem problem(
            int line, Use ordered, DoseRule rule, DoseCheck.Excess excess, String amount) {
        Phrase others = Phrase.list(excess.others().stream().map(Phrase::text));
        return new Problem(
                        FindingKind.DOSE,
                        rule.id(),
                        excess.level(),
                        line,
                        ordered.ingredient().inn(),
                        rule.provenance())
                .of(ordered)
                .with(others)
                .says(
                        rule.effect().isEmpty()
                                ? Sentence.STOP.of(excess.words())
                                : Sentence.STOP_AND.of(excess.words(), Phrase.text(rule.effect())),
                        Phrase.text(rule.management()))
                .beyond(excess.ratio(), Finding.AMOUNT + amount);
    }

    /// The limits that hold, of those that are counted in mg.
    Optional<DoseRule> inMilligrams(Situation situation) {
        return holding(situation).stream().filter(rule -> rule.unit() == Unit.MG).findFirst();
    }

    private List<DoseRule> holding(Situation situation) {
        List<DoseRule> holding =
                inTheUnitOf(
                        situation.a(),
                        given(situation.a()).stream()
                                .filter(rule -> rule.when().in(situation) == Truth.TRUE)
                                .toList());
        boolean conditional = holding.stream().anyMatch(DoseRule::conditional);
        return ofThisRoute(
                holding.stream().filter(rule -> rule.conditional() == conditional).toList(),
                situation.a());
    }

    private List<DoseRule> given(Use use) {
        List<DoseRule> given =
                byInn.getOrDefault(use.ingredient().inn(), List.of()).stream()
                        .filter(rule -> rule.route().allows(use))
                        .toList();
        return use.specificRoute() == null ? counted(use, usual(given)) : given;
    }

    private static List<DoseRule> ofThisRoute(List<DoseRule> rules, Use use) {
        int route = rules.stream().mapToInt(rule -> rule.route().specificity()).max().orElse(0);
        return inTheUnitOf(
                use, rules.stream().filter(rule -> rule.route().specificity() == route).toList());
    }

    /// Whether a child gets by mouth or as a whole what is limited for adults alone. From 12 years on, some 40 kg, most labels
    /// give the dose of adults; what is dropped, breathed or spread hardly goes by the body.
    boolean ofAdultsOnly(Situation situation) {
        Use use = situation.a();
        List<DoseRule> holding = holding(situation);
        return child(situation.person().age())
                && !use.dosing().amounts().isEmpty()
                && use.route().compatible(RouteGroup.SYSTEMIC)
                && holding.stream()
                        .anyMatch(rule ->
                                rule.limitsAmounts()
                                        && rule.route().group().compatible(RouteGroup.SYSTEMIC))
                && holding.stream().noneMatch(DoseRule::goesByBody);
    }

    /// Whether a newborn gets what is limited for older children alone.
    boolean ofOlderOnly(Situation situation) {
        Range days = situation.person().ageDays();
        List<DoseRule> holding = holding(situation);
        return days != null
                && days.less(NEWBORN_DAYS) == Truth.TRUE
                && !situation.a().dosing().amounts().isEmpty()
                && situation.a().route().compatible(RouteGroup.SYSTEMIC)
                && holding.stream().anyMatch(rule -> rule.limitsAmounts() && rule.goesByBody())
                && holding.stream().noneMatch(DoseRule::goesByDays);
    }

    /// Whether there are limits for some ages, and nobody knows this one.
    boolean waitsForAge(Situation situation) {
        return !situation.a().dosing().amounts().isEmpty()
                && given(situation.a()).stream()
                        .anyMatch(rule -> rule.when().waitsFor(Sentence.AGE.english(), situation));
    }

    /// What holds for an adult, where a rule is of a child or of old age: what is too much for any adult is no lesser matter
    /// in them.
    private List<DoseRule> adult(DoseRule rule, Situation situation) {
        Range age = situation.person().age();
        boolean young = age != null && age.less(ADULT) == Truth.TRUE;
        return rule.conditional() && (young || rule.goesByAge())
                ? ofThisRoute(
                        given(situation.a()).stream().filter(it -> !it.conditional()).toList(),
                        situation.a())
                : List.of();
    }

    private static Level gravest(List<DoseRule> rules, Situation situation) {
        return rules.stream()
                .flatMap(rule -> new DoseCheck(rule.absolute(), situation).worst().stream())
                .map(DoseCheck.Excess::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.MINOR);
    }

    /// An order in units is measured by the limit in units, not by the one in mg, where there are both.
    private static List<DoseRule> inTheUnitOf(Use use, List<DoseRule> rules) {
        Quantity single = use.single();
        List<DoseRule> counting =
                rules.stream()
                        .filter(rule -> single != null && single.in(rule.unit()).isPresent())
                        .toList();
        return counting.isEmpty() ? rules : counting;
    }

    /// Of an order without a route the unit tells it, where each route has its own: "0.2 mg" is no nasal spray counted in
    /// micrograms.
    private static List<DoseRule> counted(Use use, List<DoseRule> rules) {
        Quantity single = use.single();
        boolean several = rules.stream().map(rule -> rule.route().group()).distinct().count() > 1;
        if (single == null
                || !several
                || rules.stream().noneMatch(rule -> rule.unit() == single.unit())) {
            return rules;
        }
        return rules.stream()
                .filter(rule ->
                        rule.unit() == single.unit() || rule.route().group() == RouteGroup.UNKNOWN)
                .toList();
    }

    /// Of an order without a route: by mouth, where that is possible.
    private static List<DoseRule> usual(List<DoseRule> rules) {
        List<DoseRule> oral =
                rules.stream()
                        .filter(rule ->
                                rule.route().specific() == null
                                        || rule.route().specific() == Route.ORAL)
                        .toList();
        return oral.isEmpty() ? rules : oral;
    }

    static boolean child(@Nullable Range age) {
        return age != null && age.less(CHILD) == Truth.TRUE;
    }
}
