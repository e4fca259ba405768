package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.List;

/// An interaction.
record DdiRule(
        String id,
        Sides sides,
        Level level,
        String mechanism,
        String effect,
        String management,
        Context context,
        Provenance provenance)
        implements Sided {
    /// How mechanisms begin that hours between two medicines are enough against.
    private static final List<String> APART = List.of("absorption", "chelation", "resin");

    private enum Onset {
        RAPID,
        DELAYED
    }

    private enum Doc {
        ESTABLISHED,
        PROBABLE,
        SUSPECTED
    }

    static DdiRule read(Table.Row row, Vocabulary words) {
        row.choice("onset", Onset.class);
        row.choice("doc", Doc.class);
        Sides sides =
                new Sides(
                        words.side(row, "a", RouteGroup.read(row, "route_a")),
                        words.side(row, "b", RouteGroup.read(row, "route_b")));
        return new DdiRule(
                row.required("rule_id"),
                sides,
                row.choice("level", Level.class),
                row.required("mechanism_code"),
                row.required("effect"),
                row.required("management"),
                Context.read(row, words),
                words.provenance(row));
    }

    /// Whether the one keeps the other out of the blood, so that hours between them are enough.
    boolean onlyApart() {
        return APART.stream().anyMatch(mechanism::startsWith);
    }

    /// The level in a situation of two medicines, whichever of them is which side of the rule.
    Context.Judged judge(Situation situation) {
        List<Situation> ways = new ArrayList<>(2);
        Use x = situation.a();
        Use y = situation.b();
        if (sides.a().matches(x) && sides.b().matches(y)) {
            ways.add(situation);
        }
        if (sides.a().matches(y) && sides.b().matches(x)) {
            ways.add(situation.between(y, x));
        }
        return context.judge(level, ways);
    }
}
