package org.clinicdesk.client.prescription;

import org.clinicdesk.pharmacy.v1.MedicineHistory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The days that a line of time shows: as far back as somebody took something, a year at most, and as far ahead as what he
/// takes now will last, so that a course just begun has its length.
record TimeAxis(LocalDate first, LocalDate today, LocalDate last) {

    private static final int MOST_MONTHS_BACK = 12;
    private static final int MOST_MONTHS_AHEAD = 6;
    private static final int MOST_TICKS = 5;

    static TimeAxis of(List<MedicineHistory> medicines, LocalDate today) {
        var earliest =
                medicines.stream()
                        .flatMap(it ->
                                Stream.concat(
                                        date(it.getSince()).stream(),
                                        it.getSuppliesList().stream()
                                                .flatMap(
                                                        supply -> date(supply.getDate()).stream())))
                        .min(Comparator.naturalOrder())
                        .orElse(today);
        var latest =
                medicines.stream()
                        .flatMap(it -> date(it.getUntil()).stream())
                        .max(Comparator.naturalOrder())
                        .orElse(today);
        return new TimeAxis(
                later(today.minusMonths(MOST_MONTHS_BACK), earlier(earliest, today.minusMonths(1))),
                today,
                earlier(today.plusMonths(MOST_MONTHS_AHEAD), later(latest, today.plusWeeks(2))));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /// How far along a day is: 0 the first, 1 the last; what lies beyond is at the end.
    double at(LocalDate day) {
        var all = ChronoUnit.DAYS.between(first, last);
        return (double) Math.clamp(ChronoUnit.DAYS.between(first, day), 0, all) / all;
    }

    /// Months that begin on the axis, not more than can be read.
    List<YearMonth> ticks() {
        var months = new ArrayList<YearMonth>();
        for (var month = YearMonth.from(first).plusMonths(1);
                !month.isAfter(YearMonth.from(last));
                month = month.plusMonths(1)) {
            months.add(month);
        }
        var step = Math.max(1, Math.ceilDiv(months.size(), MOST_TICKS));
        return months.stream().filter(month -> (month.getMonthValue() - 1) % step == 0).toList();
    }

    /// The first day of what is known to a month or a year only.
    static Optional<LocalDate> date(String iso) {
        try {
            return switch (iso.length()) {
                case 4 -> Optional.of(LocalDate.parse(iso + "-01-01"));
                case 7 -> Optional.of(LocalDate.parse(iso + "-01"));
                case 10 -> Optional.of(LocalDate.parse(iso));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
