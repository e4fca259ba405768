package org.clinicdesk.server.exchange;

import org.clinicdesk.server.drug.Ingredient;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.MedicineUse;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a medicine holds by what is written of it: "warfarin sodium 5 MG Oral Tablet".
///
/// @param whole nothing stands there beside the name but amounts, the form and the salt
record WrittenMedicine(List<String> ingredients, boolean whole) {

    private static final Pattern JOINED = Pattern.compile("\\s+/\\s+|\\s*\\+\\s*");
    private static final Pattern SALT =
            Pattern.compile(
                    "sodium|potassium|calcium|magnesium|natri|kali|calci|hcl|anhydrous|\\p{L}+"
                            + "(?:ate|ide|ato|uro|hydrat|[aá]sico|[oó]dico)");

    WrittenMedicine {
        ingredients = List.copyOf(ingredients);
    }

    static WrittenMedicine of(Knowledge knowledge, String written) {
        var use = MedicineUse.ofText(written);
        if (written.isBlank() || knowledge.knows(use)) {
            return new WrittenMedicine(knowledge.ingredientsOf(use), !written.isBlank());
        }
        var names = JOINED.splitAsStream(written).map(part -> name(knowledge, part)).toList();
        var all = MedicineUse.ofText(String.join(" + ", names));
        return knowledge.knows(all)
                ? new WrittenMedicine(knowledge.ingredientsOf(all), true)
                : new WrittenMedicine(knowledge.ingredientsOf(use), false);
    }

    private static String name(Knowledge knowledge, String part) {
        var words = knowledge.nameIn(part);
        return knowledge.knows(MedicineUse.ofText(words))
                ? words
                : Arrays.stream(words.split(" "))
                        .filter(word -> !salt(knowledge, word))
                        .collect(Collectors.joining(" "));
    }

    private static boolean salt(Knowledge knowledge, String word) {
        return SALT.matcher(word).matches() && knowledge.ingredient(word).isEmpty();
    }

    /// Whether both name something, and nothing in common.
    boolean contradicts(Knowledge knowledge, List<String> others) {
        return !ingredients.isEmpty()
                && !others.isEmpty()
                && bases(knowledge, ingredients).stream()
                        .noneMatch(bases(knowledge, others)::contains);
    }

    private static Set<String> bases(Knowledge knowledge, List<String> inns) {
        return inns.stream()
                .map(inn -> knowledge.ingredient(inn).map(Ingredient::base).orElse(inn))
                .collect(Collectors.toSet());
    }
}
