package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Refuses a rule that says another level than an equally specific rule for the same two ingredients by the same
/// mechanism: which of them holds would be a matter of chance.
final class RuleConflicts {
    private final Map<String, List<DdiRule>> byPair = new HashMap<>();

    void add(Table.Row row, DdiRule rule) {
        int pairs = 0;
        for (Ingredient x : rule.sides().a().members()) {
            for (Ingredient y : rule.sides().b().members()) {
                if (!x.equals(y)) {
                    pairs++;
                    check(row, rule, x, y);
                }
            }
        }
        if (pairs == 0) {
            throw row.bad("matches no two ingredients");
        }
    }

    private void check(Table.Row row, DdiRule rule, Ingredient x, Ingredient y) {
        String first = x.inn().compareTo(y.inn()) < 0 ? x.inn() : y.inn();
        String second = first.equals(x.inn()) ? y.inn() : x.inn();
        List<DdiRule> known =
                byPair.computeIfAbsent(first + "\t" + second, pair -> new ArrayList<>(2));
        for (DdiRule other : known) {
            if (other != rule
                    && other.level() != rule.level()
                    && other.mechanism().equals(rule.mechanism())
                    && other.sides().specificity() == rule.sides().specificity()
                    && other.sides().routesMeet(rule.sides())) {
                throw row.bad(
                        "is as specific as "
                                + other.id()
                                + " but of another level, for "
                                + first
                                + " and "
                                + second);
            }
        }
        if (!known.contains(rule)) {
            known.add(rule);
        }
    }
}
