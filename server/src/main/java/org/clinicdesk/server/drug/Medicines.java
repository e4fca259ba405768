package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What can be prescribed, and what is in it: products, fixed combinations and bare ingredients.
record Medicines(
        Ingredients ingredients,
        Combinations combinations,
        Formulary formulary,
        Brands brands,
        Classes classes,
        Map<String, Strength> strengths) {
    private static final String BARE = "ing:";

    /// Those of all products and some of free texts, which are without number.
    private static final int MOST_STRENGTHS = 5000;

    Medicines(
            Ingredients ingredients,
            Combinations combinations,
            Formulary formulary,
            Brands brands,
            Classes classes) {
        this(ingredients, combinations, formulary, brands, classes, new ConcurrentHashMap<>());
    }

    /// A product (`product:...`) or a bare ingredient (`ing:...`).
    Optional<Medicine> byId(String id) {
        return id.startsWith(BARE)
                ? ingredients.inn(id.substring(BARE.length())).map(Medicine::bare)
                : formulary.byId(id);
    }

    /// What a medicine holds: by its id, by the names of its ingredients, else by its text when that is wholly the name
    /// of a product or an ingredient, or names joined by + or /. Of any other text the first words are read
    /// ([FirstWords]); it is then not complete, which is said.
    Contents contents(MedicineUse use) {
        Optional<Medicine> known = byId(use.medicineId()).or(() -> formulary.named(use.text()));
        Set<String> names = names(use, known);
        boolean whole = names.stream().allMatch(name -> ingredients.named(name).isPresent());
        FirstWords first = FirstWords.of(whole && !bare(known) ? "" : use.text(), this::called);
        if (!whole && known.isEmpty() && use.ingredients().isEmpty()) {
            names = new LinkedHashSet<>(first.inns());
        }
        List<Use> uses = uses(named(use, known), known, names, strength(known, first));
        return new Contents(uses, whole && !uses.isEmpty());
    }

    /// A product goes by its own name, whatever language it was ordered in.
    private static MedicineUse named(MedicineUse use, Optional<Medicine> known) {
        return known.filter(medicine -> !medicine.strength().isEmpty())
                .map(product -> use.called(product.name()))
                .orElse(use);
    }

    private Set<String> names(MedicineUse use, Optional<Medicine> known) {
        Set<String> names = new LinkedHashSet<>(use.ingredients());
        known.ifPresent(medicine -> names.addAll(medicine.ingredients()));
        if (names.isEmpty()) {
            names.addAll(combinations.named(use.text()));
        }
        if (names.isEmpty()) {
            names.addAll(Arrays.asList(use.text().split("[+/]", -1)));
        }
        return names;
    }

    private static @Nullable Route route(MedicineUse use, Optional<Medicine> known) {
        String written =
                use.route().isBlank() ? known.map(Medicine::route).orElse("") : use.route();
        return Route.named(written).orElse(null);
    }

    /// A tablet does not become a cream by the word "topical" on the line.
    private static RouteGroup group(@Nullable Route route, Optional<Medicine> known) {
        return known.flatMap(medicine -> Route.named(medicine.route()))
                .map(Route::group)
                .filter(made -> made == RouteGroup.SYSTEMIC)
                .orElse(route == null ? RouteGroup.UNKNOWN : route.group());
    }

    /// One of each ingredient that is known: two names of one ingredient are one, in the place of the first.
    private List<Use> uses(
            MedicineUse use, Optional<Medicine> known, Set<String> names, Strength strength) {
        Map<Ingredient, Integer> places = new LinkedHashMap<>();
        int place = 0;
        for (String name : names) {
            int here = place++;
            ingredients.named(name).ifPresent(found -> places.putIfAbsent(found, here));
        }
        Route route = route(use, known);
        RouteGroup group = group(route, known);
        Use.Source source = new Use.Source(use.text(), places.keySet());
        List<Use> uses = new ArrayList<>();
        places.forEach((ingredient, index) -> {
            Quantity single = single(use.dosing().amounts(), strength, index, names.size());
            uses.add(new Use(classes, ingredient, group, route, single, use.dosing(), source));
        });
        return List.copyOf(uses);
    }

    /// An ingredient of which the text may say a strength: "Cefixime 100 mg".
    private static boolean bare(Optional<Medicine> known) {
        return known.filter(medicine -> medicine.strength().isEmpty()).isPresent();
    }

    /// Of a product its own, else what is written behind the name.
    private Strength strength(Optional<Medicine> known, FirstWords first) {
        String own = known.map(Medicine::strength).orElse("");
        boolean same = known.map(it -> it.ingredients().equals(first.inns())).orElse(true);
        String written = own.isEmpty() && same ? first.strength() : own;
        return strengths.size() < MOST_STRENGTHS
                ? strengths.computeIfAbsent(written, Strength::read)
                : Strength.read(written);
    }

    /// INN of what is called so, wholly, by any name or brand; empty when nothing is.
    private List<String> called(String name) {
        Optional<Ingredient> ingredient = ingredients.named(name);
        if (ingredient.isPresent()) {
            return List.of(ingredient.get().inn());
        }
        List<String> combined = combinations.named(name);
        return combined.isEmpty()
                ? formulary
                        .named(name)
                        .map(Medicine::ingredients)
                        .orElseGet(() -> formulary.ofBrand(name))
                : combined;
    }

    /// How much of one of the ingredients is taken at a time; null when it is not known.
    private static @Nullable Quantity single(
            List<Quantity> amounts, Strength strength, int index, int count) {
        if (amounts.isEmpty()) {
            return null;
        }
        boolean one = amounts.size() == 1;
        Quantity product = one ? strength.in(amounts.getFirst(), index, count) : null;
        if (product != null) {
            return product;
        }
        return amounts.size() == count ? amounts.get(index) : null;
    }
}
