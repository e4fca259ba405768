package org.clinicdesk.client.roster;

import org.clinicdesk.roster.v1.Break;
import org.clinicdesk.roster.v1.OpenHours;
import org.clinicdesk.roster.v1.Shift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Hours of a day as they are typed: `8-12 13-17`, `8:30-16 (12-12:45)`, `22-6`. A break stands in brackets after its shift.
/// Nothing typed is no work.
final class HoursText {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.h]?(\\d{2}))?h?");
    private static final Pattern SPAN =
            Pattern.compile("(\\(?)\\s*([\\d:.h]+)\\s*[-–]\\s*([\\d:.h]+)\\s*(\\)?)");

    private HoursText() {}

    /// Empty when it cannot be read.
    static Optional<List<Shift>> read(String typed) {
        var shifts = new ArrayList<Shift.Builder>();
        var rest = new StringBuilder();
        var spans = SPAN.matcher(typed);
        while (spans.find()) {
            var from = time(spans.group(2), false);
            var to = time(spans.group(3), true);
            var pause = !spans.group(1).isEmpty();
            if (from.isEmpty()
                    || to.isEmpty()
                    || pause == spans.group(4).isEmpty()
                    || pause && shifts.isEmpty()) {
                return Optional.empty();
            }
            if (pause) {
                shifts.getLast().addBreaks(Break.newBuilder().setFrom(from.get()).setTo(to.get()));
            } else {
                shifts.add(Shift.newBuilder().setFrom(from.get()).setTo(to.get()));
            }
            spans.appendReplacement(rest, "");
        }
        spans.appendTail(rest);
        return rest.toString().replaceAll("[\\s,;]", "").isEmpty()
                ? Optional.of(shifts.stream().map(Shift.Builder::build).toList())
                : Optional.empty();
    }

    private static Optional<String> time(String typed, boolean end) {
        var parts = TIME.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var hour = Integer.parseInt(parts.group(1));
        var minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        var midnight = end && hour == 24 && minute == 0;
        return hour < 24 && minute < 60 || midnight
                ? Optional.of("%02d:%02d".formatted(hour, minute))
                : Optional.empty();
    }

    /// As it would be typed.
    static String write(List<Shift> shifts) {
        return shifts.stream().map(HoursText::write).collect(Collectors.joining("  "));
    }

    /// `08:00–17:00 (12:00–13:00)`.
    static String write(Shift shift) {
        var breaks =
                shift.getBreaksList().stream()
                        .map(each -> " (" + each.getFrom() + "–" + each.getTo() + ")")
                        .collect(Collectors.joining());
        return shift.getFrom() + "–" + shift.getTo() + breaks;
    }

    /// Minutes of work, breaks left out.
    static int minutes(List<Shift> shifts) {
        return shifts.stream()
                .mapToInt(shift ->
                        length(shift.getFrom(), shift.getTo())
                                - shift.getBreaksList().stream()
                                        .mapToInt(b -> length(b.getFrom(), b.getTo()))
                                        .sum())
                .sum();
    }

    /// Minutes in which visits can be booked.
    static int open(List<OpenHours> open) {
        return open.stream()
                .mapToInt(hours ->
                        (int) (hours.getEnd().getSeconds() - hours.getStart().getSeconds()) / 60)
                .sum();
    }

    private static int length(String from, String to) {
        var length = minute(to) - minute(from);
        return length > 0 ? length : length + 24 * 60;
    }

    private static int minute(String time) {
        var parts = Arrays.stream(time.split(":")).mapToInt(Integer::parseInt).toArray();
        return parts[0] * 60 + parts[1];
    }
}
