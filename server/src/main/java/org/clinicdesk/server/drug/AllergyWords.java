package org.clinicdesk.server.drug;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/// What is said of a recorded allergy or intolerance.
final class AllergyWords {
    /// Of what a person told, so that the rest has room.
    private static final int MAX_TOLD = 80;

    private AllergyWords() {}

    static Phrase sameSubstance(Allergen allergy) {
        Sentence recorded =
                allergy.isIntolerance() ? Sentence.INTOLERANCE_OF_THIS : Sentence.ALLERGY_TO_THIS;
        return told(recorded.of(), allergy);
    }

    static Phrase crossReaction(Allergen allergy, Agent agent, CrossReactivity.Match match) {
        Phrase group = Phrase.text(match.member().group().name());
        return Sentence.AND.of(recorded(allergy, agent), likeness(match.relation()).of(group));
    }

    static Phrase toleratedSince(Allergen allergy, Agent agent, String since) {
        return Sentence.AND.of(
                recorded(allergy, agent), Sentence.TOLERATED_SINCE.of(dayAndNote(since)));
    }

    private static Object dayAndNote(String since) {
        String[] parts = since.split(", ", 2);
        Object day =
                parts[0].equals(Sentence.DAY_UNKNOWN.english())
                        ? Sentence.DAY_UNKNOWN.of()
                        : day(parts[0]);
        return parts.length == 1 ? day : Sentence.COMMA.of(day, parts[1]);
    }

    /// What is no day stands as it is.
    private static Object day(String text) {
        try {
            return switch (text.length()) {
                case 7 -> YearMonth.parse(text);
                case 10 -> LocalDate.parse(text);
                default -> text;
            };
        } catch (DateTimeException _) {
            return text;
        }
    }

    private static Phrase recorded(Allergen allergy, Agent agent) {
        Sentence recorded = allergy.isIntolerance() ? Sentence.INTOLERANCE_OF : Sentence.ALLERGY_TO;
        return told(recorded.of(name(agent)), allergy);
    }

    /// What it is called in the language.
    static Phrase name(Agent agent) {
        return Phrase.text(agent.name());
    }

    /// With what was told of it, in brackets.
    private static Phrase told(Phrase recorded, Allergen allergy) {
        KnownAllergy told = allergy.told();
        Stream<Object> words =
                Stream.of(allergy.named() ? "" : told.substance(), told.reaction())
                        .filter(word -> !word.isBlank())
                        .map(word -> Findings.clip(word, MAX_TOLD));
        return Stream.concat(words, since(told).stream())
                .reduce(Sentence.COMMA::of)
                .map(all -> Sentence.TOLD.of(recorded, all))
                .orElseGet(() -> Sentence.STOP.of(recorded));
    }

    private static Optional<Object> since(KnownAllergy told) {
        if (!told.since().isEmpty()) {
            return Optional.of(day(told.since()));
        }
        return told.recorded().isEmpty()
                ? Optional.empty()
                : Optional.of(Sentence.RECORDED_ON.of(day(told.recorded())));
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
