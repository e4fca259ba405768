package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.Range;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/// Numbers as they are written: "1,000", "0,125", ".5", "three".
final class Numbers {
    private static final List<String> WORDS =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten", "eleven", "twelve");

    /// A number, as a part of a pattern, in one group.
    static final String NUMBER =
            "((?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?)|(?:\\d{1,3}(?:\\.\\d{3}){2,})|(?:\\d+(?:[.,]\\d+)?)|(?:\\.\\d+)"
                + "|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    /// A number, bounds ("<30") or a range ("15-29"), as a part of a pattern, in three groups.
    static final String RANGE =
            "(<=|>=|<|>|≤|≥|under|below|over|above)?\\s*"
                    + NUMBER
                    + "(?:\\s*(?:-|–|to)\\s*"
                    + NUMBER
                    + ")?";

    /// "2,500" and "2.500": thousands for the one, a decimal for the other, by the country.
    private static final Pattern EITHER = Pattern.compile("([1-9]\\d{0,2})([.,])(\\d{3})");

    private Numbers() {}

    /// Whether it may be read as thousands and as a decimal.
    static boolean ambiguous(String text) {
        return EITHER.matcher(text).matches();
    }

    /// The greater, where there are two readings.
    static double greatest(String text) {
        return ambiguous(text) ? Double.parseDouble(text.replaceAll("[.,]", "")) : parse(text);
    }

    /// The lesser, where there are two readings.
    static double least(String text) {
        return ambiguous(text) ? Double.parseDouble(text.replace(',', '.')) : parse(text);
    }

    static double parse(String text) {
        int word = WORDS.indexOf(text);
        if (word >= 0) {
            return word;
        }
        if (text.matches("\\d{1,3}(\\.\\d{3}){2,}")) {
            return Double.parseDouble(text.replace(".", ""));
        }
        return text.matches("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?")
                ? Double.parseDouble(text.replace(",", ""))
                : Double.parseDouble(text.replace(',', '.'));
    }

    /// The range of the three groups of [#RANGE].
    static Range range(@Nullable String sign, String from, @Nullable String to) {
        double value = parse(from);
        if (to != null && parse(to) >= value) {
            return new Range(value, parse(to));
        }
        return switch (sign == null ? "" : sign) {
            case "<", "under", "below" -> new Range(0, Math.max(0, Math.nextDown(value)));
            case "<=", "≤" -> new Range(0, value);
            case ">", "over", "above" -> new Range(Math.nextUp(value), 100_000);
            case ">=", "≥" -> new Range(value, 100_000);
            default -> Range.exactly(value);
        };
    }
}
