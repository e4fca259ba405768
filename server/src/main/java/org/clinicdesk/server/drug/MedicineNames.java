package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be prescribed, by name.
final class MedicineNames {
    private final Medicines medicines;
    private final SearchIndex<Medicine> index = new SearchIndex<>(Medicine::rarity);

    private final Lazy<Spelling> spelling = new Lazy<>(() -> new Spelling(index.words()));

    MedicineNames(Medicines medicines) {
        this.medicines = medicines;
        medicines.formulary().all().forEach(this::add);
        medicines.ingredients().all().forEach(this::add);
    }

    private void add(Medicine product) {
        List<String> units = units(product.strength());
        List<String> forms = FormWords.of(product.form());
        List<String> brands = brands(product);
        boolean single = product.ingredients().size() == 1;
        List<String> others = otherNames(product);
        index.add(
                product,
                Names.joined(product.name(), single ? others : brands),
                single ? units : Names.joined(others, units),
                forms,
                product.strength());
    }

    /// In which its amounts may be said, while they are typed.
    private static List<String> units(String strength) {
        return strength.contains("mg") || strength.contains("mcg")
                ? List.of("mg g mcg ug microgram")
                : List.of();
    }

    private void add(Ingredient ingredient) {
        index.add(Medicine.bare(ingredient), Names.joined(ingredient.inn(), ingredient.synonyms()));
    }

    /// What a product, or something in it, is called besides: names in other languages, and the brands that it is.
    private List<String> otherNames(Medicine medicine) {
        if (medicine.form().isEmpty()) {
            return namesOf(medicine);
        }
        List<String> names = new ArrayList<>(brands(medicine));
        namesOf(medicine).stream()
                .filter(name -> !medicines.brands().has(name))
                .forEach(names::add);
        return names;
    }

    private List<String> brands(Medicine product) {
        List<String> own = product.brand().isEmpty() ? List.of() : List.of(product.brand());
        return Names.joined(own, medicines.brands().of(product));
    }

    private List<String> namesOf(Medicine medicine) {
        List<String> names = new ArrayList<>();
        medicine.ingredients()
                .forEach(inn ->
                        medicines
                                .ingredients()
                                .inn(inn)
                                .ifPresent(i -> names.addAll(i.synonyms())));
        names.addAll(medicines.combinations().namesOf(medicine.ingredients()));
        return names;
    }

    /// Those that have words that begin so.
    List<Medicine> find(String text, int limit) {
        return index.find(text, limit);
    }

    /// What may be meant by a text by which nothing is found.
    List<String> meant(String text) {
        return spelling.get().read(text);
    }

    /// The other name of a medicine that was typed, "Augmentin"; empty when it is found by the name it is shown by.
    Optional<String> otherName(Medicine medicine, String text) {
        return Names.otherName(medicine.name(), otherNames(medicine), text);
    }
}
