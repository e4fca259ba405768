package org.clinicdesk.client.kit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads dates as they are typed, day before month: `14/3/1986`, `14.3.1986`, `14031986`, `3/1986`, `1986`, and ISO 8601.
public final class DateText {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?:(\\d{1,2})[/. -])?(\\d{1,2})[/. -](\\d{4})");
    private static final Pattern WITHOUT_YEAR =
            Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -]?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");

    /// A 29 February comes again after so many years at the latest.
    private static final int LEAP = 8;

    private DateText() {}

    /// The date as ISO 8601, to the precision typed; empty when it is none.
    public static Optional<String> read(String typed) {
        var text = typed.strip();
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        var digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return date(digits.group(3), digits.group(2), digits.group(1));
        }
        var dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.matches()
                ? date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1))
                : Optional.empty();
    }

    /// The same of a day to come, of which the year may be left out: `24/11` is the next one.
    public static Optional<String> readAhead(String typed, LocalDate today) {
        var parts = WITHOUT_YEAR.matcher(typed.strip());
        if (!parts.matches()) {
            return read(typed);
        }
        return IntStream.rangeClosed(0, LEAP)
                .mapToObj(years -> String.valueOf(today.getYear() + years))
                .flatMap(year -> date(year, parts.group(2), parts.group(1)).stream())
                .filter(day -> !LocalDate.parse(day).isBefore(today))
                .findFirst();
    }

    /// An ISO date as it would be typed: `14/03/1986`, `03/1986`, `1986`. What is none is left as it stands.
    public static String write(String iso) {
        return read(iso).isPresent() ? String.join("/", List.of(iso.split("-")).reversed()) : iso;
    }

    private static Optional<String> date(
            String year,
            @org.jspecify.annotations.Nullable String month,
            @org.jspecify.annotations.Nullable String day) {
        try {
            if (month == null) {
                return Optional.of(year);
            }
            var parsed = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
            return Optional.of(
                    day == null
                            ? parsed.toString()
                            : LocalDate.of(
                                            parsed.getYear(),
                                            parsed.getMonth(),
                                            Integer.parseInt(day))
                                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
