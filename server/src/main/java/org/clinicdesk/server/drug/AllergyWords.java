package org.clinicdesk.server.drug;

import java.util.List;
import java.util.stream.Stream;

/// What is said of a recorded allergy or intolerance.
final class AllergyWords {
    /// Of what a person told, so that the rest has room.
    private static final int MAX_TOLD = 80;

    private AllergyWords() {}

    static Phrase sameSubstance(Allergen allergy, Agent agent) {
        Sentence recorded =
                allergy.isIntolerance() ? Sentence.INTOLERANCE_OF_THIS : Sentence.ALLERGY_TO_THIS;
        return told(recorded.of(), allergy, agent);
    }

    static Phrase crossReaction(Allergen allergy, Agent agent, CrossReactivity.Match match) {
        Phrase group = Phrase.text(match.member().group().name());
        return Sentence.AND.of(recorded(allergy, agent), likeness(match.relation()).of(group));
    }

    static Phrase toleratedSince(Allergen allergy, Agent agent, String since) {
        return Sentence.AND.of(
                recorded(allergy, agent), Sentence.TOLERATED_SINCE.of(Phrase.text(since)));
    }

    private static Phrase recorded(Allergen allergy, Agent agent) {
        Sentence recorded = allergy.isIntolerance() ? Sentence.INTOLERANCE_OF : Sentence.ALLERGY_TO;
        return told(recorded.of(name(agent)), allergy, agent);
    }

    /// Of a group what it is called in the language, of an ingredient its INN.
    static Phrase name(Agent agent) {
        return Phrase.text(agent.name());
    }

    /// With what was told of it, in brackets.
    private static Phrase told(Phrase recorded, Allergen allergy, Agent agent) {
        KnownAllergy told = allergy.told();
        boolean named = Names.fold(told.substance()).equals(Names.fold(agent.name()));
        List<String> words =
                Stream.of(named ? "" : told.substance(), told.reaction(), told.since())
                        .filter(word -> !word.isBlank())
                        .map(word -> Findings.clip(word, MAX_TOLD))
                        .toList();
        return words.isEmpty()
                ? Sentence.STOP.of(recorded)
                : Sentence.TOLD.of(recorded, String.join(", ", words));
    }

    private static Sentence likeness(CrossReactivity.Relation relation) {
        return switch (relation) {
            case IDENTICAL -> Sentence.SAME_SIDE_CHAIN;
            case SIMILAR -> Sentence.SIMILAR_STRUCTURE;
            case CORE -> Sentence.SAME_CORE;
            case CLASS -> Sentence.SAME_CLASS;
            case CONTAINS -> Sentence.HOLDS_ALLERGEN;
            case UNSPECIFIED -> Sentence.MAY_CROSS_REACT;
        };
    }
}
