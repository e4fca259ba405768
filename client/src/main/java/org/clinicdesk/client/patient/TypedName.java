package org.clinicdesk.client.patient;

import java.text.Normalizer;
import java.util.Locale;

/// What somebody typed to find a person, taken apart for the fields of a new one. It is a guess that stands in the fields
/// to be seen: where the family name goes first it is the first word, else the last.
record TypedName(String family, String given, String phone) {

    static TypedName of(String typed, boolean familyFirst) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        if (text.matches("[+0-9 ().-]*")) {
            return new TypedName("", "", text.matches("[+0-9 ()-]{8,}") ? text : "");
        }
        var name = text.equals(text.toLowerCase(Locale.ROOT)) ? capitals(text) : text;
        var space = familyFirst ? name.indexOf(' ') : name.lastIndexOf(' ');
        if (space < 0) {
            return new TypedName("", name, "");
        }
        var first = name.substring(0, space);
        var rest = name.substring(space + 1);
        return familyFirst ? new TypedName(first, rest, "") : new TypedName(rest, first, "");
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
