package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The conditions that rules ask for, by id, by name and by code. What is one is also its parent.
public final class Conditions {
    /// @param parent empty at the top
    public record Condition(String id, String name, List<String> names, String parent) {}

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern POSSESSIVE = Pattern.compile("(?<=\\p{L}) s\\b");

    private final Map<String, Condition> byId = new LinkedHashMap<>();
    private final Map<String, Condition> byName = new HashMap<>();
    private final Map<String, Condition> bySpelling = new HashMap<>();
    private final Map<String, List<Condition>> byIcd10 = new LinkedHashMap<>();
    private final Map<String, List<Condition>> bySnomed = new HashMap<>();

    private Conditions() {}

    static Conditions read(Table table, Set<String> sources) {
        Conditions result = new Conditions();
        for (Table.Row row : table.rows()) {
            Provenance.read(row, sources);
            Condition condition = condition(row);
            result.byId.put(condition.id(), condition);
            for (String name : condition.names()) {
                if (result.byName.put(Names.fold(name), condition) instanceof Condition other
                        && other != condition) {
                    throw row.bad("'" + name + "' names " + other.id() + " already");
                }
            }
            condition
                    .names()
                    .forEach(name -> result.bySpelling.putIfAbsent(spelling(name), condition));
            row.list("icd10").forEach(code -> add(result.byIcd10, plain(code), condition));
            row.list("snomed").forEach(code -> add(result.bySnomed, code, condition));
        }
        table.rows().forEach(result::refuseCircle);
        return result;
    }

    private static void add(Map<String, List<Condition>> index, String code, Condition condition) {
        index.computeIfAbsent(code, c -> new ArrayList<>()).add(condition);
    }

    private static Condition condition(Table.Row row) {
        String id = row.required("condition_id");
        if (!ID.matcher(id).matches()) {
            throw row.bad("'" + id + "' is no id");
        }
        List<String> names = new ArrayList<>(List.of(id.replace('_', ' '), row.required("name")));
        names.addAll(row.list("synonyms"));
        return new Condition(id, row.get("name"), names, row.get("parent"));
    }

    private void refuseCircle(Table.Row row) {
        String parent = row.get("parent");
        for (int steps = 0; !parent.isEmpty(); steps++) {
            Condition above = byId.get(parent);
            if (above == null || steps > byId.size()) {
                throw row.bad("unknown or circular parent '" + parent + "'");
            }
            parent = above.parent();
        }
    }

    Condition require(Table.Row row, String id) {
        Condition condition = byId.get(id);
        if (condition == null) {
            throw row.bad("unknown condition '" + id + "'");
        }
        return condition;
    }

    boolean known(String id) {
        return byId.containsKey(id);
    }

    String name(String id) {
        Condition condition = byId.get(id);
        return condition == null ? id.replace('_', ' ') : condition.name();
    }

    /// By id, name or synonym in any spelling, British or American, with or without the s of a possessive.
    public Optional<Condition> named(String name) {
        return Optional.ofNullable(byName.get(Names.fold(name)))
                .or(() -> Optional.ofNullable(bySpelling.get(spelling(name))));
    }

    /// "Addison's disease" and "Addison disease", "oesophagus" and "esophagus" are one.
    private static String spelling(String name) {
        return POSSESSIVE
                .matcher(Names.fold(name))
                .replaceAll("")
                .replace("ae", "e")
                .replace("oe", "e");
    }

    /// What an ICD-10 code stands for: by the longest prefix of it that is known; the dot does not matter.
    public List<Condition> byIcd10(String code) {
        for (String prefix = plain(code); prefix.length() >= 2; ) {
            List<Condition> found = byIcd10.get(prefix);
            if (found != null) {
                return List.copyOf(found);
            }
            prefix = prefix.substring(0, prefix.length() - 1);
        }
        return List.of();
    }

    public List<Condition> bySnomed(String code) {
        return List.copyOf(bySnomed.getOrDefault(code, List.of()));
    }

    public Collection<Condition> all() {
        return byId.values();
    }

    private static String plain(String icd10) {
        return icd10.replace(".", "").toUpperCase(Locale.ROOT);
    }

    /// A condition and what it is a kind of; empty for an id that is none.
    Set<String> withParents(String id) {
        Set<String> path = new HashSet<>();
        for (Condition c = byId.get(id); c != null; c = byId.get(c.parent())) {
            path.add(c.id());
        }
        return path;
    }
}
