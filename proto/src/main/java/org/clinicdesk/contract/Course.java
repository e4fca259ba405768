package org.clinicdesk.contract;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.Timing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// How long a dosage lasts and how much of a medicine it takes: the same for the desk that shows it and the server that
/// keeps it.
public final class Course {

    /// Of the others (mg, puffs, drops) the quantity does not follow, unless it is known how many a pack holds.
    private static final Set<String> HANDED_OUT =
            Set.of(
                    "tablet",
                    "capsule",
                    "sachet",
                    "ml",
                    "suppository",
                    "patch",
                    "ampoule",
                    "vial",
                    "lozenge");

    /// Of which a bare number could be anything: how much of the substance, not of what is handed out.
    private static final Set<String> WEIGHED = Set.of("mg", "g", "microgram");

    /// What is poured is handed out in whole bottles where their size is known; pieces are counted out.
    private static final String POURED = "ml";

    private static final int HOURS = 24;
    private static final int MOST_UNITS = 9999;

    private Course() {}

    /// Whether a unit is one in which medicines are both taken and handed out, so that the quantity follows from the dosage.
    public static boolean handedOut(String unit) {
        return HANDED_OUT.contains(unit);
    }

    /// The last day of a course that begins on a day; empty: until stopped.
    public static Optional<LocalDate> lastDay(Dosage dosage, LocalDate first) {
        if (!dosage.getUntil().isEmpty()) {
            return date(dosage.getUntil());
        }
        var days = days(dosage, first);
        return days.isPresent()
                ? Optional.of(first.plusDays(days.getAsInt() - 1L))
                : Optional.empty();
    }

    /// Days from the first to the last, both counted; empty when it is taken until stopped, or its last day lies before.
    public static OptionalInt days(Dosage dosage, LocalDate first) {
        if (!dosage.getUntil().isEmpty()) {
            var days =
                    date(dosage.getUntil())
                            .map(last -> ChronoUnit.DAYS.between(first, last) + 1)
                            .orElse(0L);
            return days > 0 ? OptionalInt.of(Math.toIntExact(days)) : OptionalInt.empty();
        }
        return dosage.getDays() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(
                        dosage.getDays()
                                + dosage.getThenList().stream()
                                        .mapToInt(step -> step.getDays())
                                        .sum());
    }

    private static Optional<LocalDate> date(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Whether a quantity counts packs: where a dose is neither a piece nor poured. Of what is weighed only when it is known
    /// what a pack holds.
    public static boolean byPack(String unit, Optional<Pack> pack) {
        return !handedOut(unit)
                && (pack.isPresent() || Directions.UNITS.contains(unit) && !WEIGHED.contains(unit));
    }

    /// What to hand out for the whole course, rounded up, of what is poured to whole packs; empty when it does not follow
    /// from the dosage.
    ///
    /// @param pack of the product; empty when it is not known
    public static OptionalInt quantity(Dosage dosage, LocalDate first, Optional<Pack> pack) {
        var days = days(dosage, first);
        var held = pack.flatMap(it -> it.holds(dosage.getUnit()));
        if (days.isEmpty() || !handedOut(dosage.getUnit()) && held.isEmpty()) {
            return OptionalInt.empty();
        }
        var steps = dosage.getThenList().stream().mapToInt(step -> step.getDays()).sum();
        var units =
                limited(
                        dosage,
                        amount(dosage.getDose(), dosage.getTiming(), days.getAsInt() - steps),
                        days.getAsInt());
        var timing = dosage.getTiming();
        for (var step : dosage.getThenList()) {
            timing = step.hasTiming() ? step.getTiming() : timing;
            units = units.add(amount(step.getDose(), timing, step.getDays()));
        }
        var whole = handedOut(units, dosage.getUnit(), held);
        return whole.signum() > 0 && whole.compareTo(BigDecimal.valueOf(MOST_UNITS)) <= 0
                ? OptionalInt.of(whole.intValueExact())
                : OptionalInt.empty();
    }

    /// @param held in one pack; empty when that is not known
    private static BigDecimal handedOut(BigDecimal units, String unit, Optional<BigDecimal> held) {
        if (held.isPresent() && !handedOut(unit)) {
            return Pack.count(units, held.get());
        }
        return held.filter(pack -> unit.equals(POURED))
                .map(pack -> Pack.count(units, pack).multiply(pack))
                .orElse(units)
                .setScale(0, RoundingMode.CEILING);
    }

    /// What is taken as needed is never more than its limit.
    private static BigDecimal limited(Dosage dosage, BigDecimal units, int days) {
        if (!dosage.getAsNeeded() || dosage.getMaxDaily() <= 0) {
            return units;
        }
        return units.min(
                BigDecimal.valueOf(dosage.getMaxDaily()).multiply(BigDecimal.valueOf(days)));
    }

    private static BigDecimal amount(double dose, Timing timing, int days) {
        return BigDecimal.valueOf(dose).multiply(BigDecimal.valueOf(doses(timing, days)));
    }

    /// How often it is taken in so many days, beginning with the first hour.
    static long doses(Timing timing, int days) {
        return switch (timing.getHowCase()) {
            case TIMES_A_DAY -> (long) timing.getTimesADay() * days;
            case EVERY_HOURS -> Math.ceilDiv((long) days * HOURS, timing.getEveryHours());
            case EVERY_DAYS -> Math.ceilDiv(days, timing.getEveryDays());
            case HOW_NOT_SET -> 0;
        };
    }

    /// How often it is taken on the fullest day.
    public static int timesDaily(Timing timing) {
        return switch (timing.getHowCase()) {
            case TIMES_A_DAY -> timing.getTimesADay();
            case EVERY_HOURS -> Math.ceilDiv(HOURS, timing.getEveryHours());
            case EVERY_DAYS -> 1;
            case HOW_NOT_SET -> 0;
        };
    }
}
