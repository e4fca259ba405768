package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which products a brand is: Ozempic is an injection of semaglutide and no tablet, Postinor no minipill.
final class Brands {
    /// @param forms it comes in, as the products have them; empty for any
    /// @param strengths the same
    private record Brand(
            String name, Set<String> ingredients, List<String> forms, List<String> strengths) {
        boolean is(Medicine product) {
            return ingredients.equals(Set.copyOf(product.ingredients()))
                    && (forms.isEmpty() || forms.contains(product.form()))
                    && (strengths.isEmpty() || strengths.contains(product.strength()));
        }
    }

    private final Map<Set<String>, List<Brand>> byContents = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    static Brands read(
            Table table, Ingredients ingredients, Combinations combinations, Set<String> sources) {
        Brands result = new Brands();
        for (Table.Row row : table.rows()) {
            Provenance.read(row, sources);
            Brand brand =
                    new Brand(
                            row.required("brand"),
                            Set.copyOf(row.list("ingredients")),
                            row.list("forms"),
                            row.list("strengths"));
            Set<String> called =
                    ingredients
                            .named(brand.name())
                            .map(it -> Set.of(it.inn()))
                            .orElseGet(() -> Set.copyOf(combinations.named(brand.name())));
            if (!called.equals(brand.ingredients())) {
                throw row.bad("'" + brand.name() + "' is called so by " + called);
            }
            result.byContents
                    .computeIfAbsent(brand.ingredients(), contents -> new ArrayList<>())
                    .add(brand);
            result.names.add(Names.fold(brand.name()));
        }
        return result;
    }

    /// The brands a product is.
    List<String> of(Medicine product) {
        return byContents.getOrDefault(Set.copyOf(product.ingredients()), List.of()).stream()
                .filter(brand -> brand.is(product))
                .map(Brand::name)
                .toList();
    }

    /// Whether a name is a brand, and so not the name of all that holds the same.
    boolean has(String name) {
        return names.contains(Names.fold(name));
    }
}
