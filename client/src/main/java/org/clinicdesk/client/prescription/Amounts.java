package org.clinicdesk.client.prescription;

import org.clinicdesk.prescription.v1.Dosage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Numbers of a dosage as people type them.
final class Amounts {

    private static final BigDecimal LARGEST_DOSE = new BigDecimal(100_000);

    private static final Map<String, String> PARTS =
            Map.of("½", ".5", "¼", ".25", "¾", ".75", "⅓", ".333", "⅔", ".667");

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

    /// A dose, or a range of doses.
    ///
    /// @param least 0: it is no range
    record Amount(BigDecimal least, BigDecimal most) {}

    /// "1", "1/2", "1-2", "½".
    static Optional<Amount> amount(String typed) {
        var ends = figures(typed).split("-", -1);
        var first = dose(ends[0]);
        if (ends.length == 1) {
            return first.map(dose -> new Amount(BigDecimal.ZERO, dose));
        }
        return ends.length > 2
                ? Optional.empty()
                : first.flatMap(least ->
                        dose(ends[1])
                                .filter(most -> most.compareTo(least) > 0)
                                .map(most -> new Amount(least, most)));
    }

    /// Signs for parts and ranges in figures: "1½" is "1.5", "½–1" is "0.5-1".
    static String figures(String typed) {
        var text = typed.strip().replace('–', '-');
        for (var sign : PARTS.entrySet()) {
            text =
                    text.replaceAll("(\\d)" + sign.getKey(), "$1" + sign.getValue())
                            .replace(sign.getKey(), "0" + sign.getValue());
        }
        return text;
    }

    /// A dose as it is typed.
    static String typed(Dosage dosage) {
        var least = dosage.getDoseFrom() > 0 ? plain(dosage.getDoseFrom()) + "-" : "";
        return least + plain(dosage.getDose());
    }

    static OptionalInt whole(String typed, int least, int most) {
        var clean = typed.strip();
        if (!clean.matches("\\d{1,4}")) {
            return OptionalInt.empty();
        }
        var number = Integer.parseInt(clean);
        return number >= least && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /// With the sign before the decimals that a language has.
    static String shown(double amount, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(3);
        return format.format(amount);
    }

    static String plain(double dose) {
        return BigDecimal.valueOf(dose).stripTrailingZeros().toPlainString();
    }
}
