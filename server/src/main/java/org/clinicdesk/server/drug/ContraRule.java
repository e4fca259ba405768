package org.clinicdesk.server.drug;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What must not be given to a person, or not like this.
///
/// @param asks what `when` depends on
record ContraRule(
        String id,
        Kind kind,
        Side target,
        RouteNeed route,
        Expression when,
        Set<String> asks,
        Level level,
        String effect,
        String management,
        Provenance provenance) {
    enum Kind {
        PREGNANCY,
        LACTATION,
        AGE,
        RENAL,
        CONDITION,
        LABORATORY,
        ROUTE,
        SEX;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Conditions and results are many questions, of which one must not hide another.
        boolean manyQuestions() {
            return this == CONDITION || this == LABORATORY;
        }
    }

    static ContraRule read(Table.Row row, Vocabulary words) {
        Expression when = words.when(row);
        Set<String> asks = new TreeSet<>();
        when.addAsked(asks);
        asks.removeIf(name -> name.startsWith("med("));
        Kind kind = row.choice("kind", Kind.class);
        RouteNeed route = RouteNeed.read(row);
        if (when == Expression.ALWAYS && kind != Kind.ROUTE) {
            throw row.bad("holds for everybody: no when");
        }
        return new ContraRule(
                row.required("rule_id"),
                kind,
                words.side(row, "target", RouteGroup.UNKNOWN),
                route,
                when,
                asks,
                row.choice("level", Level.class),
                row.required("effect"),
                row.required("management"),
                words.provenance(row));
    }

    boolean concerns(Use use) {
        boolean given = kind == Kind.ROUTE ? route.certain(use) : route.allows(use);
        return given && target.matches(use);
    }

    boolean sameQuestion(ContraRule other) {
        return kind == other.kind
                && (!kind.manyQuestions() || asks.stream().anyMatch(other.asks::contains));
    }
}
