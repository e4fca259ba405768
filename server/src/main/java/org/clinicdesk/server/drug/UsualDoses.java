package org.clinicdesk.server.drug;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is usual by weight; one line for an ingredient, a route and a condition.
final class UsualDoses {
    private record Rule(
            RouteNeed route,
            Expression when,
            double low,
            double high,
            int timesADay,
            Provenance provenance) {}

    private final Map<String, Map<String, Rule>> byInn = new HashMap<>();

    static UsualDoses read(Table table, Vocabulary words) {
        UsualDoses result = new UsualDoses();
        for (Table.Row row : table.rows()) {
            String inn = words.ingredients().require(row, row.required("ingredient")).inn();
            result.byInn
                    .computeIfAbsent(inn, it -> new HashMap<>())
                    .put(row.required("rule_id"), rule(row, words));
        }
        result.byInn.forEach(result::refuseTwo);
        return result;
    }

    private static Rule rule(Table.Row row, Vocabulary words) {
        double low = row.number("per_kg_low", row.required("per_kg_low"));
        double high = row.number("per_kg_high", row.required("per_kg_high"));
        double times = row.number("times_a_day", row.required("times_a_day"));
        if (low <= 0 || high < low) {
            throw row.bad("from " + low + " to " + high + " is no range");
        }
        if (times < 1 || times != Math.rint(times)) {
            throw row.bad("times_a_day is no whole number from 1");
        }
        return new Rule(
                RouteNeed.read(row),
                words.when(row),
                low,
                high,
                (int) times,
                words.provenance(row));
    }

    /// Which of two lines holds would be a matter of chance; they are not yet told apart.
    private void refuseTwo(String inn, Map<String, Rule> rules) {
        if (rules.size() > 1) {
            throw new BadKnowledge("usual.tsv", 0, "two lines for " + inn);
        }
    }

    /// @param limits says the ceilings
    Optional<UsualDose> of(Situation situation, DoseLimits limits) {
        Use use = situation.a();
        return byInn.getOrDefault(use.ingredient().inn(), Map.of()).values().stream()
                .filter(rule -> rule.route().allows(use))
                .filter(rule -> rule.when().in(situation) == Truth.TRUE)
                .findFirst()
                .map(rule -> {
                    Optional<DoseRule> limit = limits.inMilligrams(situation);
                    return new UsualDose(
                            rule.low(),
                            rule.high(),
                            rule.timesADay(),
                            limit.map(DoseRule::singleMax).orElse(null),
                            limit.map(DoseRule::dailyMax).orElse(null),
                            rule.provenance().source(),
                            rule.provenance().reviewed());
                });
    }
}
