package org.clinicdesk.server.drug.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Phrases of one kind and what they mean of a patient, tried in the order they were added.
final class Phrases {
    private record Phrase(Pattern pattern, BiConsumer<PatientDraft, MatchResult> meaning) {}

    private final List<Phrase> phrases = new ArrayList<>();

    void add(String pattern, BiConsumer<PatientDraft, MatchResult> meaning) {
        phrases.add(new Phrase(Cursor.phrase(pattern), meaning));
    }

    boolean take(Cursor cursor, PatientDraft draft) {
        for (Phrase phrase : phrases) {
            MatchResult match = cursor.take(phrase.pattern());
            if (match != null) {
                phrase.meaning().accept(draft, match);
                return true;
            }
        }
        return false;
    }
}
