package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an allergy can be coded with: ingredients, groups of them, and all that a combination holds.
final class Agents {
    private final Medicines medicines;
    private final Lazy<MedicineNames> medicineNames;
    private final Map<String, Agent> byId = new LinkedHashMap<>();
    private final Lazy<AgentNames> names = new Lazy<>(this::index);

    Agents(Medicines medicines, Lazy<MedicineNames> medicineNames) {
        this.medicines = medicines;
        this.medicineNames = medicineNames;
        groups().forEach(group -> add(agent(group)));
        medicines.ingredients().all().forEach(ingredient -> add(agent(ingredient)));
    }

    private Stream<Classes.DrugClass> groups() {
        return medicines.classes().all().stream()
                .filter(group ->
                        group.kind() == Classes.Kind.ALLERGY
                                || group.kind() == Classes.Kind.SUBSTANCE);
    }

    private void add(Agent agent) {
        byId.put(agent.id(), agent);
    }

    private static Agent agent(Classes.DrugClass group) {
        return new Agent("group:" + group.id(), group.name(), true);
    }

    private static Agent agent(Ingredient ingredient) {
        return new Agent(ingredient.id(), Names.capital(ingredient.inn()), false);
    }

    private AgentNames index() {
        AgentNames index = new AgentNames();
        groups().forEach(group ->
                index.add(agent(group), Names.joined(group.name(), group.synonyms()), List.of()));
        for (Ingredient ingredient : medicines.ingredients().all()) {
            Agent agent = agent(ingredient);
            index.add(
                    agent,
                    Names.joined(agent.name(), ingredient.synonyms()),
                    medicines.combinations().namesWith(ingredient.inn()));
        }
        medicines
                .combinations()
                .all()
                .forEach((parts, called) -> {
                    Agent whole = Agent.all(ofIngredients(parts));
                    index.addCombined(whole, Names.joined(whole.name(), called), List.of());
                });
        return index;
    }

    private List<Agent> ofIngredients(List<String> inns) {
        return inns.stream().flatMap(inn -> byId("ing:" + inn).stream()).toList();
    }

    Optional<Agent> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The agents of a code, several of a combination; none when one is not known.
    List<Agent> of(String code) {
        List<Agent> found = new ArrayList<>();
        for (String id : code.split(Pattern.quote(Agent.AND))) {
            Agent agent = byId.get(id);
            if (agent == null) {
                return List.of();
            }
            found.add(agent);
        }
        return List.copyOf(found);
    }

    /// What has words that begin so. Of a combination, "Augmentin", first the whole, then each part.
    List<Agent> find(String text, int limit) {
        List<Agent> parts =
                ofIngredients(medicines.contents(MedicineUse.ofText(text)).ingredients());
        if (parts.size() > 1) {
            return Stream.concat(Stream.of(Agent.all(parts)), parts.stream()).toList();
        }
        List<Agent> found = names.get().find(text, limit);
        return found.isEmpty() ? ofIngredients(ofMedicine(text)) : found;
    }

    private List<String> ofMedicine(String text) {
        return medicineNames.get().find(text, 1).stream()
                .flatMap(medicine -> medicine.ingredients().stream())
                .toList();
    }

    /// The other name of a found agent that was typed, "Bactrim"; empty when it is found by the name it is shown by.
    Optional<String> otherName(Agent agent, String text) {
        return names.get().otherName(agent, text);
    }

    /// The agent that is called so, wholly; the plural does not matter. A group before an ingredient when `group`.
    Optional<Agent> named(String name, boolean group) {
        return names.get().named(name, group);
    }

    /// The code of what is called so, wholly: a group, an ingredient, or all that a combination holds.
    Optional<String> codeOf(String words) {
        Optional<Agent> named = named(words, true);
        if (named.isPresent()) {
            return named.map(Agent::id);
        }
        Contents contents = medicines.contents(MedicineUse.ofText(words));
        return contents.complete()
                ? Optional.of(Agent.all(ofIngredients(contents.ingredients())).id())
                : Optional.empty();
    }
}
