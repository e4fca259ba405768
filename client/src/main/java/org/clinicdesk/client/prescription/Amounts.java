package org.clinicdesk.client.prescription;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Numbers of a dosage as people type them.
final class Amounts {

    private static final int MOST_UNITS = 9999;
    private static final BigDecimal LARGEST_DOSE = new BigDecimal(100_000);

    /// Units in which medicines are both taken and handed out. Of the others (mg, puffs, drops) the quantity cannot be computed.
    private static final Set<String> HANDED_OUT = Set.of("tablet", "capsule", "sachet", "ml");

    private Amounts() {}

    /// A dose, with a point or a comma before the decimals. Thousands are not grouped: "1.000" is one.
    static Optional<BigDecimal> dose(String typed) {
        var clean = typed.strip().replace(',', '.');
        if (!clean.matches("\\d{1,6}(\\.\\d{1,3})?")) {
            return Optional.empty();
        }
        var dose = new BigDecimal(clean);
        return dose.signum() > 0 && dose.compareTo(LARGEST_DOSE) <= 0
                ? Optional.of(dose)
                : Optional.empty();
    }

    static OptionalInt whole(String typed, int least, int most) {
        var clean = typed.strip();
        if (!clean.matches("\\d{1,4}")) {
            return OptionalInt.empty();
        }
        var number = Integer.parseInt(clean);
        return number >= least && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /// What to hand out for the whole course, rounded up; empty when it does not follow from the dosage.
    static OptionalInt quantity(String dose, String unit, String times, String days) {
        var amount = dose(dose);
        var daily = whole(times, 1, 24);
        var course = whole(days, 1, 365);
        if (amount.isEmpty() || daily.isEmpty() || course.isEmpty() || !HANDED_OUT.contains(unit)) {
            return OptionalInt.empty();
        }
        var units =
                amount.get()
                        .multiply(BigDecimal.valueOf((long) daily.getAsInt() * course.getAsInt()))
                        .setScale(0, RoundingMode.CEILING);
        return units.compareTo(BigDecimal.valueOf(MOST_UNITS)) <= 0
                ? OptionalInt.of(units.intValueExact())
                : OptionalInt.empty();
    }

    static String plain(double dose) {
        return BigDecimal.valueOf(dose).stripTrailingZeros().toPlainString();
    }
}
