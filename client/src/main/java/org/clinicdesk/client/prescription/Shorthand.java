package org.clinicdesk.client.prescription;

import org.clinicdesk.prescription.v1.TaperStep;
import org.clinicdesk.prescription.v1.Timing;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The short words of a dosage: how doctors write `q8h`, `x3`, `7d`, `u 15/12` in a hurry, in English, Spanish and
/// Vietnamese. What is no such word is none: nothing is guessed.
final class Shorthand {

    private static final int MOST_TIMES = 24;
    private static final int MOST_HOURS = 72;
    private static final int MOST_EVERY = 90;
    private static final int MOST_DAYS = 365;

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    /// How far a day of next year may be that was typed without its year.
    private static final int MOST_AHEAD = 4 * MONTH;

    private static final Pattern TIMES = Pattern.compile("x(\\d{1,2})|(\\d{1,2})(?:x|/d|l)");
    private static final Pattern HOURS = Pattern.compile("(?:q|t|c|cada|moi|cu)?(\\d{1,2})h");
    private static final Pattern EVERY = Pattern.compile("(?:q|c)(\\d{1,2})([dw])");
    private static final Pattern WEEKLY =
            Pattern.compile("(?:weekly|semanal|tuan|sem|qw|w)(?:[:-]?([a-z]+\\d?))?");
    private static final Pattern COURSE =
            Pattern.compile(
                    "(\\d{1,3})(d|n|ngay|dias?|days?|w|wks?|weeks?|s|tuan|sem|semanas?|m|th|thang|mes|meses"
                        + "|months?)");
    private static final Pattern UNTIL =
            Pattern.compile("(?:u|until|den|hasta)?(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?");

    private static final Map<String, Integer> TIMES_WORDS =
            Map.of("od", 1, "qd", 1, "bid", 2, "bd", 2, "tid", 3, "tds", 3, "qid", 4, "qds", 4);
    private static final Map<String, Integer> EVERY_WORDS =
            Map.of("eod", 2, "qod", 2, "alt", 2, "cachngay", 2);
    private static final Map<String, Integer> WEEKDAYS =
            Map.ofEntries(
                    Map.entry("mon", 1),
                    Map.entry("tue", 2),
                    Map.entry("wed", 3),
                    Map.entry("thu", 4),
                    Map.entry("fri", 5),
                    Map.entry("sat", 6),
                    Map.entry("sun", 7),
                    Map.entry("lun", 1),
                    Map.entry("mar", 2),
                    Map.entry("mie", 3),
                    Map.entry("jue", 4),
                    Map.entry("vie", 5),
                    Map.entry("sab", 6),
                    Map.entry("dom", 7),
                    Map.entry("t2", 1),
                    Map.entry("t3", 2),
                    Map.entry("t4", 3),
                    Map.entry("t5", 4),
                    Map.entry("t6", 5),
                    Map.entry("t7", 6),
                    Map.entry("cn", 7));
    private static final Map<String, String> UNITS =
            Map.ofEntries(
                    Map.entry("tab", "tablet"),
                    Map.entry("tabs", "tablet"),
                    Map.entry("tablet", "tablet"),
                    Map.entry("tablets", "tablet"),
                    Map.entry("comprimido", "tablet"),
                    Map.entry("comprimidos", "tablet"),
                    Map.entry("tableta", "tablet"),
                    Map.entry("tabletas", "tablet"),
                    Map.entry("capsule", "capsule"),
                    Map.entry("capsules", "capsule"),
                    Map.entry("capsula", "capsule"),
                    Map.entry("capsulas", "capsule"),
                    Map.entry("inhalaciones", "puff"),
                    Map.entry("nhat", "puff"),
                    Map.entry("sobres", "sachet"),
                    Map.entry("sachets", "sachet"),
                    Map.entry("supositorio", "suppository"),
                    Map.entry("supositorios", "suppository"),
                    Map.entry("patches", "patch"),
                    Map.entry("parche", "patch"),
                    Map.entry("parches", "patch"),
                    Map.entry("mieng", "patch"),
                    Map.entry("ampolla", "ampoule"),
                    Map.entry("ampollas", "ampoule"),
                    Map.entry("ong", "ampoule"),
                    Map.entry("units", "unit"),
                    Map.entry("unidades", "unit"),
                    Map.entry("v", "tablet"),
                    Map.entry("vien", "tablet"),
                    Map.entry("comp", "tablet"),
                    Map.entry("cp", "tablet"),
                    Map.entry("cap", "capsule"),
                    Map.entry("caps", "capsule"),
                    Map.entry("ml", "ml"),
                    Map.entry("mg", "mg"),
                    Map.entry("g", "g"),
                    Map.entry("mcg", "microgram"),
                    Map.entry("ug", "microgram"),
                    Map.entry("puff", "puff"),
                    Map.entry("puffs", "puff"),
                    Map.entry("xit", "puff"),
                    Map.entry("gtt", "drop"),
                    Map.entry("drop", "drop"),
                    Map.entry("drops", "drop"),
                    Map.entry("giot", "drop"),
                    Map.entry("gota", "drop"),
                    Map.entry("gotas", "drop"),
                    Map.entry("sachet", "sachet"),
                    Map.entry("goi", "sachet"),
                    Map.entry("sobre", "sachet"),
                    Map.entry("supp", "suppository"),
                    Map.entry("patch", "patch"),
                    Map.entry("amp", "ampoule"),
                    Map.entry("u", "unit"),
                    Map.entry("ui", "unit"),
                    Map.entry("iu", "unit"));

    private Shorthand() {}

    /// How long: so many days, or to a day; 0 days is until stopped.
    record Length(int days, Optional<LocalDate> until) {
        static Length days(int days) {
            return new Length(days, Optional.empty());
        }
    }

    /// Small letters without accents.
    static String fold(String text) {
        return Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd');
    }

    /// "3", "x3", "tid", "q8h", "q2d", "eod", "weekly", "w-mon".
    static Optional<Timing> timing(String typed) {
        var text = fold(typed).replace(" ", "");
        if (text.matches("\\d{1,2}")) {
            return times(Integer.parseInt(text));
        }
        return timingWord(text);
    }

    /// Without the bare number, which could be anything within a longer text.
    static Optional<Timing> timingWord(String text) {
        if (TIMES_WORDS.containsKey(text)) {
            return times(TIMES_WORDS.get(text));
        }
        if (EVERY_WORDS.containsKey(text)) {
            return days(EVERY_WORDS.get(text), 0);
        }
        var times = TIMES.matcher(text);
        if (times.matches()) {
            return times(Integer.parseInt(times.group(times.group(1) == null ? 2 : 1)));
        }
        var hours = HOURS.matcher(text);
        if (hours.matches()) {
            return hours(Integer.parseInt(hours.group(1)));
        }
        var every = EVERY.matcher(text);
        if (every.matches()) {
            var count = Integer.parseInt(every.group(1));
            return days(every.group(2).equals("w") ? count * WEEK : count, 0);
        }
        return weekly(WEEKLY.matcher(text));
    }

    private static Optional<Timing> weekly(Matcher weekly) {
        if (!weekly.matches()) {
            return Optional.empty();
        }
        if (weekly.group(1) == null) {
            return days(WEEK, 0);
        }
        return Optional.ofNullable(WEEKDAYS.get(weekly.group(1))).flatMap(day -> days(WEEK, day));
    }

    private static Optional<Timing> times(int times) {
        return times >= 1 && times <= MOST_TIMES
                ? Optional.of(Timing.newBuilder().setTimesADay(times).build())
                : Optional.empty();
    }

    private static Optional<Timing> hours(int hours) {
        return hours >= 1 && hours <= MOST_HOURS
                ? Optional.of(Timing.newBuilder().setEveryHours(hours).build())
                : Optional.empty();
    }

    private static Optional<Timing> days(int days, int weekday) {
        if (days == 1) {
            return times(1);
        }
        return days >= 2 && days <= MOST_EVERY
                ? Optional.of(Timing.newBuilder().setEveryDays(days).setWeekday(weekday).build())
                : Optional.empty();
    }

    /// As somebody would type it: "3", "q8h", "q2d", "w-mon".
    static String typed(Timing timing) {
        return switch (timing.getHowCase()) {
            case TIMES_A_DAY -> Integer.toString(timing.getTimesADay());
            case EVERY_HOURS -> "q" + timing.getEveryHours() + "h";
            case EVERY_DAYS ->
                    timing.getWeekday() == 0
                            ? "q" + timing.getEveryDays() + "d"
                            : "w-" + weekday(timing.getWeekday());
            case HOW_NOT_SET -> "";
        };
    }

    private static String weekday(int day) {
        return List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").get(day - 1);
    }

    /// "7", "7d", "2w", "1m", "u15/12", "15/12/2026", "0" for until stopped.
    static Optional<Length> length(String typed, LocalDate today) {
        var text = fold(typed).replace(" ", "");
        if (text.matches("\\d{1,3}")) {
            return days(Integer.parseInt(text));
        }
        return lengthWord(text, today);
    }

    /// Without the bare number.
    static Optional<Length> lengthWord(String text, LocalDate today) {
        var course = COURSE.matcher(text);
        if (course.matches()) {
            return days(Integer.parseInt(course.group(1)) * daysOf(course.group(2)));
        }
        var until = UNTIL.matcher(text);
        return until.matches() ? until(until, today) : Optional.empty();
    }

    /// "days", "w": what makes a length of a number.
    static boolean isLengthUnit(String word) {
        return !word.isEmpty()
                && !Character.isDigit(word.charAt(0))
                && COURSE.matcher("1" + word).matches();
    }

    private static int daysOf(String word) {
        return switch (word) {
            case "w", "wk", "wks", "week", "weeks", "s", "tuan", "sem", "semana", "semanas" -> WEEK;
            case "m", "th", "thang", "mes", "meses", "month", "months" -> MONTH;
            default -> 1;
        };
    }

    private static Optional<Length> days(int days) {
        return days <= MOST_DAYS ? Optional.of(Length.days(days)) : Optional.empty();
    }

    /// Whether a last day is meant that was already.
    static boolean over(String typed, LocalDate today) {
        var until = UNTIL.matcher(fold(typed).replace(" ", ""));
        return until.matches()
                && day(until, today.getYear()).filter(day -> day.isBefore(today)).isPresent();
    }

    /// The next such day; day before month, as all three languages write it. One that was already this year is in the next
    /// only where that is near: nobody means a course of a year.
    private static Optional<Length> until(Matcher until, LocalDate today) {
        var day = day(until, today.getYear());
        var next =
                until.group(3) == null
                        ? day(until, today.getYear() + 1)
                                .filter(it -> !it.isAfter(today.plusDays(MOST_AHEAD)))
                        : Optional.<LocalDate>empty();
        return day.filter(it -> !it.isBefore(today))
                .or(() -> next)
                .filter(it -> !it.isAfter(today.plusDays(MOST_DAYS)))
                .map(it -> new Length(0, Optional.of(it)));
    }

    /// The day that was typed, of a year unless one was typed; empty when there is none.
    private static Optional<LocalDate> day(Matcher until, int year) {
        try {
            return Optional.of(
                    LocalDate.of(
                            until.group(3) == null ? year : Integer.parseInt(until.group(3)),
                            Integer.parseInt(until.group(2)),
                            Integer.parseInt(until.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// "4 5d > 2 5d > 1 6d q2d": the steps that follow; empty when one of them cannot be read.
    static Optional<List<TaperStep>> taper(String typed, LocalDate today) {
        var steps = new ArrayList<TaperStep>();
        for (var part : typed.split(">", -1)) {
            if (!part.isBlank()) {
                var step = step(part.strip().split("\\s+"), today);
                if (step.isEmpty()) {
                    return Optional.empty();
                }
                steps.add(step.get());
            }
        }
        return Optional.of(List.copyOf(steps));
    }

    private static Optional<TaperStep> step(String[] words, LocalDate today) {
        if (words.length < 2 || words.length > 3) {
            return Optional.empty();
        }
        var dose = Amounts.dose(words[0].replaceAll("[^0-9.,/].*", ""));
        var days = length(words[1], today).filter(it -> it.until().isEmpty() && it.days() > 0);
        if (dose.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        var step =
                TaperStep.newBuilder().setDose(dose.get().doubleValue()).setDays(days.get().days());
        if (words.length == 3) {
            var timing = timing(words[2]);
            if (timing.isEmpty()) {
                return Optional.empty();
            }
            step.setTiming(timing.get());
        }
        return Optional.of(step.build());
    }

    static String typed(List<TaperStep> steps) {
        return String.join(
                " > ",
                steps.stream()
                        .map(step ->
                                Amounts.plain(step.getDose())
                                        + " "
                                        + step.getDays()
                                        + "d"
                                        + (step.hasTiming() ? " " + typed(step.getTiming()) : ""))
                        .toList());
    }

    static Optional<String> unit(String word) {
        return Optional.ofNullable(UNITS.get(fold(word)));
    }
}
