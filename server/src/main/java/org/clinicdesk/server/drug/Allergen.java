package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An allergy with what the knowledge makes of it; worked out once for all that it is weighed against.
///
/// @param agent empty when it could not be matched
/// @param ingredient that the agent is; empty when it is a group
/// @param manner of the reaction, as its description and severity tell
/// @param named whether the agent was told by what it is called in some language, not by a brand or a group's member
/// @param tolerated what was given since without harm, with the day and how that is known
record Allergen(
        KnownAllergy told,
        Optional<Agent> agent,
        Optional<Ingredient> ingredient,
        Reactions.Manner manner,
        boolean named,
        Map<Ingredient, String> tolerated) {
    /// Whatever the severity that was chosen; folded.
    private static final Pattern ANAPHYLAXIS = Pattern.compile("anaphyla|anafila|phan ve");

    /// One for each part of a combination that was told by its name: any of them may have been the cause.
    static List<Allergen> of(KnownAllergy told, Knowledge knowledge) {
        List<Agent> coded = knowledge.agents(told.agent());
        if (!coded.isEmpty()) {
            return coded.stream().map(it -> of(told, Optional.of(it), knowledge)).toList();
        }
        Optional<Agent> named = knowledge.agentNamed(told.substance(), true);
        if (named.isPresent()) {
            return List.of(of(told, named, knowledge));
        }
        Contents contents = knowledge.contents(MedicineUse.ofText(told.substance()));
        List<Allergen> found = new ArrayList<>();
        contents.uses()
                .forEach(use ->
                        found.add(of(told, knowledge.agent(use.ingredient().id()), knowledge)));
        if (!contents.complete()) {
            found.add(of(told, Optional.empty(), knowledge));
        }
        return found;
    }

    private static Allergen of(KnownAllergy told, Optional<Agent> agent, Knowledge knowledge) {
        Map<Ingredient, String> tolerated = new HashMap<>();
        told.tolerated()
                .forEach((name, since) ->
                        knowledge.ingredient(name).ifPresent(it -> tolerated.put(it, since)));
        return new Allergen(
                told,
                agent,
                agent.filter(it -> !it.group())
                        .flatMap(it -> knowledge.ingredient(it.id().substring("ing:".length()))),
                knowledge.reactions().manner(told),
                agent.filter(it -> called(told.substance(), it, knowledge)).isPresent(),
                tolerated);
    }

    private static boolean called(String told, Agent agent, Knowledge knowledge) {
        String folded = Names.fold(told);
        return folded.equals(Names.fold(agent.name()))
                || knowledge.medicine(agent.id()).stream()
                        .flatMap(knowledge::namesOf)
                        .map(Names::fold)
                        .anyMatch(folded::equals);
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

    /// Whether it is an allergy to this very group.
    boolean isGroup(Classes.DrugClass group) {
        return agent.isPresent() && agent.get().id().equals("group:" + group.id());
    }

    /// A reaction that must not happen again.
    boolean isSevere() {
        return !isIntolerance()
                && (told.severity() == KnownAllergy.Severity.SEVERE
                        || isSevereDelayed()
                        || ANAPHYLAXIS.matcher(Names.fold(told.reaction())).find());
    }

    boolean isSevereDelayed() {
        return manner == Reactions.Manner.SEVERE_DELAYED;
    }

    boolean isMildDelayed() {
        return manner == Reactions.Manner.DELAYED && told.severity() == KnownAllergy.Severity.MILD;
    }

    /// Since when it is taken without harm, and how that is known; empty when it is not.
    Optional<String> tolerated(Ingredient ordered) {
        return tolerated.entrySet().stream()
                .filter(entry -> ordered.sameSubstance(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
