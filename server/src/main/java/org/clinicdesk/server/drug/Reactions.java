package org.clinicdesk.server.drug;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Reads the manner of a reaction out of its description, by the words of `reactions.tsv`.
final class Reactions {
    /// Gravest last: of several words the gravest counts.
    enum Manner {
        UNKNOWN,
        /// What the medicine does to many: nausea, cough. Recorded as an allergy it is still none.
        SIDE_EFFECT,
        DELAYED,
        IMMEDIATE,
        /// Stevens-Johnson, toxic epidermal necrolysis, DRESS: never give anything of the kind again.
        SEVERE_DELAYED
    }

    /// With a blank on either side, so that a whole word is found by looking for it.
    private final Map<Manner, Set<String>> words = new EnumMap<>(Manner.class);

    static Reactions read(Table table, Set<String> sources) {
        Reactions result = new Reactions();
        for (Table.Row row : table.rows()) {
            Provenance.read(row, sources);
            String word = row.required("word");
            if (!word.equals(Names.fold(word))) {
                throw row.bad("'" + word + "' is not folded");
            }
            result.words
                    .computeIfAbsent(row.choice("manner", Manner.class), manner -> new HashSet<>())
                    .add(" " + word + " ");
        }
        return result;
    }

    boolean known(String description) {
        return manner(description) != Manner.UNKNOWN;
    }

    private Manner manner(String description) {
        String text = " " + Names.fold(description) + " ";
        Manner manner = Manner.UNKNOWN;
        for (Map.Entry<Manner, Set<String>> entry : words.entrySet()) {
            if (entry.getValue().stream().anyMatch(text::contains)) {
                manner = entry.getKey();
            }
        }
        return manner;
    }

    Manner manner(KnownAllergy allergy) {
        Manner manner = manner(allergy.reaction());
        boolean severeRash =
                manner == Manner.DELAYED && allergy.severity() == KnownAllergy.Severity.SEVERE;
        return severeRash ? Manner.SEVERE_DELAYED : manner;
    }
}
