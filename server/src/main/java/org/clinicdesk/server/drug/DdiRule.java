package org.clinicdesk.server.drug;

import java.util.Set;

/// An interaction.
record DdiRule(
        String id,
        Sides sides,
        Level level,
        String mechanism,
        String effect,
        String management,
        Provenance provenance)
        implements Sided {
    private enum Onset {
        RAPID,
        DELAYED
    }

    private enum Doc {
        ESTABLISHED,
        PROBABLE,
        SUSPECTED
    }

    static DdiRule read(
            Table.Row row, Ingredients ingredients, Classes classes, Set<String> sources) {
        row.choice("onset", Onset.class);
        row.choice("doc", Doc.class);
        if (!row.get("context").isEmpty()) {
            throw row.bad("context is not evaluated yet: it would be ignored");
        }
        Sides sides =
                new Sides(
                        Side.read(row, "a", RouteGroup.read(row, "route_a"), ingredients, classes),
                        Side.read(row, "b", RouteGroup.read(row, "route_b"), ingredients, classes));
        return new DdiRule(
                row.required("rule_id"),
                sides,
                row.choice("level", Level.class),
                row.required("mechanism_code"),
                row.required("effect"),
                row.required("management"),
                Provenance.read(row, sources));
    }
}
