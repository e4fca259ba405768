package org.clinicdesk.server.drug;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// An allergy or intolerance that holds. `agent` is `ing:...` or `group:...`, empty when it could not be matched;
/// `substance` and `reaction` are as the person told them; `since` is when that was, `recorded` when it came into the
/// record: days, to the precision known, empty when nobody knows. `tolerated` names ingredients given since without harm,
/// each with the day and, behind a comma, how that is known.
public record KnownAllergy(
        String agent,
        String substance,
        Type type,
        Severity severity,
        String reaction,
        String since,
        String recorded,
        Map<String, String> tolerated) {
    public KnownAllergy {
        tolerated = Map.copyOf(tolerated);
    }

    /// Without days.
    public KnownAllergy(
            String agent,
            String substance,
            Type type,
            Severity severity,
            String reaction,
            Set<String> tolerated) {
        this(
                agent,
                substance,
                type,
                severity,
                reaction,
                "",
                "",
                tolerated.stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name, name -> Sentence.DAY_UNKNOWN.english())));
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
