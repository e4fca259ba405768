package org.clinicdesk.server.drug;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// When a rule holds: three-valued, for most of what rules ask may not be known. Only what is true fires.
sealed interface Expression {
    /// Holds always: an empty cell.
    Expression ALWAYS = new And(List.of());

    Truth in(Situation situation);

    /// Adds what the value depends on and is not known, as people call it.
    void addUnknown(Situation situation, Set<String> names);

    /// Adds the names of all that is asked.
    void addAsked(Set<String> names);

    /// Whether it would be decided, were this known.
    default boolean waitsFor(String label, Situation situation) {
        Set<String> unknown = new HashSet<>();
        addUnknown(situation, unknown);
        return in(situation) == Truth.UNKNOWN && unknown.contains(label);
    }

    record Or(List<Expression> parts) implements Expression {
        @Override
        public Truth in(Situation situation) {
            Truth truth = Truth.FALSE;
            for (Expression part : parts) {
                truth = truth.or(part.in(situation));
            }
            return truth;
        }

        @Override
        public void addUnknown(Situation situation, Set<String> names) {
            if (in(situation) == Truth.UNKNOWN) {
                parts.forEach(part -> part.addUnknown(situation, names));
            }
        }

        @Override
        public void addAsked(Set<String> names) {
            parts.forEach(part -> part.addAsked(names));
        }
    }

    record And(List<Expression> parts) implements Expression {
        @Override
        public Truth in(Situation situation) {
            Truth truth = Truth.TRUE;
            for (Expression part : parts) {
                truth = truth.and(part.in(situation));
            }
            return truth;
        }

        @Override
        public void addUnknown(Situation situation, Set<String> names) {
            if (in(situation) == Truth.UNKNOWN) {
                parts.forEach(part -> part.addUnknown(situation, names));
            }
        }

        @Override
        public void addAsked(Set<String> names) {
            parts.forEach(part -> part.addAsked(names));
        }
    }

    record Not(Expression part) implements Expression {
        @Override
        public Truth in(Situation situation) {
            return part.in(situation).not();
        }

        @Override
        public void addUnknown(Situation situation, Set<String> names) {
            part.addUnknown(situation, names);
        }

        @Override
        public void addAsked(Set<String> names) {
            part.addAsked(names);
        }
    }

    /// One question. `asks` is its name as the knowledge writes it: `egfr`, `lab:potassium`, `cond:asthma`; `label`
    /// what people call it.
    record Atom(String asks, String label, Function<Situation, Truth> answer)
            implements Expression {
        @Override
        public Truth in(Situation situation) {
            return answer.apply(situation);
        }

        @Override
        public void addUnknown(Situation situation, Set<String> names) {
            if (in(situation) == Truth.UNKNOWN) {
                names.add(label);
            }
        }

        @Override
        public void addAsked(Set<String> names) {
            names.add(asks);
        }
    }
}
