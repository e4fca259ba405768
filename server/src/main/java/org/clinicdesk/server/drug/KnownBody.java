package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

/// What the rules reckon with that nobody sees in the record as such.
///
/// @param egfr ml/min/1.73 m², as it was measured, or computed from a newer creatinine; null is not known
public record KnownBody(@Nullable LabResult egfr, Pregnancy pregnancy) {

    /// Whether she is pregnant.
    public enum Pregnancy {
        /// Not a question: a man, a child, an old woman.
        NO_QUESTION,
        NOT_KNOWN,
        NO,
        YES
    }

    static KnownBody of(Person person) {
        return new KnownBody(person.result("egfr"), pregnancy(person));
    }

    private static Pregnancy pregnancy(Person person) {
        return switch (person.pregnant()) {
            case TRUE -> Pregnancy.YES;
            case FALSE -> mayBe(person, Pregnancy.NO);
            case UNKNOWN -> mayBe(person, Pregnancy.NOT_KNOWN);
        };
    }

    private static Pregnancy mayBe(Person person, Pregnancy answer) {
        return person.fertile() == Truth.TRUE ? answer : Pregnancy.NO_QUESTION;
    }
}
