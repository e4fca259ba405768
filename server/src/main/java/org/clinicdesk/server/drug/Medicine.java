package org.clinicdesk.server.drug;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// Something that can be prescribed: a product (`product:...`) or a bare ingredient (`ing:...`, without strength, form
/// and route). `ingredients` are INN names; `brand` is of a product of one maker, `pack` what one holds, "200 puff": both are
/// empty where nothing is said.
public record Medicine(
        String id,
        String name,
        String brand,
        List<String> ingredients,
        String strength,
        String form,
        String route,
        String pack,
        List<String> rxcui) {
    private static final Set<String> PLAIN = Set.of("tablet", "capsule");
    private static final int INJECTED = 5;
    private static final int COMBINED = 10;

    static Medicine bare(Ingredient ingredient) {
        return new Medicine(
                ingredient.id(),
                Names.capital(ingredient.inn()),
                "",
                List.of(ingredient.inn()),
                "",
                "",
                "",
                "",
                List.of());
    }

    /// How many pieces of it, such as tablets, hold a dose; empty where it is not counted in pieces, or holds several
    /// ingredients.
    public OptionalDouble pieces(Quantity dose) {
        return Strength.read(strength).pieces(dose);
    }

    /// Something of which only the contents are known.
    static Medicine unnamed(List<String> ingredients) {
        return new Medicine(
                "", String.join(" + ", ingredients), "", ingredients, "", "", "", "", List.of());
    }

    /// How seldom it is meant when its name was typed: the ingredient itself and what is swallowed whole come first, what
    /// is injected last, and what holds one thing before what holds several.
    int rarity() {
        return (ingredients.size() > 1 ? COMBINED : 0) + rarityOfForm();
    }

    private int rarityOfForm() {
        if (form.isEmpty() || PLAIN.contains(form)) {
            return form.isEmpty() ? 0 : 1;
        }
        if (form.contains("injection") || form.contains("infusion")) {
            return INJECTED;
        }
        boolean swallowed = route.equals("oral");
        return swallowed && (form.endsWith("tablet") || form.endsWith("capsule"))
                ? 2
                : swallowed || form.equals("inhaler") ? 3 : 4;
    }
}
