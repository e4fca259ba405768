package org.clinicdesk.client.prescription;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Whether a weight that is typed can be that of this person. Nothing is refused for it: it is asked once more.
///
/// The medians of a child's weight, of boys and girls together, are those of the WHO growth standards and reference, rounded.
final class Weighing {

    private static final int MONTHS = 12;
    private static final int[] AGE_IN_MONTHS = {
        0, 3, 6, 12, 24, 36, 48, 60, 84, 108, 132, 156, 180, 216
    };
    private static final double[] MEDIAN_KG = {
        3.3, 6.1, 7.6, 9.3, 11.8, 14.1, 16.2, 18.3, 22.6, 28.2, 35.5, 45, 54, 62
    };

    /// Of the median, from and to.
    private static final double LEAST = 0.6;

    private static final double MOST = 2.2;

    private static final double LEAST_GROWN = 30;
    private static final double MOST_GROWN = 250;

    /// Of what the record has, from and to.
    private static final double LOST = 0.75;

    private static final double GAINED = 1.35;

    private Weighing() {}

    /// Why a weight is asked for once more; the value is the last part of a text key.
    enum Doubt {
        AGE("age"),
        RECORD("record");

        private final String word;

        Doubt(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// @param birth as the record has it, a day, a month or a year; empty when nobody knows it
    /// @param before what the record has; null for nothing
    static Optional<Doubt> doubt(
            BigDecimal kg, String birth, ByWeight.@Nullable Weight before, LocalDate today) {
        var weight = kg.doubleValue();
        var age = months(birth, today);
        if (age.isPresent() && !plausible(weight, age.get())) {
            return Optional.of(Doubt.AGE);
        }
        if (before == null) {
            return Optional.empty();
        }
        var grown = before.kg().doubleValue() * growth(birth, before.on(), today);
        return weight < grown * LOST || weight > grown * GAINED
                ? Optional.of(Doubt.RECORD)
                : Optional.empty();
    }

    private static boolean plausible(double kg, long months) {
        return months >= AGE_IN_MONTHS[AGE_IN_MONTHS.length - 1]
                ? kg >= LEAST_GROWN && kg <= MOST_GROWN
                : kg >= median(months) * LEAST && kg <= median(months) * MOST;
    }

    /// How much heavier a child becomes between two days; 1 of the grown, and of an age that nobody knows.
    private static double growth(String birth, LocalDate from, LocalDate to) {
        var then = months(birth, from);
        var now = months(birth, to);
        return then.isPresent() && now.isPresent() ? median(now.get()) / median(then.get()) : 1;
    }

    private static double median(long months) {
        var last = AGE_IN_MONTHS.length - 1;
        for (int i = 1; i <= last; i++) {
            if (months < AGE_IN_MONTHS[i]) {
                var share =
                        (double) (months - AGE_IN_MONTHS[i - 1])
                                / (AGE_IN_MONTHS[i] - AGE_IN_MONTHS[i - 1]);
                return MEDIAN_KG[i - 1] + share * (MEDIAN_KG[i] - MEDIAN_KG[i - 1]);
            }
        }
        return MEDIAN_KG[last];
    }

    private static Optional<Long> months(String birth, LocalDate on) {
        try {
            var parts = birth.split("-");
            var year = Integer.parseInt(parts[0]);
            var month = parts.length > 1 ? Integer.parseInt(parts[1]) : MONTHS / 2;
            var day = parts.length > 2 ? Integer.parseInt(parts[2]) : 1;
            return Optional.of(
                    Math.max(0, ChronoUnit.MONTHS.between(LocalDate.of(year, month, day), on)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
