package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be prescribed, by name.
final class MedicineNames {
    private final Medicines medicines;
    private final SearchIndex<Medicine> index = new SearchIndex<>(Medicine::rarity);

    MedicineNames(Medicines medicines) {
        this.medicines = medicines;
        medicines.formulary().all().forEach(this::add);
        medicines.ingredients().all().forEach(this::add);
    }

    private void add(Medicine product) {
        List<String> amounts = Strength.otherWords(product.strength());
        List<String> forms = FormWords.of(product.form());
        if (product.ingredients().size() == 1) {
            index.add(product, Names.joined(product.name(), otherNames(product)), amounts, forms);
        } else {
            index.add(
                    product,
                    List.of(product.name()),
                    Names.joined(otherNames(product), amounts),
                    forms);
        }
    }

    private void add(Ingredient ingredient) {
        index.add(Medicine.bare(ingredient), Names.joined(ingredient.inn(), ingredient.synonyms()));
    }

    /// What a medicine, or something in it, is called besides: brands, and names in other languages.
    private List<String> otherNames(Medicine medicine) {
        List<String> names = new ArrayList<>();
        if (!medicine.brand().isEmpty()) {
            names.add(medicine.brand());
        }
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

    /// The other name of a medicine that was typed, "Augmentin"; empty when it is found by the name it is shown by.
    Optional<String> otherName(Medicine medicine, String text) {
        return Names.otherName(medicine.name(), otherNames(medicine), text);
    }
}
