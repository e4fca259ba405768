package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// One rule of doses against one order.
final class DoseCheck {
    /// What is exceeded, in words, and how grave that is.
    ///
    /// @param ratio how far beyond the limit, 2 for twice as much
    /// @param others the medicines that it is exceeded together with; mostly none
    record Excess(Phrase words, Level level, double ratio, List<String> others) {
        private Excess(Phrase words, Level level, double ratio) {
            this(words, level, ratio, List.of());
        }

        /// The same, at least as grave.
        Excess atLeast(Level other) {
            return other.compareTo(level) > 0 ? new Excess(words, other, ratio, others) : this;
        }
    }

    /// The same ingredient in another medicine. @param daily in the unit of the rule; null when it is not known
    private record More(String medicine, @Nullable Double daily) {}

    /// A tablet that is a hair above a limit by weight is not above it.
    private static final double TOLERANCE = 1.001;

    /// Nor is what a spoon or a syringe cannot measure any finer: 216 mg for 210 mg, which is 15 mg/kg.
    private static final double MEASURED = 1.05;

    private static final double WEEKLY = 1.0 / 7;

    private final DoseRule rule;
    private final Situation situation;
    private final Use use;
    private final @Nullable Double single;
    private final List<More> others;

    DoseCheck(DoseRule rule, Situation situation) {
        this.rule = rule;
        this.situation = situation;
        this.use = situation.a();
        this.single = inUnit(use.single());
        this.others = others();
    }

    private @Nullable Double inUnit(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.in(rule.unit()).orElse(null);
    }

    /// What was ordered, as far as it is known: whoever answers a finding answers for this much and no more.
    String ordered() {
        return figure(single)
                + "x"
                + figure(use.dosing().dosesADay())
                + "="
                + figure(total())
                + (tooLong().isPresent() ? "," + use.dosing().days() + "d" : "");
    }

    /// The gravest of all that is exceeded.
    Optional<Excess> worst() {
        return Stream.of(tooOftenForWeekly(), tooMuchAtATime(), tooMuchADay(), tooSoon(), tooLong())
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Excess::level).thenComparingDouble(Excess::ratio));
    }

    private Optional<Excess> tooOftenForWeekly() {
        Double times = use.dosing().dosesADay();
        if (times == null || !rule.weekly() || use.dosing().once() || times <= WEEKLY * TOLERANCE) {
            return Optional.empty();
        }
        return Optional.of(
                new Excess(Sentence.MORE_THAN_WEEKLY.of(), Level.CONTRAINDICATED, times / WEEKLY));
    }

    private Optional<Excess> tooMuchAtATime() {
        return above(single, highestSingle(), rule.singleMax(), Sentence.TOO_MUCH_AT_A_TIME)
                .map(excess -> unweighed(excess, rule.singleMax(), highestSingle()));
    }

    /// With what the same ingredient in other medicines adds.
    private Optional<Excess> tooMuchADay() {
        Double limit = highestDaily();
        Double own = own();
        if (own == null || limit == null) {
            return Optional.empty();
        }
        List<More> known = others.stream().filter(other -> other.daily() != null).toList();
        return above(total(), limit, rule.dailyMax(), Sentence.TOO_MUCH_A_DAY)
                .map(excess -> unweighed(excess, rule.dailyMax(), limit))
                .map(excess ->
                        known.isEmpty() || own > limit * TOLERANCE
                                ? excess
                                : together(excess, own, known));
    }

    /// Of a day, with what is known of the others; null when its own is not known.
    private @Nullable Double total() {
        Double total = own();
        for (More other : others) {
            if (total != null && other.daily() != null) {
                total += other.daily();
            }
        }
        return total;
    }

    private @Nullable Double highestSingle() {
        return rule.highestSingle(situation.person().weight());
    }

    private @Nullable Double highestDaily() {
        return rule.highestDaily(situation.person().weight());
    }

    /// Too much even for the heaviest child of this age interrupts.
    private Excess unweighed(Excess excess, @Nullable Double absolute, @Nullable Double limit) {
        Range weight = situation.person().weight();
        if (situation.person().weighed() || weight == null || Objects.equals(absolute, limit)) {
            return excess;
        }
        Phrase words = Sentence.FOR_THE_HEAVIEST.of(excess.words(), number(weight.max()));
        return new Excess(words, excess.level(), excess.ratio()).atLeast(Level.MAJOR);
    }

    private Excess together(Excess excess, double own, List<More> known) {
        Phrase parts =
                Stream.concat(Stream.of(new More(use.source().text(), own)), known.stream())
                        .map(part ->
                                Sentence.AND.of(Phrase.text(part.medicine()), figure(part.daily())))
                        .reduce(Sentence.PLUS::of)
                        .orElse(Phrase.NOTHING);
        return new Excess(
                Sentence.TOGETHER.of(excess.words(), parts),
                excess.level(),
                excess.ratio(),
                known.stream().map(More::medicine).distinct().toList());
    }

    private @Nullable Double own() {
        Double own = inUnit(use.daily());
        return own == null ? single : own;
    }

    /// What a person takes of the same ingredient in other medicines; a renewal takes the place of what holds the same.
    private List<More> others() {
        List<More> found = new ArrayList<>();
        for (Use other : situation.all()) {
            boolean more =
                    other != use
                            && other.ingredient().equals(use.ingredient())
                            && rule.route().allows(other)
                            && !(use.dosing().renewal() && use.source().same(other.source()));
            if (more) {
                found.add(new More(other.source().text(), inUnit(other.daily())));
            }
        }
        return found;
    }

    /// @param absolute the limit whatever the weight; null when there is none
    private Optional<Excess> above(
            @Nullable Double value,
            @Nullable Double limit,
            @Nullable Double absolute,
            Sentence words) {
        double tolerance = Objects.equals(limit, absolute) ? TOLERANCE : MEASURED;
        if (value == null || limit == null || value <= limit * tolerance) {
            return Optional.empty();
        }
        Phrase said = words.of(number(value), Phrase.text(rule.unit().id()), number(limit));
        double ratio = value / limit;
        if (ratio > rule.hardRatio() * TOLERANCE) {
            return Optional.of(new Excess(said, Level.CONTRAINDICATED, ratio));
        }
        Excess excess = new Excess(said, rule.level(), ratio);
        boolean far = ratio > rule.halfRatio() * TOLERANCE;
        return Optional.of(far && ofSmallChild() ? excess.atLeast(Level.MAJOR) : excess);
    }

    /// A child bears less of an overdose than an adult.
    private boolean ofSmallChild() {
        return rule.goesByBody() && DoseLimits.child(situation.person().age());
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
        Phrase words = Sentence.TOO_SOON.of(number(interval), number(least));
        Level level = every == null && asNeededWithinTheDay() ? Level.MINOR : rule.level();
        return Optional.of(new Excess(words, level, least / interval));
    }

    /// "500 mg as needed, at most 4 g a day" are not eight doses at even intervals: where the day's limit is kept, how often is
    /// no more than worth knowing.
    private boolean asNeededWithinTheDay() {
        Double total = total();
        Double limit = highestDaily();
        return use.dosing().asNeeded()
                && total != null
                && limit != null
                && total <= limit * TOLERANCE;
    }

    private Optional<Excess> tooLong() {
        Double most = rule.durationDays();
        Integer days = use.dosing().days();
        return most != null && days != null && days > most
                ? Optional.of(
                        new Excess(
                                Sentence.TOO_LONG.of(days, number(most)),
                                rule.level(),
                                days / most))
                : Optional.empty();
    }

    /// Why the limits of the rule could not be compared with the order, if so.
    Optional<Phrase> unchecked() {
        if (use.dosing().amounts().isEmpty()) {
            return Optional.empty();
        }
        if (rule.limitsAmounts() && single == null) {
            return Optional.of(Sentence.NOT_COUNTED_IN.of(Phrase.text(rule.unit().id())));
        }
        boolean weightless = rule.perKilogram() && !situation.person().weighed();
        if (weightless && DoseLimits.child(situation.person().age())) {
            Double impossible = situation.person().impossibleWeight();
            return Optional.of(
                    impossible == null
                            ? Sentence.NO_WEIGHT.of()
                            : Sentence.IMPOSSIBLE_WEIGHT.of(number(impossible)));
        }
        boolean howOften = use.dosing().dosesADay() == null && !use.dosing().once();
        return rule.weekly() && howOften
                ? Optional.of(Sentence.HOW_OFTEN_NOT_SAID.of())
                : Optional.empty();
    }

    /// The medicines of which it is not known how much they add to a day: only where the day has a limit, which the order
    /// alone keeps.
    List<String> notSummed() {
        Double limit = highestDaily();
        Double own = own();
        return limit == null || own == null || own > limit * TOLERANCE
                ? List.of()
                : others.stream()
                        .filter(other -> other.daily() == null)
                        .map(More::medicine)
                        .distinct()
                        .toList();
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "" : number(value).toPlainString();
    }

    private static BigDecimal number(double value) {
        return new BigDecimal(value, new MathContext(4)).stripTrailingZeros();
    }
}
