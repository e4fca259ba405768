package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All that is known of medicines; read once, then never changed, safe for any number of threads.
public final class Knowledge {
    private static final int DEFAULT_LIMIT = 20;

    private final String version;
    private final Ingredients ingredients;
    private final Formulary formulary;
    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Map<String, Agent> groupNames = new HashMap<>();
    private final Map<String, Agent> ingredientNames = new HashMap<>();
    private final SearchIndex<Medicine> medicineIndex = new SearchIndex<>();
    private final SearchIndex<Agent> agentIndex = new SearchIndex<>();
    private final Interactions interactions;
    private final CrossReactivity crossReactivity;
    private final Duplicates duplicates;
    private final Reactions reactions;
    private final Labs labs;
    private final Conditions conditions;

    Knowledge(KnowledgeFiles files) {
        Set<String> sources = files.sources();
        version = files.version();
        ingredients = Ingredients.read(files.table("ingredients.tsv"), sources);
        Classes classes =
                Classes.read(
                        files.table("classes.tsv"),
                        files.table("members.tsv"),
                        ingredients,
                        sources);
        interactions =
                Interactions.read(
                        files.table("ddi.tsv"),
                        files.table("ddi_override.tsv"),
                        ingredients,
                        classes,
                        sources);
        crossReactivity =
                CrossReactivity.read(
                        files.table("allergy.tsv"),
                        files.table("allergy_no.tsv"),
                        ingredients,
                        classes,
                        sources);
        duplicates = Duplicates.read(files.table("dup.tsv"), ingredients, classes, sources);
        reactions = Reactions.read(files.table("reactions.tsv"), sources);
        labs = Labs.read(files.table("labs.tsv"), sources);
        conditions = Conditions.read(files.table("conditions.tsv"), sources);
        formulary = Formulary.read(files.table("products.tsv"), ingredients, sources);
        indexMedicines();
        indexAgents(classes);
    }

    /// Reads what is shipped.
    ///
    /// @throws BadKnowledge when a line must not be used
    public static Knowledge load() {
        return new Knowledge(KnowledgeFiles.shipped());
    }

    private void indexMedicines() {
        for (Medicine product : formulary.all()) {
            List<String> names = new ArrayList<>(List.of(product.name()));
            product.ingredients()
                    .forEach(
                            inn -> ingredients.inn(inn).ifPresent(i -> names.addAll(i.synonyms())));
            medicineIndex.add(product, names);
        }
        ingredients
                .all()
                .forEach(i -> medicineIndex.add(Medicine.bare(i), names(i.inn(), i.synonyms())));
    }

    private void indexAgents(Classes classes) {
        for (Classes.DrugClass group : classes.all()) {
            if (group.kind() == Classes.Kind.ALLERGY || group.kind() == Classes.Kind.SUBSTANCE) {
                addAgent(new Agent("group:" + group.id(), group.name(), true), group.synonyms());
            }
        }
        ingredients
                .all()
                .forEach(i ->
                        addAgent(new Agent(i.id(), Names.capital(i.inn()), false), i.synonyms()));
    }

    private void addAgent(Agent agent, List<String> synonyms) {
        agents.put(agent.id(), agent);
        List<String> names = names(agent.name(), synonyms);
        agentIndex.add(agent, names);
        Map<String, Agent> byName = agent.group() ? groupNames : ingredientNames;
        names.forEach(name -> byName.putIfAbsent(Names.singular(name), agent));
    }

    private static List<String> names(String name, List<String> synonyms) {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(synonyms);
        return names;
    }

    /// The version line of the files and a digest of their content: "0.1-3f2a9c1b".
    public String version() {
        return version;
    }

    /// An ingredient by any of its names in any spelling; the whole name, never a part of it.
    public Optional<Ingredient> ingredient(String name) {
        return ingredients.named(name);
    }

    /// A product (`product:...`) or a bare ingredient (`ing:...`).
    public Optional<Medicine> medicine(String id) {
        return id.startsWith("ing:")
                ? ingredients.inn(id.substring(4)).map(Medicine::bare)
                : formulary.byId(id);
    }

    /// The products with an RxNorm code; empty when it is not known.
    public List<Medicine> byRxNorm(String code) {
        return formulary.byCode(code);
    }

    /// What can be prescribed and has words that begin so; at most `limit`, 20 for 0.
    public List<Medicine> searchMedicines(String text, int limit) {
        return medicineIndex.find(text, limit > 0 ? limit : DEFAULT_LIMIT);
    }

    /// What an allergy can be coded with and has words that begin so; at most `limit`, 20 for 0.
    public List<Agent> searchAgents(String text, int limit) {
        return agentIndex.find(text, limit > 0 ? limit : DEFAULT_LIMIT);
    }

    /// The agent with this id, "ing:amoxicillin" or "group:penicillins".
    public Optional<Agent> agent(String id) {
        return Optional.ofNullable(agents.get(id));
    }

    /// The agent that is called so, wholly; the plural does not matter. A group before an ingredient when `group`.
    public Optional<Agent> agentNamed(String name, boolean group) {
        String key = Names.singular(name);
        Map<String, Agent> first = group ? groupNames : ingredientNames;
        Map<String, Agent> second = group ? ingredientNames : groupNames;
        return Optional.ofNullable(first.get(key)).or(() -> Optional.ofNullable(second.get(key)));
    }

    /// Whether the manner of a reaction is understood from its description.
    public boolean knowsReaction(String description) {
        return reactions.known(description);
    }

    /// Whether all that a medicine holds is known, so that it can be checked.
    public boolean knows(MedicineUse medicine) {
        return contents(medicine).complete();
    }

    /// The INN of all that is known to be in a medicine, in order, without repetition.
    public List<String> ingredientsOf(MedicineUse medicine) {
        return contents(medicine).uses().stream().map(use -> use.ingredient().inn()).toList();
    }

    /// What a medicine holds: by its id, by the names of its ingredients, else by its text when that is wholly the name
    /// of a product or an ingredient, or names joined by + or /. Nothing is guessed from a part of a name.
    Contents contents(MedicineUse use) {
        Optional<Medicine> known = medicine(use.medicineId()).or(() -> formulary.named(use.text()));
        Set<String> names = new LinkedHashSet<>(use.ingredients());
        known.ifPresent(medicine -> names.addAll(medicine.ingredients()));
        if (names.isEmpty()) {
            names.addAll(Arrays.asList(use.text().split("[+/]", -1)));
        }
        String route = use.route().isBlank() ? known.map(Medicine::route).orElse("") : use.route();
        RouteGroup group = RouteGroup.of(route);
        Set<Ingredient> found = new LinkedHashSet<>();
        boolean complete = true;
        for (String name : names) {
            Optional<Ingredient> ingredient = ingredients.named(name);
            ingredient.ifPresent(found::add);
            complete &= ingredient.isPresent();
        }
        return new Contents(
                found.stream().map(i -> new Use(i, group)).toList(), complete && !found.isEmpty());
    }

    public Labs labs() {
        return labs;
    }

    public Conditions conditions() {
        return conditions;
    }

    Interactions interactions() {
        return interactions;
    }

    CrossReactivity crossReactivity() {
        return crossReactivity;
    }

    Duplicates duplicates() {
        return duplicates;
    }

    Reactions reactions() {
        return reactions;
    }
}
