package org.clinicdesk.server.drug;

import java.util.Set;

/// An allergy or intolerance that holds. `agent` is `ing:...` or `group:...`, empty when it could not be matched;
/// `substance` and `reaction` are as the person told them; `tolerated` names ingredients given since without harm.
public record KnownAllergy(
        String agent,
        String substance,
        Type type,
        Severity severity,
        String reaction,
        Set<String> tolerated) {
    public KnownAllergy {
        tolerated = Set.copyOf(tolerated);
    }

    /// The same of another agent.
    KnownAllergy as(String other) {
        return new KnownAllergy(other, substance, type, severity, reaction, tolerated);
    }

    boolean isIntolerance() {
        return type == Type.INTOLERANCE;
    }

    /// FHIR AllergyIntolerance.type; one that is not known counts as an allergy.
    public enum Type {
        UNKNOWN,
        ALLERGY,
        INTOLERANCE
    }

    public enum Severity {
        UNKNOWN,
        MILD,
        MODERATE,
        /// Anaphylaxis, angioedema, severe skin reaction.
        SEVERE
    }
}
