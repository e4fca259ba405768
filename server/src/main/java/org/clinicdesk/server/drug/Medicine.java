package org.clinicdesk.server.drug;

import java.util.List;

/// Something that can be prescribed: a product (`product:...`) or a bare ingredient (`ing:...`, without strength, form
/// and route). `ingredients` are INN names.
public record Medicine(
        String id,
        String name,
        List<String> ingredients,
        String strength,
        String form,
        String route,
        List<String> rxcui) {
    static Medicine bare(Ingredient ingredient) {
        return new Medicine(
                ingredient.id(),
                Names.capital(ingredient.inn()),
                List.of(ingredient.inn()),
                "",
                "",
                "",
                List.of());
    }
}
