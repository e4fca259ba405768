package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What to offer in place of a medicine that must not be given.
final class Alternatives {
    static final String ANY = "any";

    /// @param because the term of the partner, a kind of contraindication, or `any`
    private record Alternative(Side insteadOf, Because because, Ingredient offer) {}

    /// @param partner present when it is about a partner
    private record Because(String word, Optional<Side> partner) {
        boolean fits(String kind, Optional<Use> other) {
            return word.equals(ANY)
                    || word.equals(kind)
                    || partner.isPresent()
                            && other.isPresent()
                            && partner.get().matches(other.get());
        }
    }

    private final List<Alternative> all = new ArrayList<>();

    static Alternatives read(Table table, Vocabulary words) {
        Alternatives result = new Alternatives();
        for (Table.Row row : table.rows()) {
            words.provenance(row);
            String offer = row.required("offer");
            Ingredient offered =
                    words.ingredients()
                            .require(row, offer.startsWith("ing:") ? offer.substring(4) : offer);
            result.all.add(
                    new Alternative(
                            words.side(row, "instead_of", RouteGroup.UNKNOWN),
                            because(row, words),
                            offered));
        }
        return result;
    }

    private static Because because(Table.Row row, Vocabulary words) {
        String word = row.required("because");
        if (word.startsWith("class:") || word.startsWith("ing:")) {
            return new Because(word, Optional.of(words.side(row, "because", RouteGroup.UNKNOWN)));
        }
        if (!word.equals(ANY) && !word.equals("allergy")) {
            row.choice("because", ContraRule.Kind.class);
        }
        return new Because(word, Optional.empty());
    }

    /// What may be offered, in the order of the table; each must still be checked.
    ///
    /// @param kind of a contraindication, or `allergy`; empty for anything else
    Set<Ingredient> offers(Use ordered, String kind, Optional<Use> partner) {
        Set<Ingredient> offers = new LinkedHashSet<>();
        for (Alternative alternative : all) {
            if (alternative.insteadOf().matches(ordered)
                    && alternative.because().fits(kind, partner)) {
                offers.add(alternative.offer());
            }
        }
        return offers;
    }
}
