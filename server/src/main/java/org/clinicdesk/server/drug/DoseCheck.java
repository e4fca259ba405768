package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// One rule of doses against one order.
final class DoseCheck {
    /// What is exceeded, in words, and how grave that is.
    record Excess(String words, Level level) {}

    /// A tablet that is a hair above a limit by weight is not above it.
    private static final double TOLERANCE = 1.001;

    private static final double WEEKLY = 1.0 / 7;

    private final DoseRule rule;
    private final Situation situation;
    private final Use use;
    private final @Nullable Double single;

    DoseCheck(DoseRule rule, Situation situation) {
        this.rule = rule;
        this.situation = situation;
        this.use = situation.a();
        this.single = inUnit(use.single());
    }

    private @Nullable Double inUnit(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.in(rule.unit()).orElse(null);
    }

    /// The gravest of all that is exceeded.
    Optional<Excess> worst() {
        return Stream.of(tooOftenForWeekly(), tooMuchAtATime(), tooMuchADay(), tooSoon(), tooLong())
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Excess::level));
    }

    private Optional<Excess> tooOftenForWeekly() {
        Double times = use.dosing().dosesADay();
        boolean often =
                rule.weekly()
                        && times != null
                        && !use.dosing().once()
                        && times > WEEKLY * TOLERANCE;
        return often
                ? Optional.of(
                        new Excess("Ordered more often than once a week", Level.CONTRAINDICATED))
                : Optional.empty();
    }

    private Optional<Excess> tooMuchAtATime() {
        return above(single, rule.highestSingle(situation.person().weight()), " at a time");
    }

    private Optional<Excess> tooMuchADay() {
        return above(daily(), rule.highestDaily(situation.person().weight()), " a day");
    }

    /// With what the same ingredient in other medicines adds; a renewal takes the place of what is taken.
    private @Nullable Double daily() {
        Double own = inUnit(use.daily());
        Double total = own == null ? single : own;
        if (total == null || use.dosing().renewal()) {
            return total;
        }
        for (Use other : situation.all()) {
            boolean same = other != use && other.ingredient().equals(use.ingredient());
            Double more = same && rule.route().allows(other) ? inUnit(other.daily()) : null;
            total += more == null ? 0 : more;
        }
        return total;
    }

    private Optional<Excess> above(@Nullable Double value, @Nullable Double limit, String when) {
        if (value == null || limit == null || value <= limit * TOLERANCE) {
            return Optional.empty();
        }
        boolean hard = value > limit * rule.hardRatio() * TOLERANCE;
        return Optional.of(
                new Excess(
                        figure(value)
                                + " "
                                + rule.unit().id()
                                + when
                                + ", at most "
                                + figure(limit),
                        hard ? Level.CONTRAINDICATED : rule.level()));
    }

    private Optional<Excess> tooSoon() {
        Double least = rule.intervalHours();
        Double times = use.dosing().timesADay();
        Double every = use.dosing().everyHours();
        Double interval = every != null ? every : times == null ? null : Double.valueOf(24 / times);
        if (least == null
                || interval == null
                || use.dosing().once()
                || interval * TOLERANCE >= least) {
            return Optional.empty();
        }
        String words =
                "Every " + figure(interval) + " hours, at the soonest every " + figure(least);
        return Optional.of(new Excess(words, rule.level()));
    }

    private Optional<Excess> tooLong() {
        Double most = rule.durationDays();
        Integer days = use.dosing().days();
        return most != null && days != null && days > most
                ? Optional.of(new Excess(days + " days, at most " + figure(most), rule.level()))
                : Optional.empty();
    }

    /// Why the limits of the rule could not be compared with the order, if so.
    Optional<String> unchecked() {
        if (use.dosing().amounts().isEmpty()) {
            return Optional.empty();
        }
        if (rule.limitsAmounts() && single == null) {
            return Optional.of("the amount cannot be counted in " + rule.unit().id());
        }
        boolean weightless = rule.perKilogram() && situation.person().weight() == null;
        if (weightless && DoseLimits.child(situation.person().age())) {
            return Optional.of("no weight is known, and the limit goes by weight");
        }
        boolean howOften = use.dosing().dosesADay() == null && !use.dosing().once();
        return rule.weekly() && howOften
                ? Optional.of("how often is not said, of a medicine for once a week")
                : Optional.empty();
    }

    private static String figure(double value) {
        return new BigDecimal(value, new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
