package org.clinicdesk.server.drug;

import java.util.List;

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
}
