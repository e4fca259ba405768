package org.clinicdesk.server.drug;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is usual by weight; one line for an ingredient.
final class UsualDoses {
    private record Rule(
            RouteNeed route,
            Expression when,
            double low,
            double high,
            int timesADay,
            Provenance provenance) {}

    private final Map<String, Rule> byInn = new HashMap<>();

    static UsualDoses read(Table table, Vocabulary words) {
        UsualDoses result = new UsualDoses();
        for (Table.Row row : table.rows()) {
            String inn = words.ingredients().require(row, row.required("ingredient")).inn();
            // Which of two lines holds would be a matter of chance.
            if (result.byInn.put(inn, rule(row, words)) != null) {
                throw row.bad("a second line for " + inn);
            }
        }
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

    /// @param limits says the ceilings
    Optional<UsualDose> of(Situation situation, DoseLimits limits) {
        Use use = situation.a();
        return Optional.ofNullable(byInn.get(use.ingredient().inn()))
                .filter(rule -> rule.route().allows(use))
                .filter(rule -> rule.when().in(situation) == Truth.TRUE)
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
