package org.clinicdesk.client.prescription;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;

/// Numbers of a dosage as people type them.
final class Amounts {

    private static final BigDecimal LARGEST_DOSE = new BigDecimal(100_000);

    private Amounts() {}

    /// Three decimals are more than anybody divides a tablet.
    private static BigDecimal fraction(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP);
    }

    /// A dose, with a point or a comma before the decimals, or a fraction. Thousands are not grouped: "1.000" is one.
    static Optional<BigDecimal> dose(String typed) {
        var clean = typed.strip().replace(',', '.');
        if (clean.matches("[1-9]/[2-8]")) {
            return Optional.of(fraction(clean.charAt(0) - '0', clean.charAt(2) - '0'));
        }
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

    static String plain(double dose) {
        return BigDecimal.valueOf(dose).stripTrailingZeros().toPlainString();
    }
}
