package org.clinicdesk.server.drug;

import org.clinicdesk.contract.BodyWeight;

import java.util.Optional;

/// Questions the weight that doses are checked with where hardly anybody of the age has it: a slip by a factor of ten
/// quiets, or raises, all that goes by weight.
final class Weights {
    private static final double MONTHS = 12;

    private Weights() {}

    /// A child's must be answered for; of the grown, whose doses seldom go by weight, it is told.
    static Optional<Problem> doubt(int line, Traits traits) {
        Range age = traits.age();
        Double kg = traits.weight();
        if (age == null
                || kg == null
                || BodyWeight.plausible(kg, age.min() * MONTHS, age.max() * MONTHS)) {
            return Optional.empty();
        }
        boolean grown = BodyWeight.grown(age.max() * MONTHS);
        Phrase said = Range.exactly(kg).said();
        return Optional.of(
                new Problem(
                                FindingKind.CONTRAINDICATION,
                                "weight-unlikely",
                                grown ? Level.MODERATE : Level.MAJOR,
                                line,
                                "weight/" + kg,
                                Provenance.OWN)
                        .of(Sentence.WEIGHT_OF.of(said))
                        .by("weight")
                        .says(Sentence.WEIGHT_UNLIKELY.of(said), Sentence.WEIGH_AGAIN.of()));
    }
}
