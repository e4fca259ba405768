package org.clinicdesk.client.prescription;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is written out of a dosage, in the short words of [Shorthand]: "cada 8 horas" is `q8h`, "ngày 3 lần" `x3`, "for 5
/// days" `5 days`, `1-0-1` `1 x2`. What is no such phrase stays as it is.
final class Longhand {

    private record Phrase(Pattern pattern, String shorthand) {}

    private static final String COUNT =
            "(\\d{1,2}|once|one|twice|two|three|four|una|dos|tres|cuatro|một|hai|ba|bốn)";
    private static final String SPAN =
            "(?:days?|d[ií]as?|ngày|weeks?|semanas?|tuần|months?|mes(?:es)?|tháng)";

    private static final Map<String, String> NUMBERS =
            Map.ofEntries(
                    Map.entry("once", "1"),
                    Map.entry("one", "1"),
                    Map.entry("una", "1"),
                    Map.entry("một", "1"),
                    Map.entry("twice", "2"),
                    Map.entry("two", "2"),
                    Map.entry("dos", "2"),
                    Map.entry("hai", "2"),
                    Map.entry("three", "3"),
                    Map.entry("tres", "3"),
                    Map.entry("ba", "3"),
                    Map.entry("four", "4"),
                    Map.entry("cuatro", "4"),
                    Map.entry("bốn", "4"));

    /// Morning, noon, evening, night.
    private static final Pattern MEALS =
            Pattern.compile("\\d(?:[.,]\\d)?(?:-\\d(?:[.,]\\d)?){2,3}");

    /// Those that say how many times; the number may be a word.
    private static final List<Pattern> TIMES =
            List.of(
                    words(
                            COUNT
                                    + " ?(?:times?|veces|vez|lần)"
                                    + " ?(?:a|per|al|por|/|một|mỗi|trong)?"
                                    + " ?(?:day|daily|d[ií]a|ngày|diarias?)"),
                    words("(once|twice) (?:(?:a|per) day|daily)"),
                    // Not "5 ngày 3 lần": that is a length, and how often.
                    words(
                            "(?<!(?<!\\d)\\d{1,2} )(?:mỗi )?ngày (?:(?:uống|dùng|xịt|nhỏ|bôi) )?"
                                    + COUNT
                                    + " lần"));

    private static final List<Phrase> PHRASES =
            List.of(
                    phrase(
                            "every other day|(?:on )?alternate days|d[ií]as alternos"
                                    + "|un d[ií]a s[ií] y otro no|cách ngày",
                            "eod"),
                    phrase(
                            "once a week|every week|una vez (?:a la|por) semana|semanalmente"
                                    + "|cada semana|mỗi tuần (?:1|một) lần|tuần (?:1|một) lần",
                            "weekly"),
                    phrase(
                            "(?:every|each|cada|mỗi|cứ) (\\d{1,2})"
                                    + " ?(?:hours?|hrs?|horas?|h|giờ|tiếng)(?: (?:một|1) lần)?",
                            "q$1h"),
                    phrase(
                            "(?:every|each) day|daily|cada d[ií]a|a diario|al d[ií]a|h[àằ]ng ngày"
                                    + "|mỗi ngày",
                            "x1"),
                    phrase("(?:for|durante|por|trong|dùng trong)(?= \\d{1,3} ?" + SPAN + ")", ""),
                    phrase(
                            "(x\\d{1,2}|q\\d{1,2}h),? (?:mỗi lần|cada vez|each time) (\\S+)"
                                    + " (\\p{L}+)",
                            "$2 $3 $1"),
                    phrase("(?:take|give|tom[ae]r?|dar|uống|dùng|ngậm|xịt|nhỏ|bôi)(?= \\d)", ""),
                    phrase("by mouth|(?:por )?v[ií]a oral|por boca|đường uống", "po"),
                    phrase(
                            "(?:as|when|if) needed|si (?:lo )?(?:precisa|necesita)|si es necesario"
                                    + "|a demanda|khi cần",
                            "prn"),
                    phrase("(?:si|khi) (dolor|fiebre|n[aá]useas|đau|sốt)", "prn:$1"));

    private Longhand() {}

    private static Phrase phrase(String phrase, String shorthand) {
        return new Phrase(words(phrase), shorthand);
    }

    /// Whole words only.
    private static Pattern words(String phrase) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + phrase + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static String shortened(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        text = replaced(PHRASES.subList(0, 2), text);
        for (var times : TIMES) {
            text = times.matcher(text).replaceAll(found -> "x" + number(found.group(1)));
        }
        text = replaced(PHRASES.subList(2, PHRASES.size()), text);
        return Arrays.stream(text.split(" "))
                .map(Longhand::meals)
                .reduce((one, other) -> one + " " + other)
                .orElse("")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String replaced(List<Phrase> phrases, String typed) {
        var text = typed;
        for (var phrase : phrases) {
            text = phrase.pattern().matcher(text).replaceAll(phrase.shorthand());
        }
        return text;
    }

    private static String number(String word) {
        return NUMBERS.getOrDefault(
                word.toLowerCase(java.util.Locale.ROOT), Matcher.quoteReplacement(word));
    }

    /// Whether a word says how much at which time of the day.
    static boolean isMeals(String word) {
        return MEALS.matcher(word).matches();
    }

    /// The same dose at least twice a day says all that can be kept. When a dose is taken once, or how doses differ, cannot be:
    /// the word stays, and is not understood.
    private static String meals(String word) {
        if (!isMeals(word)) {
            return word;
        }
        var doses = new ArrayList<>(List.of(word.split("-")));
        doses.removeIf(dose -> dose.matches("0(?:[.,]0)?"));
        return doses.size() > 1 && doses.stream().distinct().count() == 1
                ? doses.getFirst() + " x" + doses.size()
                : word;
    }
}
