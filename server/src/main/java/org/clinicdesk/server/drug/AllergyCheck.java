package org.clinicdesk.server.drug;

import java.util.Optional;

/// Weighs an ordered medicine against an allergy: the same substance first, then what cross-reacts.
///
/// An intolerance is told but does not interrupt, and says nothing of what is only remotely related. A mild delayed
/// rash does not interrupt for a related medicine. What was tolerated since the reaction is not held against the group;
/// after a severe reaction that is still told.
final class AllergyCheck {
    private final Knowledge knowledge;

    AllergyCheck(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    void check(Findings findings, int line, Contents ordered, Allergen allergy) {
        if (allergy.agent().isEmpty()) {
            findings.uncheckedAllergy(line, allergy.told());
            return;
        }
        Agent agent = allergy.agent().get();
        for (Use use : ordered.uses()) {
            if (allergy.is(use.ingredient())) {
                findings.sameSubstance(line, use, allergy, agent);
            } else {
                related(agent, use.ingredient(), allergy)
                        .filter(match -> match.interruptive() || !allergy.isIntolerance())
                        .ifPresent(match -> tell(findings, line, use, allergy, agent, match));
            }
        }
    }

    private static void tell(
            Findings findings,
            int line,
            Use use,
            Allergen allergy,
            Agent agent,
            CrossReactivity.Match match) {
        Optional<String> tolerated = allergy.tolerated(use.ingredient());
        if (tolerated.isEmpty()) {
            findings.crossReaction(line, use, allergy, agent, match, interrupts(match, allergy));
        } else if (allergy.isSevere() && match.interruptive()) {
            findings.toleratedSince(line, use, allergy, agent, tolerated.get());
        }
    }

    private Optional<CrossReactivity.Match> related(
            Agent agent, Ingredient ordered, Allergen allergy) {
        CrossReactivity related = knowledge.rules().crossReactivity();
        boolean severe = allergy.isSevereDelayed();
        return allergy.ingredient()
                .map(allergen -> related.toIngredient(allergen, ordered, severe))
                .orElseGet(() ->
                        related.toGroup(agent.id().substring("group:".length()), ordered, severe));
    }

    private static boolean interrupts(CrossReactivity.Match match, Allergen allergy) {
        return match.interruptive() && !allergy.isIntolerance() && !allergy.isMildDelayed();
    }
}
