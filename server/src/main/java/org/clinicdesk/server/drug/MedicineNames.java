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
        if (product.ingredients().size() == 1) {
            index.add(
                    product,
                    Names.joined(product.name(), otherNames(product)),
                    units,
                    forms,
                    product.strength());
        } else {
            index.add(
                    product,
                    List.of(product.name()),
                    Names.joined(otherNames(product), units),
                    forms,
                    product.strength());
        }
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
        List<String> names = new ArrayList<>();
        if (!medicine.brand().isEmpty()) {
            names.add(medicine.brand());
        }
        names.addAll(medicines.brands().of(medicine));
        namesOf(medicine).stream()
                .filter(name -> !medicines.brands().has(name))
                .forEach(names::add);
        return names;
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
