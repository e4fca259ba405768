package org.clinicdesk.client.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/// Dates and times as people write them. Months are words wherever a mistake of day and month could matter.
public record Dates(Locale locale) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /// `14 Mar 1986`, `14/03/1986` in Vietnamese, where months have numbers and the order is never in doubt.
    public String date(LocalDate date) {
        return format(date, vietnamese() ? "dd/MM/yyyy" : "d MMM yyyy");
    }

    /// `Sat 21 November`.
    public String day(LocalDate date) {
        return format(date, vietnamese() ? "EEEE dd/MM" : "EEE d MMMM");
    }

    /// `Sat`, `Thứ Bảy`.
    public String weekday(LocalDate date) {
        return format(date, vietnamese() ? "EEEE" : "EEE");
    }

    /// `21 Nov`, `21/11` in Vietnamese.
    public String dayAndMonth(LocalDate date) {
        return format(date, vietnamese() ? "dd/MM" : "d MMM");
    }

    public String time(LocalTime time) {
        return CLOCK.format(time);
    }

    public String time(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }

    /// A date to the precision known: `1986-03-14`, `1986-03` or `1986`. What is none is shown as it stands.
    public String partial(String iso) {
        try {
            return switch (iso.length()) {
                case 4 -> iso;
                case 7 -> format(YearMonth.parse(iso), vietnamese() ? "MM/yyyy" : "MMM yyyy");
                case 10 -> date(LocalDate.parse(iso));
                default -> iso;
            };
        } catch (DateTimeException e) {
            return iso;
        }
    }

    /// Age in whole months on a day; empty when the birth date does not tell the month, unless it is more than two years
    /// ago, or lies in the future.
    public static Optional<Integer> ageInMonths(String birthDate, LocalDate on) {
        try {
            var born =
                    switch (birthDate.length()) {
                        case 4 -> Optional.of(Year.parse(birthDate).atDay(1));
                        case 7 -> Optional.of(YearMonth.parse(birthDate).atDay(1));
                        case 10 -> Optional.of(LocalDate.parse(birthDate));
                        default -> Optional.<LocalDate>empty();
                    };
            return born.map(date -> (int) ChronoUnit.MONTHS.between(date, on))
                    .filter(months -> months >= 0 && (birthDate.length() > 4 || months >= 24));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String format(TemporalAccessor value, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(value);
    }

    private boolean vietnamese() {
        return locale.getLanguage().equals("vi");
    }
}
