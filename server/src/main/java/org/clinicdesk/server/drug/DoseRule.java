package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/// The highest doses of an ingredient in a situation; null is no limit.
///
/// @param unit of all amounts
/// @param weekly it is a medicine for once a week
/// @param hardRatio beyond so many times a limit it is contraindicated
record DoseRule(
        String id,
        String inn,
        RouteNeed route,
        Expression when,
        Unit unit,
        @Nullable Double singleMax,
        @Nullable Double dailyMax,
        @Nullable Double perKgSingle,
        @Nullable Double perKgDaily,
        @Nullable Double intervalHours,
        @Nullable Double durationDays,
        boolean weekly,
        double hardRatio,
        Level level,
        String effect,
        String management,
        Provenance provenance) {
    private static final Set<String> AGE = Set.of("age", "age_days");
    private static final Set<String> BODY = Set.of("age", "age_days", "weight");
    private static final Set<String> DAYS = Set.of("age_days");
    private static final double LEAST_HALF = 1.5;
    private static final double MORE = 1.25;

    static DoseRule read(Table.Row row, Vocabulary words) {
        String unit = row.required("unit");
        String weekly = row.get("weekly");
        if (!weekly.isEmpty() && !weekly.equals("yes")) {
            throw row.bad("weekly is neither empty nor yes");
        }
        DoseRule rule =
                new DoseRule(
                        row.required("rule_id"),
                        words.ingredients().require(row, row.required("ingredient")).inn(),
                        RouteNeed.read(row),
                        words.when(row),
                        Unit.named(unit)
                                .filter(known -> known.id().equals(unit))
                                .orElseThrow(() -> row.bad("unknown unit '" + unit + "'")),
                        row.number("single_max").orElse(null),
                        row.number("daily_max").orElse(null),
                        row.number("per_kg_single").orElse(null),
                        row.number("per_kg_daily").orElse(null),
                        row.number("interval_min_h").orElse(null),
                        row.number("duration_max_d").orElse(null),
                        !weekly.isEmpty(),
                        row.number("hard_ratio").orElse(Double.MAX_VALUE),
                        row.choice("level", Level.class),
                        row.required("effect"),
                        row.required("management"),
                        words.provenance(row));
        if (!rule.limits()) {
            throw row.bad("limits nothing");
        }
        return rule;
    }

    private boolean limits() {
        return limitsAmounts() || intervalHours != null || durationDays != null || weekly;
    }

    boolean limitsAmounts() {
        return singleMax != null || dailyMax != null || perKilogram();
    }

    boolean perKilogram() {
        return perKgSingle != null || perKgDaily != null;
    }

    /// Whether it is said for some ages or weights, or counts by weight.
    boolean goesByBody() {
        return perKilogram() || asksForAny(BODY);
    }

    boolean goesByAge() {
        return asksForAny(AGE);
    }

    /// Whether it is said for some days of life.
    boolean goesByDays() {
        return asksForAny(DAYS);
    }

    private boolean asksForAny(Set<String> questions) {
        Set<String> asked = new HashSet<>();
        when.addAsked(asked);
        return asked.stream().anyMatch(questions::contains);
    }

    /// Half way to what is contraindicated, where that is a way.
    double halfRatio() {
        return Math.max(LEAST_HALF, (1 + hardRatio) / 2);
    }

    /// The same without the limits by weight.
    DoseRule absolute() {
        return new DoseRule(
                id,
                inn,
                route,
                when,
                unit,
                singleMax,
                dailyMax,
                null,
                null,
                intervalHours,
                durationDays,
                weekly,
                hardRatio,
                level,
                effect,
                management,
                provenance);
    }

    /// The limits by weight alone, as they go on after childhood: labels give the dose of adults from 12 years on.
    DoseRule ofLightAdolescent() {
        return new DoseRule(
                id,
                inn,
                route,
                when,
                unit,
                null,
                null,
                more(perKgSingle),
                more(perKgDaily),
                null,
                null,
                false,
                hardRatio,
                level,
                effect,
                management,
                provenance);
    }

    private static @Nullable Double more(@Nullable Double limit) {
        return limit == null ? null : Double.valueOf(limit * MORE);
    }

    boolean conditional() {
        return when != Expression.ALWAYS;
    }

    /// The highest single dose: by the weight, and never above the absolute one.
    @Nullable Double highestSingle(@Nullable Range weight) {
        return highest(singleMax, perKgSingle, weight);
    }

    @Nullable Double highestDaily(@Nullable Range weight) {
        return highest(dailyMax, perKgDaily, weight);
    }

    private static @Nullable Double highest(
            @Nullable Double absolute, @Nullable Double perKg, @Nullable Range weight) {
        if (perKg == null || weight == null) {
            return absolute;
        }
        double byWeight = perKg * weight.max();
        return absolute == null
                ? Double.valueOf(byWeight)
                : Double.valueOf(Math.min(absolute, byWeight));
    }
}
