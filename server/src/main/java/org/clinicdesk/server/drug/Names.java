package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How names are compared: without case, accents and punctuation, so that "Ácido fólico" is "acido folico".
final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}.%]+");

    private static final Pattern GLUED =
            Pattern.compile(
                    "(?i)(?<![\\p{L}\\p{N}])([0-9][0-9.,]*)"
                            + "(?=(?:mg|g|mcg|[uµμ]g|microgram\\w*|ml|l|iu|ui|u|units?|mmol|meq)"
                            + "(?![\\p{L}\\p{N}]))");

    private static final Pattern PLURAL = Pattern.compile("(\\p{L}{2})s\\b");

    private Names() {}

    static String fold(String text) {
        String quick = foldAscii(text);
        if (quick != null) {
            return quick;
        }
        String lower = text.toLowerCase(Locale.ROOT).replace('đ', 'd');
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return SEPARATORS.matcher(bare).replaceAll(" ").strip();
    }

    /// The same for what is plain letters, which nearly all names are; null for anything else.
    private static @Nullable String foldAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return null;
            }
            boolean kept =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || c == '.'
                            || c == '%';
            if (kept) {
                if (blank && !folded.isEmpty()) {
                    folded.append(' ');
                }
                folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            }
            blank = !kept;
        }
        return folded.toString();
    }

    static List<String> words(String text) {
        String folded = fold(text);
        return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" "));
    }

    /// With a blank between a number and the unit that was typed on to it: "500mg" is "500 mg". "B12" stays one word.
    static String spaced(String text) {
        return GLUED.matcher(text).replaceAll("$1 ");
    }

    /// Folded, and each word without the s of the plural.
    static String singular(String text) {
        return PLURAL.matcher(fold(text)).replaceAll("$1");
    }

    /// The other name of something that a word of the text is, or begins, and that what it is shown by does not.
    static Optional<String> otherName(String shown, List<String> others, String text) {
        List<String> own = words(shown);
        List<String> typed =
                words(Amounts.without(text)).stream().filter(word -> !begins(own, word)).toList();
        return others.stream()
                .filter(name -> typed.contains(fold(name)))
                .findFirst()
                .or(() ->
                        typed.stream()
                                .flatMap(word ->
                                        others.stream().filter(name -> begins(words(name), word)))
                                .findFirst());
    }

    private static boolean begins(List<String> words, String typed) {
        return words.stream().anyMatch(word -> word.startsWith(typed));
    }

    static List<String> joined(String name, List<String> others) {
        return joined(List.of(name), others);
    }

    static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
