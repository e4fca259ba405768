package org.clinicdesk.server.drug;

import java.util.Optional;
import java.util.Set;

/// An exception: the level that holds for its pairs in place of every rule that is not more specific; no level when
/// nothing is to be said.
record DdiOverride(Sides sides, Optional<Level> level, Provenance provenance) implements Sided {
    static DdiOverride read(
            Table.Row row, Ingredients ingredients, Classes classes, Set<String> sources) {
        row.required("why");
        Sides sides =
                new Sides(
                        Side.read(row, "a", RouteGroup.UNKNOWN, ingredients, classes),
                        Side.read(row, "b", RouteGroup.UNKNOWN, ingredients, classes));
        if (sides.ingredients() == 0) {
            throw row.bad("an exception names at least one ingredient");
        }
        Optional<Level> level =
                row.get("level").equals("none")
                        ? Optional.empty()
                        : Optional.of(row.choice("level", Level.class));
        return new DdiOverride(sides, level, Provenance.read(row, sources));
    }
}
