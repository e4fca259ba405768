package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fixed combinations that have a name of their own: co-trimoxazole is sulfamethoxazole and trimethoprim.
final class Combinations {
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<Set<String>, List<String>> names = new LinkedHashMap<>();
    private final Map<List<String>, List<String>> all = new LinkedHashMap<>();

    static Combinations read(Table table, Ingredients ingredients, Set<String> sources) {
        Combinations result = new Combinations();
        for (Table.Row row : table.rows()) {
            Provenance.read(row, sources);
            List<String> contents = row.list("ingredients");
            if (contents.size() < 2) {
                throw row.bad("a combination has two ingredients at least");
            }
            contents.forEach(inn -> ingredients.require(row, inn));
            List<String> called = new ArrayList<>(List.of(row.required("name")));
            called.addAll(row.list("synonyms"));
            for (String name : called) {
                if (ingredients.named(name).isPresent()
                        || result.byName.put(Names.fold(name), contents) != null) {
                    throw row.bad("'" + name + "' names something else already");
                }
            }
            result.all.put(List.copyOf(contents), List.copyOf(called));
            result.names.put(new HashSet<>(contents), List.copyOf(called));
        }
        return result;
    }

    /// INN of what is in it; empty when nothing is called so.
    List<String> named(String name) {
        return byName.getOrDefault(Names.fold(name), List.of());
    }

    /// What each is called, by the INN of what is in it.
    Map<List<String>, List<String>> all() {
        return all;
    }

    /// What the combinations that hold an ingredient are called.
    List<String> namesWith(String inn) {
        return names.entrySet().stream()
                .filter(entry -> entry.getKey().contains(inn))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /// What a medicine with these ingredients is called beside their names.
    List<String> namesOf(List<String> contents) {
        return names.getOrDefault(new HashSet<>(contents), List.of());
    }
}
