package org.clinicdesk.server.drug;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All that is known of medicines; read once, then never changed, safe for any number of threads.
public final class Knowledge {
    private static final int DEFAULT_LIMIT = 20;

    private final String version;
    private final Medicines medicines;
    private final Lazy<MedicineNames> medicineNames;
    private final Agents agents;
    private final Rules rules;
    private final UsualDoses usualDoses;
    private final Reactions reactions;
    private final Labs labs;
    private final Conditions conditions;
    private final Growth growth;
    private final boolean lacksOwn;
    private final Languages languages;

    Knowledge(KnowledgeFiles files) {
        this(Tables.read(files));
    }

    Knowledge(Tables tables) {
        Set<String> sources = tables.sources();
        version = tables.version();
        Ingredients ingredients =
                Ingredients.read(
                        tables.of("ingredients.tsv"), tables.of(Nomenclature.file("es")), sources);
        Classes classes =
                Classes.read(
                        tables.of("classes.tsv"), tables.of("members.tsv"), ingredients, sources);
        labs = Labs.read(tables.of("labs.tsv"), sources);
        conditions = Conditions.read(tables.of("conditions.tsv"), sources);
        growth = Growth.read(tables.of("growth.tsv"), sources);
        Vocabulary words = new Vocabulary(ingredients, classes, labs, conditions, sources);
        rules = Rules.read(tables, words);
        usualDoses = UsualDoses.read(tables.of("usual.tsv"), words);
        reactions = Reactions.read(tables.of("reactions.tsv"), sources);
        Combinations combinations =
                Combinations.read(tables.of("combinations.tsv"), ingredients, sources);
        medicines =
                new Medicines(
                        ingredients,
                        combinations,
                        Formulary.read(
                                tables.of("products.tsv"),
                                () -> tables.of("rxnorm.tsv"),
                                ingredients,
                                sources),
                        Brands.read(tables.of("brands.tsv"), ingredients, combinations, sources),
                        classes);
        medicineNames = new Lazy<>(() -> new MedicineNames(medicines));
        agents = new Agents(medicines, medicineNames);
        lacksOwn = false;
        languages = new Languages(tables, medicines.formulary().all());
    }

    private Knowledge(Knowledge other, Rules rules, boolean lacksOwn) {
        this.rules = rules;
        this.lacksOwn = lacksOwn;
        usualDoses = other.usualDoses;
        version = other.version;
        medicines = other.medicines;
        medicineNames = other.medicineNames;
        agents = other.agents;
        labs = other.labs;
        conditions = other.conditions;
        growth = other.growth;
        reactions = other.reactions;
        languages = other.languages;
    }

    /// The same without one line of a table of rules, for the test that each line is needed.
    Knowledge without(Table.Row row) {
        return new Knowledge(this, rules.without(row), lacksOwn);
    }

    /// The same where a practice has rules of its own that could not be read.
    Knowledge withoutOwn() {
        return new Knowledge(this, rules, true);
    }

    /// For how many days something that was ended may matter still.
    public int longestWashout() {
        return rules.washouts().longest();
    }

    boolean lacksOwn() {
        return lacksOwn;
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

    /// The version line of the files and a digest of their content: "0.1-3f2a9c1b".
    public String version() {
        return version;
    }

    /// What it says, in a language.
    Translations in(Locale language) {
        return languages.in(language);
    }

    /// What it says to who reads a language.
    public Spoken spoken(Locale language) {
        return new Spoken(this, language);
    }

    /// What the checks said, in a language, whichever it was said in; what is not understood stays as it was said.
    public String said(String text, Locale language) {
        return languages.said(text, language);
    }

    /// An ingredient by any of its names in any spelling; the whole name, never a part of it.
    public Optional<Ingredient> ingredient(String name) {
        return medicines.ingredients().named(name);
    }

    /// A product (`product:...`) or a bare ingredient (`ing:...`).
    public Optional<Medicine> medicine(String id) {
        return medicines.byId(id);
    }

    /// The only ingredient with an ATC code; empty when none has it, or several.
    public Optional<Ingredient> byAtc(String code) {
        List<Ingredient> found =
                medicines.ingredients().all().stream()
                        .filter(ingredient -> ingredient.atc().contains(code))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// A name of a medicine in what is written of one: without its amounts and the words for its form.
    public String nameIn(String written) {
        return FormWords.without(Names.fold(Amounts.without(written)));
    }

    /// The products that hold just these ingredients.
    public List<Medicine> productsOf(Collection<String> inns) {
        Set<String> held = Set.copyOf(inns);
        return medicines.formulary().all().stream()
                .filter(product -> Set.copyOf(product.ingredients()).equals(held))
                .toList();
    }

    /// The products with an RxNorm code, or what holds the same; empty when it is not known.
    public List<Medicine> byRxNorm(String code) {
        return medicines.formulary().byCode(code);
    }

    /// What can be prescribed and has words that begin so; at most `limit`, 20 for 0.
    public List<Medicine> searchMedicines(String text, int limit) {
        return medicineNames.get().find(text, most(limit));
    }

    private static int most(int limit) {
        return limit > 0 ? limit : DEFAULT_LIMIT;
    }

    /// What can be prescribed and is called so, or nearly so ([Found]); at most `limit`, 20 for 0.
    Found find(String text, int limit) {
        return Found.of(text, most(limit), this::searchMedicines, medicineNames.get()::meant);
    }

    /// A product by its whole name, in any language.
    public Optional<Medicine> productNamed(String name) {
        return medicines
                .formulary()
                .named(name)
                .or(() -> languages.names().flatMap(it -> it.product(name).stream()).findFirst());
    }

    /// What an ingredient, or a product, is called in each language, English first.
    Stream<String> namesOf(Medicine medicine) {
        return Stream.concat(
                Stream.of(medicine.name()), languages.names().map(it -> it.name(medicine)));
    }

    /// What medicines are called in a language.
    Nomenclature names(Locale language) {
        return languages.names(language);
    }

    /// Whether a text is an INN.
    boolean isIngredient(String text) {
        return medicines.ingredients().inn(text).isPresent();
    }

    /// The other name of a found medicine that was typed, "Augmentin"; empty when it is found by the name it is shown by.
    public Optional<String> otherName(Medicine medicine, String text) {
        return medicineNames.get().otherName(medicine, text);
    }

    /// What an allergy can be coded with and has words that begin so; at most `limit`, 20 for 0. Of a combination,
    /// "Augmentin", first the whole, then each part.
    public List<Agent> searchAgents(String text, int limit) {
        return agents.find(text, most(limit));
    }

    /// The other name of a found agent that was typed, "Bactrim"; empty when it is found by the name it is shown by.
    public Optional<String> otherName(Agent agent, String text) {
        return agents.otherName(agent, text);
    }

    /// The agent with this id, "ing:amoxicillin" or "group:penicillins".
    public Optional<Agent> agent(String id) {
        return agents.byId(id);
    }

    /// The agents of a code, several of a combination: "ing:amoxicillin+ing:clavulanic acid"; none when one is not known.
    public List<Agent> agents(String code) {
        return agents.of(code);
    }

    /// The code of what is called so, wholly: a group, an ingredient, or all that a combination holds.
    public Optional<String> codeOf(String words) {
        return agents.codeOf(words);
    }

    /// The agent that is called so, wholly; the plural does not matter. A group before an ingredient when `group`.
    public Optional<Agent> agentNamed(String name, boolean group) {
        return agents.named(name, group);
    }

    /// INN of what a fixed combination with a name of its own holds, "co-trimoxazole"; empty when nothing is called so.
    public List<String> combination(String name) {
        return medicines.combinations().named(name);
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

    /// What the rules reckon with of a person.
    public KnownBody body(PatientFacts patient) {
        return KnownBody.of(person(patient));
    }

    /// The INN of all that is known to be in a medicine, in order, without repetition.
    public List<String> ingredientsOf(MedicineUse medicine) {
        return contents(medicine).ingredients();
    }

    /// What a medicine holds, wholly or as far as it is known.
    Contents contents(MedicineUse use) {
        return medicines.contents(use);
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
        return medicines.classes();
    }

    Rules rules() {
        return rules;
    }

    Reactions reactions() {
        return reactions;
    }
}
