package org.clinicdesk.server.drug;

import java.util.Optional;

/// Weighs an ordered medicine against an allergy: the same substance first, then what cross-reacts.
///
/// An intolerance is told but does not interrupt, and says nothing of what is only remotely related. A mild delayed
/// rash does not interrupt for a related medicine; of a group that was named any member may have caused it. What was tolerated since the reaction is not held against the group;
/// after a severe reaction that is still told.
final class AllergyCheck {
    private final Knowledge knowledge;

    AllergyCheck(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    void check(Findings findings, int line, Contents ordered, Allergen allergy) {
        if (allergy.agent().isEmpty()) {
            findings.add(Unchecked.allergy(line, allergy.told()));
            return;
        }
        Agent agent = allergy.agent().get();
        for (Use use : ordered.uses()) {
            if (allergy.is(use.ingredient())) {
                findings.add(sameSubstance(line, use, allergy, agent));
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
            findings.add(crossReaction(line, use, allergy, agent, match));
        } else if (allergy.isSevere() && match.interruptive()) {
            findings.add(toleratedSince(line, use, allergy, agent, tolerated.get()));
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
        return match.interruptive()
                && !allergy.isIntolerance()
                && (!allergy.isMildDelayed() || allergy.isGroup(match.member().group()));
    }

    private static Problem sameSubstance(int line, Use ordered, Allergen allergy, Agent agent) {
        boolean intolerance = allergy.isIntolerance();
        Level forbidden = allergy.isSevere() ? Level.CONTRAINDICATED : Level.MAJOR;
        return problem(
                        "same-substance",
                        intolerance ? Level.MODERATE : forbidden,
                        line,
                        ordered,
                        agent,
                        Provenance.OWN)
                .says(
                        AllergyWords.sameSubstance(allergy),
                        intolerance ? Sentence.ASK_AGAIN.of() : Sentence.NEVER_UNRELATED.of());
    }

    private static Problem crossReaction(
            int line, Use ordered, Allergen allergy, Agent agent, CrossReactivity.Match match) {
        CrossReactivity.Member member = match.member();
        boolean interrupts = interrupts(match, allergy);
        boolean never = interrupts && allergy.isSevere() && match.close();
        return problem(
                        member.group().id().replace('_', '-'),
                        never ? Level.CONTRAINDICATED : interrupts ? Level.MAJOR : Level.MODERATE,
                        line,
                        ordered,
                        agent,
                        member.provenance())
                .says(
                        AllergyWords.crossReaction(allergy, agent, match),
                        interrupts ? Sentence.AVOID_UNRELATED.of() : Sentence.ASK_AND_WATCH.of());
    }

    /// Taken since without harm, in spite of a severe reaction: told, so that the next one knows.
    private static Problem toleratedSince(
            int line, Use ordered, Allergen allergy, Agent agent, String since) {
        return problem("tolerated", Level.MODERATE, line, ordered, agent, Provenance.OWN)
                .says(
                        AllergyWords.toleratedSince(allergy, agent, since),
                        Sentence.ASK_AND_TAKE_OFF.of());
    }

    private static Problem problem(
            String rule, Level level, int line, Use ordered, Agent agent, Provenance provenance) {
        String about = agent.id() + "~" + ordered.ingredient().inn();
        return new Problem(FindingKind.ALLERGY, "allergy-" + rule, level, line, about, provenance)
                .of(ordered)
                .with(AllergyWords.name(agent));
    }
}
