package org.clinicdesk.client.patient;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// What somebody typed to find a person, taken apart for the fields of a new one. It is a guess that stands in the fields
/// to be seen: where the family name goes first it is the first word, else the last.
///
/// @param familyFirst as the desk writes names, and whatever the desk when it begins with a Vietnamese family name
record TypedName(String family, String given, String phone, boolean familyFirst) {

    /// Nine in ten people in Viet Nam have one of these. Those that are words or names elsewhere without their marks are
    /// known by the marks only.
    private static final Set<String> VIETNAMESE =
            Set.of(
                    "nguyễn", "nguyen", "trần", "tran", "lê", "phạm", "pham", "hoàng", "huỳnh",
                    "huynh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "lý",
                    "đinh", "trương");

    static TypedName of(String typed, boolean byLanguage) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        if (text.matches("[+0-9 ().-]*")) {
            var phone = text.matches("[+0-9 ()-]{8,}") ? text : "";
            return new TypedName("", "", phone, byLanguage);
        }
        var words = text.toLowerCase(Locale.ROOT).split(" ");
        var familyFirst = byLanguage || words.length > 2 && VIETNAMESE.contains(words[0]);
        var name = text.equals(text.toLowerCase(Locale.ROOT)) ? capitals(text) : text;
        var space = familyFirst ? name.indexOf(' ') : name.lastIndexOf(' ');
        if (space < 0) {
            return new TypedName("", name, "", familyFirst);
        }
        var first = name.substring(0, space);
        var rest = name.substring(space + 1);
        return familyFirst
                ? new TypedName(first, rest, "", true)
                : new TypedName(rest, first, "", false);
    }

    /// Who types in a hurry types no capitals.
    private static String capitals(String name) {
        var written = new StringBuilder();
        var start = true;
        for (var letter : name.codePoints().toArray()) {
            written.appendCodePoint(start ? Character.toTitleCase(letter) : letter);
            start = letter == ' ' || letter == '-';
        }
        return written.toString();
    }
}
