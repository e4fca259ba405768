package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads from the English words of an advice when somebody has to look again.
final class Advice {
    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int HOURS = 24;

    private static final Pattern LOOK =
            Pattern.compile(
                    "\\b(check|measure|monitor|watch|repeat|test|review)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// "in 3-5 days", "after 1 and 4 weeks", "every month", "within days".
    private static final Pattern WHEN =
            Pattern.compile(
                    "\\b(?:in|within|after|every|at)\\s+(?:(\\d{1,3}|an?|one|two|three)"
                        + "(?:\\s*(?:-|–|to|or|and)\\s*\\d{1,3})?\\s*)?(hours?|h\\b|days?|weeks?|months?)");

    /// "Within days".
    private static final int SOME_DAYS = 2;

    private Advice() {}

    /// In how many days somebody has to look again, the first time of several: a week where it does not say when; 0 where
    /// nothing has to be looked at on another day.
    static int dueDays(String management) {
        Matcher look = LOOK.matcher(management);
        if (!look.find()) {
            return 0;
        }
        Matcher when = WHEN.matcher(management.toLowerCase(Locale.ROOT));
        if (!when.find(look.start()) && !when.find(0)) {
            return WEEK;
        }
        String unit = when.group(2);
        int count = count(when.group(1), unit);
        return switch (unit.charAt(0)) {
            case 'h' -> Math.ceilDiv(count, HOURS);
            case 'w' -> count * WEEK;
            case 'm' -> count * MONTH;
            default -> count;
        };
    }

    private static int count(@Nullable String number, String unit) {
        return switch (number) {
            case null -> unit.equals("days") ? SOME_DAYS : 1;
            case "a", "an", "one" -> 1;
            case "two" -> 2;
            case "three" -> 3;
            default -> Integer.parseInt(number);
        };
    }
}
