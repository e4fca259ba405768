package org.clinicdesk.server.drug;

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

    private static final Pattern WHEN =
            Pattern.compile("(?:in|within|after|every)\\s+(\\d{1,3})\\s*(h|day|week|month)");

    private Advice() {}

    /// In how many days somebody has to look again: a week where it does not say when; 0 where nothing has to be looked
    /// at on another day.
    static int dueDays(String management) {
        if (!LOOK.matcher(management).find()) {
            return 0;
        }
        Matcher when = WHEN.matcher(management.toLowerCase(Locale.ROOT));
        if (!when.find()) {
            return WEEK;
        }
        int count = Integer.parseInt(when.group(1));
        return switch (when.group(2)) {
            case "h" -> Math.ceilDiv(count, HOURS);
            case "week" -> count * WEEK;
            case "month" -> count * MONTH;
            default -> count;
        };
    }
}
