package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// An ingredient as it reaches the body. No two uses are equal, for a medicine may be taken twice.
final class Use {
    private final Ingredient ingredient;
    private final RouteGroup route;
    private final @Nullable Route specificRoute;
    private final @Nullable Quantity single;
    private final Dosing dosing;
    private final Set<String> terms;
    private final Source source;

    /// The medicine it is in.
    ///
    /// @param text as it was written
    /// @param ingredients all that is known to be in it
    record Source(String text, Set<Ingredient> ingredients) {
        Source {
            ingredients = Set.copyOf(ingredients);
        }

        /// Whether the one goes on with the other: both hold the same.
        boolean same(Source other) {
            return ingredients.equals(other.ingredients);
        }
    }

    /// @param classes which say what the rules may call it
    Use(
            Classes classes,
            Ingredient ingredient,
            RouteGroup route,
            @Nullable Route specificRoute,
            @Nullable Quantity single,
            Dosing dosing,
            Source source) {
        this.ingredient = ingredient;
        this.route = route;
        this.specificRoute = specificRoute;
        this.single = single;
        this.dosing = dosing;
        this.source = source;
        this.terms = classes.terms(ingredient, route);
    }

    /// Of which only the group of routes is known.
    Use(Classes classes, Ingredient ingredient, RouteGroup route) {
        this(
                classes,
                ingredient,
                route,
                null,
                null,
                Dosing.NOT_SAID,
                new Source(ingredient.inn(), Set.of(ingredient)));
    }

    /// What a rule may call it, the ingredient first: `ing:simvastatin`, `class:statin_cyp3a`.
    Set<String> terms() {
        return terms;
    }

    Ingredient ingredient() {
        return ingredient;
    }

    RouteGroup route() {
        return route;
    }

    @Nullable Route specificRoute() {
        return specificRoute;
    }

    Source source() {
        return source;
    }

    Dosing dosing() {
        return dosing;
    }

    /// How much at a time; null when it is not known.
    @Nullable Quantity single() {
        return single;
    }

    /// How much a day; null when it is not known.
    @Nullable Quantity daily() {
        Double times = dosing.dosesADay();
        return single == null || times == null ? null : single.times(times);
    }
}
