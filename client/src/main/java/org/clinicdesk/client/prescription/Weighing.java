package org.clinicdesk.client.prescription;

import org.clinicdesk.contract.BodyWeight;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// Whether a weight that is typed can be that of this person. Nothing is refused for it: it is asked once more.
final class Weighing {

    /// Of what the record has, from and to.
    private static final double LOST = 0.75;

    private static final double GAINED = 1.35;

    private Weighing() {}

    /// Why a weight is asked for once more; the value is the last part of a text key.
    enum Doubt {
        AGE("age"),
        RECORD("record");

        private final String word;

        Doubt(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// @param birth as the record has it, a day, a month or a year; empty when nobody knows it
    /// @param before what the record has; null for nothing
    static Optional<Doubt> doubt(
            BigDecimal kg, String birth, ByWeight.@Nullable Weight before, LocalDate today) {
        var weight = kg.doubleValue();
        var age = BodyWeight.months(birth, today);
        if (age.isPresent() && !BodyWeight.plausible(weight, age.get())) {
            return Optional.of(Doubt.AGE);
        }
        if (before == null) {
            return Optional.empty();
        }
        var grown = before.kg().doubleValue() * growth(birth, before.on(), today);
        return weight < grown * LOST || weight > grown * GAINED
                ? Optional.of(Doubt.RECORD)
                : Optional.empty();
    }

    /// How much heavier a child becomes between two days; 1 of the grown, and of an age that nobody knows.
    private static double growth(String birth, LocalDate from, LocalDate to) {
        var then = BodyWeight.months(birth, from);
        var now = BodyWeight.months(birth, to);
        return then.isPresent() && now.isPresent()
                ? BodyWeight.median(now.get()) / BodyWeight.median(then.get())
                : 1;
    }
}
