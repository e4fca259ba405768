package org.clinicdesk.client.setup;

import java.util.regex.Pattern;

/// Hours as people write them, "8", "7:30" or "7.5", and as they are held: in minutes.
final class HoursText {

    private static final String WRONG = "?";
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):([0-5]\\d)");
    private static final Pattern DECIMAL = Pattern.compile("(\\d{1,2})(?:[.,](\\d{1,2}))?");

    private HoursText() {}

    /// @return no number when it is no time
    static String minutes(String typed) {
        var clean = typed.strip();
        var clock = CLOCK.matcher(clean);
        if (clock.matches()) {
            return text(Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2)));
        }
        var decimal = DECIMAL.matcher(clean);
        if (!decimal.matches()) {
            return clean.isEmpty() ? "" : WRONG;
        }
        var part = decimal.group(2) == null ? "0" : decimal.group(2);
        var hundredths = Integer.parseInt((part + "0").substring(0, 2)) * 60;
        return hundredths % 100 == 0
                ? text(Integer.parseInt(decimal.group(1)) * 60 + hundredths / 100)
                : WRONG;
    }

    /// No time at all would be held as if nothing was typed.
    private static String text(int minutes) {
        return minutes == 0 ? WRONG : Integer.toString(minutes);
    }

    static String shown(String minutes) {
        if (!minutes.matches("\\d{1,6}")) {
            return minutes;
        }
        var all = Integer.parseInt(minutes);
        return all % 60 == 0 ? Integer.toString(all / 60) : "%d:%02d".formatted(all / 60, all % 60);
    }
}
