package org.clinicdesk.server.drug;

import java.util.List;
import java.util.Optional;

/// An allergy with what the knowledge makes of it; worked out once for all that it is weighed against.
///
/// @param agent empty when it could not be matched
/// @param manner of the reaction, as its description and severity tell
/// @param tolerated ingredients given since without harm
record Allergen(
        KnownAllergy told,
        Optional<Agent> agent,
        Reactions.Manner manner,
        List<Ingredient> tolerated) {
    static Allergen of(KnownAllergy told, Knowledge knowledge) {
        return new Allergen(
                told,
                knowledge.agent(told.agent()),
                knowledge.reactions().manner(told),
                told.tolerated().stream()
                        .flatMap(name -> knowledge.ingredient(name).stream())
                        .toList());
    }

    boolean isSevereDelayed() {
        return manner == Reactions.Manner.SEVERE_DELAYED;
    }

    boolean isMildDelayed() {
        return manner == Reactions.Manner.DELAYED && told.severity() == KnownAllergy.Severity.MILD;
    }

    boolean tolerates(Ingredient ordered) {
        return tolerated.stream().anyMatch(ordered::sameSubstance);
    }
}
