package org.clinicdesk.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What people of an age weigh: a weight that is hardly one is asked for once more, at the desk and by the server.
///
/// The medians of a child's weight, of boys and girls together, are those of the WHO growth standards and reference, rounded.
public final class BodyWeight {

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

    private BodyWeight() {}

    /// Whether it may be the weight of somebody so old.
    public static boolean plausible(double kg, double months) {
        return plausible(kg, months, months);
    }

    /// The same of an age that is known within bounds only.
    public static boolean plausible(double kg, double fromMonths, double toMonths) {
        var least = grown(fromMonths) ? LEAST_GROWN : median(fromMonths) * LEAST;
        var most = grown(toMonths) ? MOST_GROWN : median(toMonths) * MOST;
        return kg >= least && kg <= most;
    }

    /// Whether somebody so old grows no more.
    public static boolean grown(double months) {
        return months >= AGE_IN_MONTHS[AGE_IN_MONTHS.length - 1];
    }

    /// kg.
    public static double median(double months) {
        var last = AGE_IN_MONTHS.length - 1;
        for (int i = 1; i <= last; i++) {
            if (months < AGE_IN_MONTHS[i]) {
                var share =
                        (months - AGE_IN_MONTHS[i - 1]) / (AGE_IN_MONTHS[i] - AGE_IN_MONTHS[i - 1]);
                return MEDIAN_KG[i - 1] + share * (MEDIAN_KG[i] - MEDIAN_KG[i - 1]);
            }
        }
        return MEDIAN_KG[last];
    }

    /// How old somebody is on a day.
    ///
    /// @param birth a day, a month or a year; empty when nobody knows it
    public static Optional<Long> months(String birth, LocalDate on) {
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
