package org.clinicdesk.server.drug;

import java.util.Optional;

/// Weighs an ordered medicine against an allergy: the same substance first, then what cross-reacts.
///
/// An intolerance is told but does not interrupt, and says nothing of what is only remotely related. A mild delayed
/// rash does not interrupt for a related medicine. What was tolerated since the reaction is not held against the group.
final class AllergyCheck {
    private final Knowledge knowledge;

    AllergyCheck(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    void check(Findings findings, int line, Contents ordered, KnownAllergy allergy) {
        Optional<Agent> agent = knowledge.agent(allergy.agent());
        if (agent.isEmpty()) {
            findings.uncheckedAllergy(line, allergy);
            return;
        }
        for (Use use : ordered.uses()) {
            if (isAllergen(agent.get(), use.ingredient())) {
                findings.sameSubstance(line, use, allergy, agent.get());
            } else if (!tolerates(allergy, use.ingredient())) {
                related(agent.get(), use.ingredient(), allergy)
                        .filter(match -> match.interruptive() || !isIntolerance(allergy))
                        .ifPresent(match ->
                                findings.crossReaction(
                                        line,
                                        use,
                                        allergy,
                                        agent.get(),
                                        match,
                                        interrupts(match, allergy)));
            }
        }
    }

    private boolean isAllergen(Agent agent, Ingredient ordered) {
        return !agent.group() && allergen(agent).sameSubstance(ordered);
    }

    private Ingredient allergen(Agent agent) {
        return knowledge.ingredient(agent.id().substring("ing:".length())).orElseThrow();
    }

    private Optional<CrossReactivity.Match> related(
            Agent agent, Ingredient ordered, KnownAllergy allergy) {
        boolean severeDelayed =
                knowledge.reactions().manner(allergy) == Reactions.Manner.SEVERE_DELAYED;
        return agent.group()
                ? knowledge
                        .rules()
                        .crossReactivity()
                        .toGroup(agent.id().substring("group:".length()), ordered, severeDelayed)
                : knowledge
                        .rules()
                        .crossReactivity()
                        .toIngredient(allergen(agent), ordered, severeDelayed);
    }

    private boolean interrupts(CrossReactivity.Match match, KnownAllergy allergy) {
        boolean mildDelayed =
                allergy.severity() == KnownAllergy.Severity.MILD
                        && knowledge.reactions().manner(allergy) == Reactions.Manner.DELAYED;
        return match.interruptive() && !isIntolerance(allergy) && !mildDelayed;
    }

    private boolean tolerates(KnownAllergy allergy, Ingredient ordered) {
        return allergy.tolerated().stream()
                .flatMap(name -> knowledge.ingredient(name).stream())
                .anyMatch(ordered::sameSubstance);
    }

    static boolean isIntolerance(KnownAllergy allergy) {
        return allergy.type() == KnownAllergy.Type.INTOLERANCE;
    }
}
