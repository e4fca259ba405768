package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The tree of classes, and which ingredient is in which. A member of a class is a member of its parents.
final class Classes {
    /// `depth` is 0 at a root: a deeper class is more specific.
    record DrugClass(
            String id,
            String term,
            String name,
            List<String> synonyms,
            String parent,
            Kind kind,
            int depth) {}

    /// An ingredient in a class, when it is given by one of the routes.
    private record Membership(DrugClass drugClass, Set<RouteGroup> routes) {}

    enum Kind {
        MECHANISM,
        ATC,
        DUPLICATE,
        ALLERGY,
        ALLERGY_FREE,
        CROSS,
        SUBSTANCE
    }

    private enum Strength {
        STRONG,
        MODERATE,
        WEAK
    }

    private final Map<String, DrugClass> byId;
    private final Map<String, Map<String, Membership>> byInn = new HashMap<>();
    private final Map<String, Set<Ingredient>> members = new HashMap<>();
    private final Map<String, Set<String>> inns = new ConcurrentHashMap<>();
    private final Map<String, Map<RouteGroup, Set<String>>> terms = new ConcurrentHashMap<>();

    private Classes(Map<String, DrugClass> byId) {
        this.byId = byId;
    }

    static Classes read(
            Table classes, Table members, Ingredients ingredients, Set<String> sources) {
        Map<String, Table.Row> rows = new LinkedHashMap<>();
        classes.rows().forEach(row -> rows.put(row.required("class_id"), row));
        Map<String, DrugClass> byId = new LinkedHashMap<>();
        for (Table.Row row : classes.rows()) {
            Provenance.read(row, sources);
            byId.put(
                    row.get("class_id"),
                    new DrugClass(
                            row.get("class_id"),
                            "class:" + row.get("class_id"),
                            row.required("name"),
                            row.list("synonyms"),
                            row.get("parent"),
                            row.choice("kind", Kind.class),
                            depth(row, rows)));
        }
        Classes result = new Classes(byId);
        for (Table.Row row : members.rows()) {
            Provenance.read(row, sources);
            if (!row.get("strength").equals("-")) {
                row.choice("strength", Strength.class);
            }
            result.add(row, ingredients.require(row, row.get("ingredient")));
        }
        return result;
    }

    private static int depth(Table.Row row, Map<String, Table.Row> rows) {
        int depth = 0;
        for (String parent = row.get("parent"); !parent.isEmpty(); depth++) {
            Table.Row above = rows.get(parent);
            if (above == null || depth > rows.size()) {
                throw row.bad("unknown or circular parent '" + parent + "'");
            }
            parent = above.get("parent");
        }
        return depth;
    }

    private void add(Table.Row row, Ingredient ingredient) {
        RouteGroup route = RouteGroup.read(row, "route");
        for (DrugClass c = require(row, row.get("class_id")); c != null; c = byId.get(c.parent())) {
            DrugClass drugClass = c;
            byInn.computeIfAbsent(ingredient.inn(), inn -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            c.id(),
                            id -> new Membership(drugClass, EnumSet.noneOf(RouteGroup.class)))
                    .routes()
                    .add(route);
            members.computeIfAbsent(c.id(), id -> new LinkedHashSet<>()).add(ingredient);
        }
    }

    DrugClass require(Table.Row row, String id) {
        DrugClass found = byId.get(id);
        if (found == null) {
            throw row.bad("unknown class '" + id + "'");
        }
        return found;
    }

    Collection<DrugClass> all() {
        return byId.values();
    }

    /// What a rule may call an ingredient given by a route, the ingredient itself first; kept, for it is asked often.
    Set<String> terms(Ingredient ingredient, RouteGroup route) {
        return terms.computeIfAbsent(ingredient.inn(), inn -> new ConcurrentHashMap<>())
                .computeIfAbsent(route, by -> findTerms(ingredient, by));
    }

    private Set<String> findTerms(Ingredient ingredient, RouteGroup route) {
        Set<String> found = new LinkedHashSet<>();
        found.add(ingredient.id());
        for (Membership membership : byInn.getOrDefault(ingredient.inn(), Map.of()).values()) {
            if (membership.routes().stream().anyMatch(by -> by.compatible(route))) {
                found.add(membership.drugClass().term());
            }
        }
        return Collections.unmodifiableSet(found);
    }

    Collection<Ingredient> members(String classId) {
        return members.getOrDefault(classId, Set.of());
    }

    /// The INN of the members; kept, for many rules speak of one class.
    Set<String> inns(String classId) {
        return inns.computeIfAbsent(
                classId,
                id -> members(id).stream().map(Ingredient::inn).collect(Collectors.toSet()));
    }

    /// The class and those above it, nearest first; empty for an id that is no class.
    List<DrugClass> withParents(String classId) {
        List<DrugClass> path = new ArrayList<>();
        for (DrugClass c = byId.get(classId); c != null; c = byId.get(c.parent())) {
            path.add(c);
        }
        return path;
    }
}
