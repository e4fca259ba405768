package org.clinicdesk.server.pharmacy;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Medicine;
import org.clinicdesk.server.prescription.PrescriptionLine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Says which products may be handed out for a line.
final class Substitution {

    private final Supplier<Knowledge> knowledge;

    Substitution(Supplier<Knowledge> knowledge) {
        this.knowledge = knowledge;
    }

    /// A line ordered as a product is served by that product, or, unless the doctor forbade it, by another with the same
    /// contents, strength, form and route: in another strength the same number of tablets is another dose. One ordered by ingredient is served by any product with exactly these ingredients that is taken
    /// the same way; if it is written like the name of one of them, by that one alone. What the knowledge does not have is
    /// served by nothing.
    boolean serves(String productId, PrescriptionLine line) {
        return line.ordered().medicineId().startsWith(Stock.PRODUCT)
                ? line.ordered().medicineId().equals(productId) || equivalent(productId, line)
                : knowledge
                        .get()
                        .medicine(productId)
                        .filter(product -> alike(product, line))
                        .isPresent();
    }

    private boolean equivalent(String productId, PrescriptionLine line) {
        return !line.ordered().asWritten()
                && knowledge
                        .get()
                        .medicine(line.ordered().medicineId())
                        .flatMap(ordered ->
                                knowledge
                                        .get()
                                        .medicine(productId)
                                        .filter(product -> equivalent(ordered, product)))
                        .isPresent();
    }

    private static boolean equivalent(Medicine ordered, Medicine product) {
        return ordered.ingredients().equals(product.ingredients())
                && ordered.strength().equals(product.strength())
                && ordered.form().equals(product.form())
                && ordered.route().equals(product.route());
    }

    private boolean alike(Medicine product, PrescriptionLine line) {
        return same(product.ingredients(), line.ingredients())
                && product.route().equalsIgnoreCase(line.ordered().dosage().route())
                && named(line).filter(other -> !other.id().equals(product.id())).isEmpty();
    }

    private static boolean same(List<String> some, List<String> others) {
        return !some.isEmpty() && new HashSet<>(some).equals(new HashSet<>(others));
    }

    private Optional<Medicine> named(PrescriptionLine line) {
        return knowledge.get().productNamed(line.ordered().medicine());
    }
}
