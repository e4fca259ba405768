package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that is known of medicines; read once, then never changed, safe for any number of threads.
public final class Knowledge {
    private static final int DEFAULT_LIMIT = 20;

    /// Those of all products and some of free texts, which are without number.
    private static final int MOST_STRENGTHS = 5000;

    private final String version;
    private final Ingredients ingredients;
    private final Combinations combinations;
    private final Formulary formulary;
    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Lazy<SearchIndex<Medicine>> medicineIndex = new Lazy<>(this::indexMedicines);
    private final Lazy<AgentNames> agentNames = new Lazy<>(this::indexAgents);
    private final Map<String, Strength> strengths = new ConcurrentHashMap<>();
    private final Classes classes;
    private final Rules rules;
    private final UsualDoses usualDoses;
    private final Reactions reactions;
    private final Labs labs;
    private final Conditions conditions;
    private final Growth growth;
    private final Map<String, Lazy<Translations>> translations;

    Knowledge(KnowledgeFiles files) {
        this(Tables.read(files));
    }

    Knowledge(Tables tables) {
        Set<String> sources = tables.sources();
        version = tables.version();
        ingredients = Ingredients.read(tables.of("ingredients.tsv"), sources);
        classes =
                Classes.read(
                        tables.of("classes.tsv"), tables.of("members.tsv"), ingredients, sources);
        labs = Labs.read(tables.of("labs.tsv"), sources);
        conditions = Conditions.read(tables.of("conditions.tsv"), sources);
        growth = Growth.read(tables.of("growth.tsv"), sources);
        Vocabulary words = new Vocabulary(ingredients, classes, labs, conditions, sources);
        rules = Rules.read(tables, words);
        usualDoses = UsualDoses.read(tables.of("usual.tsv"), words);
        reactions = Reactions.read(tables.of("reactions.tsv"), sources);
        combinations = Combinations.read(tables.of("combinations.tsv"), ingredients, sources);
        formulary = Formulary.read(tables.of("products.tsv"), ingredients, sources);
        translations =
                Translations.LANGUAGES.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        language -> language,
                                        language -> translations(language, tables)));
        addAgents();
    }

    /// Read when it is first spoken, so that the start does not wait for it.
    private static Lazy<Translations> translations(String language, Tables tables) {
        Lazy<Table> table = tables.later(Translations.file(language));
        return new Lazy<>(() -> Translations.read(language, table.get()));
    }

    private Knowledge(Knowledge other, Rules rules) {
        this.rules = rules;
        usualDoses = other.usualDoses;
        version = other.version;
        ingredients = other.ingredients;
        classes = other.classes;
        labs = other.labs;
        conditions = other.conditions;
        growth = other.growth;
        reactions = other.reactions;
        combinations = other.combinations;
        formulary = other.formulary;
        translations = other.translations;
        agents.putAll(other.agents);
    }

    /// The same without one line of a table of rules, for the test that each line is needed; it searches nothing.
    Knowledge without(Table.Row row) {
        return new Knowledge(this, rules.without(row));
    }

    /// Reads what is shipped.
    ///
    /// @throws BadKnowledge when a line must not be used
    public static Knowledge load() {
        return new Knowledge(KnowledgeFiles.shipped());
    }

    /// What is shipped, read once.
    static Knowledge shipped() {
        return Shipped.KNOWLEDGE;
    }

    private static final class Shipped {
        private static final Knowledge KNOWLEDGE = load();
    }

    private SearchIndex<Medicine> indexMedicines() {
        SearchIndex<Medicine> index = new SearchIndex<>(Medicine::rarity);
        for (Medicine product : formulary.all()) {
            List<String> amounts = Strength.otherWords(product.strength());
            List<String> forms = FormWords.of(product.form());
            if (product.ingredients().size() == 1) {
                index.add(product, names(product.name(), otherNames(product)), amounts, forms);
            } else {
                index.add(
                        product,
                        List.of(product.name()),
                        names(otherNames(product), amounts),
                        forms);
            }
        }
        ingredients.all().forEach(i -> index.add(Medicine.bare(i), names(i.inn(), i.synonyms())));
        return index;
    }

    /// What a medicine, or something in it, is called besides: brands, and names in other languages.
    private List<String> otherNames(Medicine medicine) {
        List<String> names = new ArrayList<>();
        if (!medicine.brand().isEmpty()) {
            names.add(medicine.brand());
        }
        medicine.ingredients()
                .forEach(inn -> ingredients.inn(inn).ifPresent(i -> names.addAll(i.synonyms())));
        names.addAll(combinations.namesOf(medicine.ingredients()));
        return names;
    }

    private void addAgents() {
        for (Classes.DrugClass group : classes.all()) {
            if (isAgent(group)) {
                add(agent(group));
            }
        }
        ingredients.all().forEach(ingredient -> add(agent(ingredient)));
    }

    private void add(Agent agent) {
        agents.put(agent.id(), agent);
    }

    private static boolean isAgent(Classes.DrugClass group) {
        return group.kind() == Classes.Kind.ALLERGY || group.kind() == Classes.Kind.SUBSTANCE;
    }

    private static Agent agent(Classes.DrugClass group) {
        return new Agent("group:" + group.id(), group.name(), true);
    }

    private static Agent agent(Ingredient ingredient) {
        return new Agent(ingredient.id(), Names.capital(ingredient.inn()), false);
    }

    private AgentNames indexAgents() {
        AgentNames index = new AgentNames();
        for (Classes.DrugClass group : classes.all()) {
            if (isAgent(group)) {
                index.add(agent(group), names(group.name(), group.synonyms()), List.of());
            }
        }
        for (Ingredient ingredient : ingredients.all()) {
            Agent agent = agent(ingredient);
            index.add(
                    agent,
                    names(agent.name(), ingredient.synonyms()),
                    combinations.namesWith(ingredient.inn()));
        }
        combinations
                .all()
                .forEach((parts, names) -> {
                    Agent whole = Agent.all(ofIngredients(parts));
                    index.addCombined(whole, names(whole.name(), names), List.of());
                });
        return index;
    }

    private static List<String> names(String name, List<String> synonyms) {
        return names(List.of(name), synonyms);
    }

    private static List<String> names(List<String> some, List<String> others) {
        List<String> names = new ArrayList<>(some);
        names.addAll(others);
        return names;
    }

    /// The version line of the files and a digest of their content: "0.1-3f2a9c1b".
    public String version() {
        return version;
    }

    /// What it says, in a language.
    Translations in(Locale language) {
        Lazy<Translations> spoken = translations.get(language.getLanguage());
        return spoken == null ? Translations.ENGLISH : spoken.get();
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
        return medicineIndex.get().find(text, limit > 0 ? limit : DEFAULT_LIMIT);
    }

    /// A text without the amounts in it, "cefixime" of "cefixime 75mg"; empty when there are none, or nothing else.
    public Optional<String> withoutAmounts(String text) {
        List<String> words = Names.words(Names.spaced(text));
        List<String> rest =
                words.stream()
                        .filter(word -> !SearchIndex.isNumber(word) && Unit.named(word).isEmpty())
                        .toList();
        return rest.isEmpty() || rest.size() == words.size()
                ? Optional.empty()
                : Optional.of(String.join(" ", rest));
    }

    /// A product by its whole name.
    public Optional<Medicine> productNamed(String name) {
        return formulary.named(name);
    }

    /// The other name of a found medicine that was typed, "Augmentin"; empty when it is found by the name it is shown by.
    public Optional<String> otherName(Medicine medicine, String text) {
        return Names.otherName(medicine.name(), otherNames(medicine), text);
    }

    /// What an allergy can be coded with and has words that begin so; at most `limit`, 20 for 0. Of a combination,
    /// "Augmentin", first the whole, then each part.
    public List<Agent> searchAgents(String text, int limit) {
        List<Agent> parts = ofIngredients(ingredientsOf(MedicineUse.ofText(text)));
        if (parts.size() > 1) {
            return Stream.concat(Stream.of(Agent.all(parts)), parts.stream()).toList();
        }
        List<Agent> found = agentNames.get().find(text, limit > 0 ? limit : DEFAULT_LIMIT);
        return found.isEmpty()
                ? ofIngredients(
                        searchMedicines(text, 1).stream()
                                .flatMap(medicine -> medicine.ingredients().stream())
                                .toList())
                : found;
    }

    /// The other name of a found agent that was typed, "Bactrim"; empty when it is found by the name it is shown by.
    public Optional<String> otherName(Agent agent, String text) {
        return agentNames.get().otherName(agent, text);
    }

    private List<Agent> ofIngredients(List<String> inns) {
        return inns.stream().flatMap(inn -> agent("ing:" + inn).stream()).toList();
    }

    /// The agent with this id, "ing:amoxicillin" or "group:penicillins".
    public Optional<Agent> agent(String id) {
        return Optional.ofNullable(agents.get(id));
    }

    /// The agents of a code, several of a combination: "ing:amoxicillin+ing:clavulanic acid"; none when one is not known.
    public List<Agent> agents(String code) {
        List<Agent> found = new ArrayList<>();
        for (String id : code.split(Pattern.quote(Agent.AND))) {
            Agent agent = agents.get(id);
            if (agent == null) {
                return List.of();
            }
            found.add(agent);
        }
        return List.copyOf(found);
    }

    /// The code of what is called so, wholly: a group, an ingredient, or all that a combination holds.
    public Optional<String> codeOf(String words) {
        Optional<Agent> named = agentNamed(words, true);
        if (named.isPresent()) {
            return named.map(Agent::id);
        }
        Contents contents = contents(MedicineUse.ofText(words));
        return contents.complete()
                ? Optional.of(
                        Agent.all(
                                        ofIngredients(
                                                contents.uses().stream()
                                                        .map(use -> use.ingredient().inn())
                                                        .toList()))
                                .id())
                : Optional.empty();
    }

    /// The agent that is called so, wholly; the plural does not matter. A group before an ingredient when `group`.
    public Optional<Agent> agentNamed(String name, boolean group) {
        return agentNames.get().named(name, group);
    }

    /// INN of what a fixed combination with a name of its own holds, "co-trimoxazole"; empty when nothing is called so.
    public List<String> combination(String name) {
        return combinations.named(name);
    }

    /// Whether the manner of a reaction is understood from its description.
    public boolean knowsReaction(String description) {
        return reactions.known(description);
    }

    /// Whether all that a medicine holds is known, so that it can be checked.
    public boolean knows(MedicineUse medicine) {
        return contents(medicine).complete();
    }

    /// What is usual of a medicine for this person, by weight; empty for a combination, and where no table says it.
    public Optional<UsualDose> usualDose(MedicineUse medicine, PatientFacts patient) {
        List<Use> uses = contents(medicine).uses();
        if (uses.size() != 1) {
            return Optional.empty();
        }
        Person person = person(patient);
        return usualDoses.of(Situation.of(person, uses.getFirst(), uses), rules.doseLimits());
    }

    /// The INN of all that is known to be in a medicine, in order, without repetition.
    public List<String> ingredientsOf(MedicineUse medicine) {
        return contents(medicine).uses().stream().map(use -> use.ingredient().inn()).toList();
    }

    /// What a medicine holds: by its id, by the names of its ingredients, else by its text when that is wholly the name
    /// of a product or an ingredient, or names joined by + or /. Of any other text the first words are read
    /// ([FirstWords]); it is then not complete, which is said.
    Contents contents(MedicineUse use) {
        Optional<Medicine> known = medicine(use.medicineId()).or(() -> formulary.named(use.text()));
        Set<String> names = new LinkedHashSet<>(use.ingredients());
        known.ifPresent(medicine -> names.addAll(medicine.ingredients()));
        if (names.isEmpty()) {
            names.addAll(combination(use.text()));
        }
        if (names.isEmpty()) {
            names.addAll(Arrays.asList(use.text().split("[+/]", -1)));
        }
        boolean whole = resolve(names);
        FirstWords first = FirstWords.of(whole && !bare(known) ? "" : use.text(), this::called);
        if (!whole && known.isEmpty() && use.ingredients().isEmpty()) {
            names.clear();
            names.addAll(first.inns());
        }
        String written =
                use.route().isBlank() ? known.map(Medicine::route).orElse("") : use.route();
        @Nullable Route route = Route.named(written).orElse(null);
        RouteGroup group = route == null ? RouteGroup.UNKNOWN : route.group();
        Strength strength = strength(known, first);
        Map<Ingredient, Integer> places = new LinkedHashMap<>();
        int place = 0;
        for (String name : names) {
            Ingredient ingredient = ingredients.named(name).orElse(null);
            if (ingredient != null) {
                places.putIfAbsent(ingredient, place);
            }
            place++;
        }
        Use.Source source = new Use.Source(use.text(), places.keySet());
        List<Use> uses = new ArrayList<>();
        places.forEach((ingredient, index) -> {
            Quantity single = single(use.dosing().amounts(), strength, index, names.size());
            uses.add(new Use(classes, ingredient, group, route, single, use.dosing(), source));
        });
        return new Contents(List.copyOf(uses), whole && !places.isEmpty());
    }

    /// An ingredient of which the text may say a strength: "Cefixime 100 mg".
    private static boolean bare(Optional<Medicine> known) {
        return known.filter(medicine -> medicine.strength().isEmpty()).isPresent();
    }

    /// Of a product its own, else what is written behind the name.
    private Strength strength(Optional<Medicine> known, FirstWords first) {
        String own = known.map(Medicine::strength).orElse("");
        boolean same = known.map(it -> it.ingredients().equals(first.inns())).orElse(true);
        String written = own.isEmpty() && same ? first.strength() : own;
        return strengths.size() < MOST_STRENGTHS
                ? strengths.computeIfAbsent(written, Strength::read)
                : Strength.read(written);
    }

    /// INN of what is called so, wholly, by any name or brand; empty when nothing is.
    private List<String> called(String name) {
        Optional<Ingredient> ingredient = ingredients.named(name);
        if (ingredient.isPresent()) {
            return List.of(ingredient.get().inn());
        }
        List<String> combined = combination(name);
        return combined.isEmpty()
                ? formulary
                        .named(name)
                        .map(Medicine::ingredients)
                        .orElseGet(() -> formulary.ofBrand(name))
                : combined;
    }

    /// Two names of one ingredient are one ingredient and still all known.
    private boolean resolve(Set<String> names) {
        return names.stream().allMatch(name -> ingredients.named(name).isPresent());
    }

    /// How much of one of the ingredients is taken at a time; null when it is not known.
    private static @Nullable Quantity single(
            List<Quantity> amounts, Strength strength, int index, int count) {
        if (amounts.isEmpty()) {
            return null;
        }
        boolean one = amounts.size() == 1;
        Quantity product = one ? strength.in(amounts.getFirst(), index, count) : null;
        if (product != null) {
            return product;
        }
        return amounts.size() == count ? amounts.get(index) : null;
    }

    Person person(PatientFacts facts) {
        return new Person(facts, conditions, growth);
    }

    public Labs labs() {
        return labs;
    }

    public Conditions conditions() {
        return conditions;
    }

    Classes classes() {
        return classes;
    }

    Rules rules() {
        return rules;
    }

    Reactions reactions() {
        return reactions;
    }
}
