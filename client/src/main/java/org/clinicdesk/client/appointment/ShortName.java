package org.clinicdesk.client.appointment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A name made shorter step by step, so that what tells people apart stays longest. The words before the last become
/// initials, from the left, and then go. The last word is the given name in Viet Nam, where half the people share three
/// family names, and most often the family name elsewhere.
final class ShortName {

    private ShortName() {}

    /// `Nguyễn Thị Ánh`, `N. Thị Ánh`, `N. T. Ánh`, `T. Ánh`, `Ánh`.
    static List<String> steps(String name) {
        var words = new ArrayList<>(Arrays.asList(name.strip().split("\\s+")));
        var steps = new ArrayList<>(List.of(name));
        for (var i = 0; i < words.size() - 1; i++) {
            words.set(i, initial(words.get(i)));
            steps.add(String.join(" ", words));
        }
        while (words.size() > 1) {
            words.removeFirst();
            steps.add(String.join(" ", words));
        }
        return steps;
    }

    private static String initial(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)) + ".";
    }
}
