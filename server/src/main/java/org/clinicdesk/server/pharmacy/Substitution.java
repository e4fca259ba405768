package org.clinicdesk.server.pharmacy;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Medicine;
import org.clinicdesk.server.drug.Quantity;
import org.clinicdesk.server.drug.Unit;
import org.clinicdesk.server.patient.Fold;
import org.clinicdesk.server.prescription.PrescriptionLine;
import org.clinicdesk.server.prescription.TaperStep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/// Says which products may be handed out for a line.
final class Substitution {

    private static final double NEARLY = 1e-6;

    /// Of what the course takes, from and to: so far a quantity that was rounded or is a little short still counts these
    /// pieces and not others.
    private static final double LEAST = 0.75;

    private static final double MOST = 1.25;

    private final Supplier<Knowledge> knowledge;
    private final Function<Instant, LocalDate> day;

    /// @param day of the clinic on which something was
    Substitution(Supplier<Knowledge> knowledge, Function<Instant, LocalDate> day) {
        this.knowledge = knowledge;
        this.day = day;
    }

    /// A line ordered as a product is served by that product, or, unless the doctor forbade it, by another with the same
    /// contents, strength, form and route: in another strength the same number of tablets is another dose. One ordered by
    /// ingredient is served by any product with exactly these ingredients that is taken the same way and gives the dose; if
    /// it is written like the name of one of them, by that one alone. What the knowledge does not have is served by nothing.
    boolean serves(String productId, PrescriptionLine line) {
        return line.ordered().medicineId().startsWith(Stock.PRODUCT)
                ? line.ordered().medicineId().equals(productId) || equivalent(productId, line)
                : knowledge
                        .get()
                        .medicine(productId)
                        .filter(product -> alike(product, line))
                        .filter(product -> gives(product, line))
                        .isPresent();
    }

    /// Whether it would serve a line ordered by ingredient but for its strength.
    boolean otherStrength(String productId, PrescriptionLine line) {
        return !line.ordered().medicineId().startsWith(Stock.PRODUCT)
                && knowledge
                        .get()
                        .medicine(productId)
                        .filter(product -> alike(product, line))
                        .filter(product -> !gives(product, line))
                        .isPresent();
    }

    /// Where the dose is an amount, whole pieces must give it, at every step, and the quantity ordered must be what the
    /// course takes of them. One piece at a time may be less than the course: it is just a part of it.
    private boolean gives(Medicine product, PrescriptionLine line) {
        var dosage = line.ordered().dosage();
        var unit = Unit.named(dosage.unit());
        if (unit.filter(Unit.PIECE::equals).isPresent()) {
            return namesStrength(line, product) || onlyStrength(product);
        }
        var perUnit =
                unit.map(it -> product.pieces(new Quantity(1, it))).orElse(OptionalDouble.empty());
        if (perUnit.isEmpty()) {
            return true;
        }
        var pieces =
                DoubleStream.concat(
                                DoubleStream.of(dosage.dose(), dosage.doseFrom()),
                                dosage.then().stream().mapToDouble(TaperStep::dose))
                        .filter(dose -> dose > 0)
                        .map(dose -> dose * perUnit.getAsDouble())
                        .toArray();
        if (Arrays.stream(pieces).anyMatch(it -> it < 1 - NEARLY || !whole(it))) {
            return false;
        }
        var course = line.pieces(perUnit.getAsDouble(), day.apply(line.signedAt()));
        var single = Arrays.stream(pieces).allMatch(it -> it < 1 + NEARLY);
        if (course.isEmpty()) {
            return single;
        }
        var share = (double) line.ordered().quantity() / course.getAsInt();
        return share <= MOST && (single || share >= LEAST);
    }

    /// "1 tablet" of an ingredient is a dose only where the strength is written beside it.
    private static boolean namesStrength(PrescriptionLine line, Medicine product) {
        return words(line.ordered().medicine()).contains(words(product.strength()));
    }

    private static String words(String text) {
        return " " + String.join(" ", Fold.words(text)) + " ";
    }

    /// Or where there is only one.
    private boolean onlyStrength(Medicine product) {
        return knowledge.get().productsOf(product.ingredients()).stream()
                        .filter(other -> other.route().equals(product.route()))
                        .map(Medicine::strength)
                        .distinct()
                        .count()
                == 1;
    }

    private static boolean whole(double pieces) {
        return Math.abs(pieces - Math.rint(pieces)) < NEARLY;
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
