package org.clinicdesk.client.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

import java.util.Locale;

/// Initials on a coloured disc. The colour follows from the name, so one person has one colour everywhere.
public final class Avatar {

    private static final int COLOURS = 6;

    private Avatar() {}

    /// In rows.
    public static Label small(String name) {
        return of(name, "s30");
    }

    /// In headings of panels.
    public static Label large(String name) {
        return of(name, "s48");
    }

    /// In the top bar.
    public static Label tiny(String name) {
        return of(name, "s28");
    }

    private static Label of(String name, String size) {
        var avatar =
                Labels.of(
                        initials(name),
                        "avatar",
                        size,
                        "c" + Math.floorMod(name.hashCode(), COLOURS));
        avatar.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        return avatar;
    }

    /// First letters of the first and the last word, titles left out.
    static String initials(String name) {
        var words = name.replaceFirst("^\\p{L}+\\.\\s+", "").strip().split("\\s+");
        var first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
