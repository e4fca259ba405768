package org.clinicdesk.server.drug;

import java.util.List;
import java.util.stream.Stream;

/// Something said in English that can be said in another language: a text of the knowledge, or a [Sentence] with its
/// parts.
///
/// @param english with parts a pattern as of [java.text.MessageFormat], without any a text
/// @param parts phrases, numbers, days, and texts that are the same in all languages
record Phrase(String english, List<Object> parts) {
    static final Phrase NOTHING = text("");

    Phrase {
        parts = List.copyOf(parts);
    }

    /// A text of the knowledge.
    static Phrase text(String english) {
        return new Phrase(english, List.of());
    }

    /// One after the other.
    static Phrase and(Stream<Phrase> phrases) {
        return phrases.reduce(Sentence.AND::of).orElse(NOTHING);
    }

    /// Separated by commas.
    static Phrase list(Stream<Phrase> phrases) {
        return phrases.reduce(Sentence.COMMA::of).orElse(NOTHING);
    }

    /// This and all phrases in it.
    Stream<Phrase> all() {
        return Stream.concat(
                Stream.of(this),
                parts.stream()
                        .filter(Phrase.class::isInstance)
                        .flatMap(part -> ((Phrase) part).all()));
    }
}
