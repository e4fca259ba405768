package org.clinicdesk.server.drug;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// One side of a rule: an ingredient or a class, given by a route.
///
/// @param term `ing:simvastatin` or `class:statin_cyp3a`
/// @param name of the ingredient or class alone
/// @param specificity an ingredient is more specific than any class, a deep class than a shallow one
/// @param members what the side stands for
record Side(
        String term,
        String name,
        RouteGroup route,
        int specificity,
        Collection<Ingredient> members,
        Set<String> inns) {
    private static final int INGREDIENT = 1000;

    static Side read(
            Table.Row row,
            String column,
            RouteGroup route,
            Ingredients ingredients,
            Classes classes) {
        return read(row, row.required(column), column, route, ingredients, classes);
    }

    /// A term that is a part of a cell.
    static Side read(
            Table.Row row,
            String term,
            String column,
            RouteGroup route,
            Ingredients ingredients,
            Classes classes) {
        if (term.startsWith("ing:")) {
            Ingredient ingredient = ingredients.require(row, term.substring(4));
            return new Side(
                    term,
                    ingredient.inn(),
                    route,
                    INGREDIENT,
                    List.of(ingredient),
                    Set.of(ingredient.inn()));
        }
        if (!term.startsWith("class:")) {
            throw row.bad(column + " is neither ing: nor class: but '" + term + "'");
        }
        Classes.DrugClass drugClass = classes.require(row, term.substring(6));
        Collection<Ingredient> members = classes.members(drugClass.id());
        if (members.isEmpty()) {
            throw row.bad("matches no ingredient: " + term);
        }
        return new Side(
                term,
                drugClass.id(),
                route,
                drugClass.depth(),
                members,
                classes.inns(drugClass.id()));
    }

    boolean isIngredient() {
        return specificity == INGREDIENT;
    }

    boolean matches(Use use) {
        return route.compatible(use.route()) && use.terms().contains(term);
    }
}
