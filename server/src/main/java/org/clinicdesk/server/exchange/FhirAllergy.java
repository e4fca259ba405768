package org.clinicdesk.server.exchange;

import org.clinicdesk.server.drug.Agent;
import org.clinicdesk.server.drug.Ingredient;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.patient.Fold;
import org.clinicdesk.server.record.Allergy;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceSeverity;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceType;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a FHIR AllergyIntolerance tells.
final class FhirAllergy {

    /// SNOMED CT puts the kind of a concept behind its name: "Latex (substance)".
    private static final Pattern TAG =
            Pattern.compile(
                    "\\s*\\((substance|product|medicinal product|finding|disorder|organism)\\)$");

    private static final Pattern ALLERGY_TO =
            Pattern.compile("^allergy to\\s+", Pattern.CASE_INSENSITIVE);

    /// SNOMED CT: no known allergy, no known drug, food, environmental, latex, insect allergy.
    private static final String[] NONE = {
        "716186003", "409137002", "429625007", "428607008", "1003774007", "428197003"
    };

    /// SNOMED CT: anaphylaxis, angioedema, allergic angioedema, Stevens-Johnson syndrome.
    private static final String[] SEVERE = {"39579001", "41291007", "402387002", "73442001"};

    private final Supplier<Knowledge> knowledge;

    FhirAllergy(Supplier<Knowledge> knowledge) {
        this.knowledge = knowledge;
    }

    /// @throws NotTaken NEGATION, NO_CODE
    Allergy.Told told(AllergyIntolerance allergy) {
        if (FhirText.has(allergy.getCode(), NONE)) {
            throw new NotTaken(Why.NEGATION);
        }
        var substance = FhirText.fit(FhirText.text(allergy.getCode()), 200);
        if (substance.isEmpty()) {
            throw new NotTaken(Why.NO_CODE);
        }
        return new Allergy.Told(
                substance,
                agent(allergy, substance),
                allergy.getType() == AllergyIntoleranceType.INTOLERANCE
                        ? Allergy.Type.INTOLERANCE
                        : Allergy.Type.ALLERGY,
                certainty(allergy),
                reaction(allergy),
                severity(allergy));
    }

    /// By the whole name of a code or of the text; empty when the knowledge has none of them.
    private String agent(AllergyIntolerance allergy, String substance) {
        var names =
                Stream.concat(
                        allergy.getCode().getCoding().stream()
                                .map(coding -> coding.hasDisplay() ? coding.getDisplay() : ""),
                        Stream.of(substance));
        return names.flatMap(name -> agent(bare(name)).stream()).findFirst().orElse("");
    }

    private Optional<String> agent(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        // Groups are named in the plural: "Penicillin" is "Penicillins".
        var names = Set.of(Fold.words(name), Fold.words(name + "s"));
        return knowledge
                .get()
                .ingredient(name)
                .map(Ingredient::id)
                .or(() ->
                        knowledge.get().searchAgents(name, 20).stream()
                                .filter(agent -> names.contains(Fold.words(agent.name())))
                                .map(Agent::id)
                                .findFirst());
    }

    private static String bare(String name) {
        return ALLERGY_TO.matcher(TAG.matcher(name.strip()).replaceFirst("")).replaceFirst("");
    }

    private static Allergy.Certainty certainty(AllergyIntolerance allergy) {
        var status = allergy.getVerificationStatus();
        if (FhirText.has(status, "confirmed")) {
            return Allergy.Certainty.CONFIRMED;
        }
        return FhirText.has(status, "presumed")
                ? Allergy.Certainty.PRESUMED
                : Allergy.Certainty.UNCONFIRMED;
    }

    private static String reaction(AllergyIntolerance allergy) {
        var words =
                allergy.getReaction().stream()
                        .flatMap(reaction -> reaction.getManifestation().stream())
                        .map(FhirText::text)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return words.length() > 200 ? words.substring(0, 199) + "…" : words;
    }

    /// The worst that is told. A severe kind of reaction is severe, whatever else it is called.
    private static Allergy.Severity severity(AllergyIntolerance allergy) {
        if (allergy.getReaction().stream()
                .flatMap(reaction -> reaction.getManifestation().stream())
                .anyMatch(manifestation -> FhirText.has(manifestation, SEVERE))) {
            return Allergy.Severity.SEVERE;
        }
        var told =
                allergy.getReaction().stream()
                        .map(AllergyIntolerance.AllergyIntoleranceReactionComponent::getSeverity)
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.toSet());
        return worst(told);
    }

    private static Allergy.Severity worst(Set<AllergyIntoleranceSeverity> told) {
        if (told.contains(AllergyIntoleranceSeverity.SEVERE)) {
            return Allergy.Severity.SEVERE;
        }
        if (told.contains(AllergyIntoleranceSeverity.MODERATE)) {
            return Allergy.Severity.MODERATE;
        }
        return told.contains(AllergyIntoleranceSeverity.MILD)
                ? Allergy.Severity.MILD
                : Allergy.Severity.UNKNOWN;
    }
}
