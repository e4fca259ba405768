package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which two ingredients are one too many: the same substance, or two of a group of which one is enough.
final class Duplicates {
    static final String SAME = "same_ingredient";

    /// @param name of the group; empty for the same ingredient
    record Rule(
            String id,
            String name,
            Level level,
            RouteGroup route,
            boolean sameRoute,
            Set<String> exceptions,
            Provenance provenance) {
        private boolean routesMatch(Use x, Use y) {
            return sameRoute
                    ? x.route().compatible(y.route())
                    : route.compatible(x.route()) && route.compatible(y.route());
        }

        private boolean counts(Use use) {
            return !exceptions.contains(use.ingredient().inn());
        }
    }

    /// When two that are accepted may be taken together.
    private enum Beside {
        ALWAYS,
        /// One as needed, neither with something else in it.
        AS_NEEDED,
        /// One as a single dose.
        ONCE,
        /// By different routes, as far as they are said.
        OTHER_ROUTE;

        private static Beside read(Table.Row row) {
            return switch (row.get("one_as_needed")) {
                case "" -> ALWAYS;
                case "yes" -> AS_NEEDED;
                case "once" -> ONCE;
                case "other_route" -> OTHER_ROUTE;
                default -> throw row.bad("one_as_needed is yes, once, other_route or empty");
            };
        }
    }

    private record Accepted(Sides sides, Beside beside) {
        private boolean holds(Use x, Use y) {
            return sides.match(x, y)
                    && switch (beside) {
                        case ALWAYS -> true;
                        case AS_NEEDED ->
                                x.dosing().asNeeded() != y.dosing().asNeeded()
                                        && alone(x)
                                        && alone(y);
                        case ONCE -> x.dosing().once() != y.dosing().once();
                        case OTHER_ROUTE -> differ(x.specificRoute(), y.specificRoute());
                    };
        }

        private static boolean differ(@Nullable Route x, @Nullable Route y) {
            return x != null && y != null && x.is(y) == Truth.FALSE;
        }

        private static boolean alone(Use use) {
            return use.source().ingredients().size() == 1;
        }
    }

    private final Map<String, Rule> groups = new HashMap<>();
    private final Rule same;
    private final List<Accepted> accepted;

    private Duplicates(Rule same, List<Accepted> accepted) {
        this.same = same;
        this.accepted = accepted;
    }

    static Duplicates read(Table table, Table no, Vocabulary words) {
        Ingredients ingredients = words.ingredients();
        Classes classes = words.classes();
        Set<String> sources = words.sources();
        Table.Row sameRow =
                table.rows().stream()
                        .filter(row -> row.get("group_id").equals(SAME))
                        .findFirst()
                        .orElseThrow(() -> new BadKnowledge(table.file(), 0, "no line " + SAME));
        Duplicates result =
                new Duplicates(
                        rule(sameRow, "", ingredients, sources),
                        no.rows().stream().map(row -> accepted(row, words)).toList());
        for (Table.Row row : table.rows()) {
            if (row == sameRow) {
                continue;
            }
            Classes.DrugClass group = classes.require(row, row.get("group_id"));
            if (classes.members(group.id()).size() < 2) {
                throw row.bad("matches no two ingredients");
            }
            result.groups.put(group.term(), rule(row, group.name(), ingredients, sources));
        }
        return result;
    }

    private static Accepted accepted(Table.Row row, Vocabulary words) {
        row.required("why");
        words.provenance(row);
        Sides sides =
                new Sides(
                        words.side(row, "a", RouteGroup.UNKNOWN),
                        words.side(row, "b", RouteGroup.UNKNOWN));
        return new Accepted(sides, Beside.read(row));
    }

    private static Rule rule(
            Table.Row row, String name, Ingredients ingredients, Set<String> sources) {
        if (!row.get("max_active").equals("1")) {
            throw row.bad("max_active other than 1 is not evaluated yet");
        }
        List<String> exceptions = row.list("exceptions");
        exceptions.forEach(inn -> ingredients.require(row, inn));
        boolean sameRoute = row.get("route_group").equals("same");
        return new Rule(
                row.required("group_id"),
                name,
                row.choice("level", Level.class),
                sameRoute ? RouteGroup.UNKNOWN : RouteGroup.read(row, "route_group"),
                sameRoute,
                Set.copyOf(exceptions),
                Provenance.read(row, sources));
    }

    Optional<Rule> between(Use x, Use y) {
        if (accepted.stream().anyMatch(pair -> pair.holds(x, y))) {
            return Optional.empty();
        }
        if (x.ingredient().sameSubstance(y.ingredient())) {
            return holds(same, x, y) && !besideItsProdrug(x, y)
                    ? Optional.of(same)
                    : Optional.empty();
        }
        return x.terms().stream()
                .filter(y.terms()::contains)
                .flatMap(term -> Stream.ofNullable(groups.get(term)))
                .filter(rule -> holds(rule, x, y))
                .max(
                        Comparator.comparing(Rule::level)
                                .thenComparing(Rule::id, Comparator.reverseOrder()));
    }

    /// A cream beside another form of the same substance of which no route is said: that is swallowed or injected.
    private static boolean besideItsProdrug(Use x, Use y) {
        return !x.ingredient().equals(y.ingredient())
                && (local(x) && y.route() == RouteGroup.UNKNOWN
                        || local(y) && x.route() == RouteGroup.UNKNOWN);
    }

    private static boolean local(Use use) {
        return use.route() != RouteGroup.UNKNOWN && use.route() != RouteGroup.SYSTEMIC;
    }

    private static boolean holds(Rule rule, Use x, Use y) {
        return rule.counts(x) && rule.counts(y) && rule.routesMatch(x, y);
    }
}
