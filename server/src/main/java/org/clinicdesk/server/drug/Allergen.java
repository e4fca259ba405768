package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An allergy with what the knowledge makes of it; worked out once for all that it is weighed against.
///
/// @param agent empty when it could not be matched
/// @param ingredient that the agent is; empty when it is a group
/// @param manner of the reaction, as its description and severity tell
/// @param tolerated ingredients given since without harm
record Allergen(
        KnownAllergy told,
        Optional<Agent> agent,
        Optional<Ingredient> ingredient,
        Reactions.Manner manner,
        List<Ingredient> tolerated) {
    static Allergen of(KnownAllergy told, Knowledge knowledge) {
        Optional<Agent> agent = knowledge.agent(told.agent());
        return new Allergen(
                told,
                agent,
                agent.filter(it -> !it.group())
                        .flatMap(it -> knowledge.ingredient(it.id().substring("ing:".length()))),
                knowledge.reactions().manner(told),
                told.tolerated().stream()
                        .flatMap(name -> knowledge.ingredient(name).stream())
                        .toList());
    }

    /// What an allergy is weighed as. One that nobody matched is weighed as what its text names, a brand such as "Augmentin",
    /// and stays said to be unmatched.
    static List<Allergen> all(KnownAllergy told, Knowledge knowledge) {
        List<Allergen> all = new ArrayList<>(List.of(of(told, knowledge)));
        if (all.getFirst().agent().isEmpty()) {
            knowledge.ingredientsOf(MedicineUse.ofText(told.substance())).stream()
                    .map(inn -> of(told.as("ing:" + inn), knowledge))
                    .forEach(all::add);
        }
        return all;
    }

    /// Recorded as such, or told as nothing but a side effect.
    boolean isIntolerance() {
        return told.isIntolerance()
                || manner == Reactions.Manner.SIDE_EFFECT
                        && told.severity() != KnownAllergy.Severity.SEVERE;
    }

    /// Whether it is an allergy to this very substance.
    boolean is(Ingredient ordered) {
        return ingredient.isPresent() && ingredient.get().sameSubstance(ordered);
    }

    boolean isSevereDelayed() {
        return manner == Reactions.Manner.SEVERE_DELAYED;
    }

    boolean isGrave() {
        return told.severity() == KnownAllergy.Severity.SEVERE || isSevereDelayed();
    }

    boolean isMildDelayed() {
        return manner == Reactions.Manner.DELAYED && told.severity() == KnownAllergy.Severity.MILD;
    }

    boolean tolerates(Ingredient ordered) {
        return tolerated.stream().anyMatch(ordered::sameSubstance);
    }
}
