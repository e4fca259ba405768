package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ingredients by INN and by every other name.
final class Ingredients {
    private final Map<String, Ingredient> byInn;
    private final Map<String, Ingredient> byName;

    private Ingredients(Map<String, Ingredient> byInn, Map<String, Ingredient> byName) {
        this.byInn = byInn;
        this.byName = byName;
    }

    /// @param named what they are called in Spanish, which is a name of theirs like any other
    static Ingredients read(Table table, Table named, Set<String> sources) {
        Map<String, Ingredient> byInn = new LinkedHashMap<>();
        Map<String, Ingredient> byName = new HashMap<>();
        Map<String, String> bases = new HashMap<>();
        Map<String, String> spanish = new HashMap<>();
        table.rows().forEach(row -> bases.put(row.get("id"), row.get("base")));
        named.rows().forEach(row -> spanish.put(row.required("en"), row.required("text")));
        for (Table.Row row : table.rows()) {
            Provenance.read(row, sources);
            Ingredient ingredient = ingredient(row, bases, spanish);
            byInn.put(ingredient.inn(), ingredient);
            List<String> names = new ArrayList<>(ingredient.synonyms());
            names.add(ingredient.inn());
            for (String name : names) {
                Ingredient other = byName.put(Names.fold(name), ingredient);
                if (other != null) {
                    throw row.bad("'" + name + "' names " + other.inn() + " already");
                }
            }
        }
        return new Ingredients(byInn, byName);
    }

    private static Ingredient ingredient(
            Table.Row row, Map<String, String> bases, Map<String, String> spanish) {
        String inn = row.required("id");
        String base = inn;
        for (int steps = 0; !bases.getOrDefault(base, "").isEmpty(); steps++) {
            base = bases.getOrDefault(base, "");
            if (!bases.containsKey(base) || steps > bases.size()) {
                throw row.bad("unknown or circular base '" + base + "'");
            }
        }
        return new Ingredient(
                inn,
                names(row.list("synonyms"), inn, spanish.getOrDefault(inn, inn)),
                row.list("atc"),
                row.get("rxcui"),
                base);
    }

    private static List<String> names(List<String> synonyms, String inn, String spanish) {
        String folded = Names.fold(spanish);
        boolean known =
                folded.equals(Names.fold(inn))
                        || synonyms.stream().map(Names::fold).anyMatch(folded::equals);
        return known ? synonyms : Names.joined(synonyms, List.of(spanish));
    }

    Collection<Ingredient> all() {
        return byInn.values();
    }

    /// By any name in any spelling, the whole name.
    Optional<Ingredient> named(String name) {
        return Optional.ofNullable(byName.get(Names.fold(name)));
    }

    /// By INN exactly.
    Optional<Ingredient> inn(String inn) {
        return Optional.ofNullable(byInn.get(inn));
    }

    Ingredient require(Table.Row row, String inn) {
        return inn(inn).orElseThrow(() -> row.bad("unknown ingredient '" + inn + "'"));
    }
}
