package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
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
        for (DoseRule rule : holding(situation)) {
            DoseCheck check = new DoseCheck(rule, situation);
            check.worst().ifPresent(excess -> findings.dose(line, use, rule, excess));
            check.unchecked().ifPresent(why -> findings.uncheckedDose(line, use, why));
            if (!check.notSummed().isEmpty()) {
                findings.notSummed(line, use, check.notSummed());
            }
        }
    }

    /// The limits that hold, of those that are counted in mg.
    Optional<DoseRule> inMilligrams(Situation situation) {
        return holding(situation).stream().filter(rule -> rule.unit() == Unit.MG).findFirst();
    }

    private List<DoseRule> holding(Situation situation) {
        Use use = situation.a();
        List<DoseRule> given =
                byInn.getOrDefault(use.ingredient().inn(), List.of()).stream()
                        .filter(rule -> rule.route().allows(use))
                        .toList();
        List<DoseRule> usual = use.specificRoute() == null ? usual(given) : given;
        List<DoseRule> holding =
                usual.stream().filter(rule -> rule.when().in(situation) == Truth.TRUE).toList();
        boolean conditional = holding.stream().anyMatch(DoseRule::conditional);
        List<DoseRule> finer =
                holding.stream().filter(rule -> rule.conditional() == conditional).toList();
        int route = finer.stream().mapToInt(rule -> rule.route().specificity()).max().orElse(0);
        return inTheUnitOf(
                use, finer.stream().filter(rule -> rule.route().specificity() == route).toList());
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
