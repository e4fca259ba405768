package org.clinicdesk.server.drug;

import java.util.Set;

/// What rules may speak of.
record Vocabulary(
        Ingredients ingredients,
        Classes classes,
        Labs labs,
        Conditions conditions,
        Set<String> sources) {
    Expression expression(Table.Row row, String text) {
        return new Expressions(ingredients, classes, labs, conditions).read(row, text);
    }

    /// The `when` column.
    Expression when(Table.Row row) {
        return expression(row, row.get("when"));
    }

    Side side(Table.Row row, String column, RouteGroup route) {
        return Side.read(row, column, route, ingredients, classes);
    }

    Provenance provenance(Table.Row row) {
        return Provenance.read(row, sources);
    }
}
