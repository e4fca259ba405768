package org.clinicdesk.server.prescription;

import org.clinicdesk.contract.Pack;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Medicine;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.patient.Fold;
import org.clinicdesk.server.platform.Problem.Invalid;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Sees to it that a line says one thing: what is checked is what the pharmacist and the patient read.
final class Medicines {

    private final Supplier<Knowledge> knowledge;

    Medicines(Supplier<Knowledge> knowledge) {
        this.knowledge = knowledge;
    }

    /// What one pack of a product holds; empty when that is not known.
    Optional<Pack> pack(String medicineId) {
        return knowledge.get().medicine(medicineId).map(Medicine::pack).flatMap(Pack::read);
    }

    /// @param field path of the line in the request
    /// @throws Invalid when the id is of no medicine, or the text is the name of another one
    OrderedMedicine sound(OrderedMedicine ordered, String field) {
        if (ordered.medicine().isEmpty()) {
            throw new Invalid(field + ".medicine", "string.min_len");
        }
        if (ordered.medicineId().isEmpty()) {
            return ordered;
        }
        var medicine =
                knowledge
                        .get()
                        .medicine(ordered.medicineId())
                        .orElseThrow(() -> new Invalid(field + ".medicine_id", "medicine.unknown"));
        if (!same(medicine, ordered.medicine())) {
            throw new Invalid(field + ".medicine", "medicine.other");
        }
        return ordered;
    }

    /// A product goes by its own name in any language, for its strength and form are read there; an ingredient by any text that does not
    /// name something else.
    private boolean same(Medicine medicine, String text) {
        if (medicine.id().startsWith("product:")) {
            return Fold.words(medicine.name()).equals(Fold.words(text))
                    || knowledge.get().productNamed(text).filter(medicine::equals).isPresent();
        }
        var written = MedicineUse.ofText(text);
        var read = knowledge.get().ingredientsOf(written);
        return knowledge.get().knows(written)
                ? Set.copyOf(read).equals(Set.copyOf(medicine.ingredients()))
                : read.isEmpty() || !Collections.disjoint(read, medicine.ingredients());
    }
}
