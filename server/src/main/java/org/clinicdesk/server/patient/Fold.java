package org.clinicdesk.server.patient;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes texts comparable: no accents, no case, "đ" is "d". What somebody types without a Vietnamese keyboard finds what
/// is written with one.
public final class Fold {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private Fold() {}

    public static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replace('ð', 'd')
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe");
    }

    /// The folded words of a text, in order.
    public static List<String> words(String text) {
        return Arrays.stream(BETWEEN.split(fold(text))).filter(word -> !word.isEmpty()).toList();
    }

    /// The digits of a text, nothing else.
    public static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .mapToObj(c -> String.valueOf(Character.digit(c, 10)))
                .reduce("", String::concat);
    }
}
