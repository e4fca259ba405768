package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// An active ingredient. `inn` is its international nonproprietary name, lower case, without salt; `base` the
/// ingredient of which it is an isomer, ester, salt or prodrug (its own name when of none); `rxcui` may be empty.
public record Ingredient(
        String inn, List<String> synonyms, List<String> atc, String rxcui, String base) {
    /// The id of the API: `ing:amoxicillin`.
    public String id() {
        return "ing:" + inn;
    }

    /// By the name alone, which is its key, for it is asked often.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ingredient ingredient && inn.equals(ingredient.inn);
    }

    @Override
    public int hashCode() {
        return inn.hashCode();
    }

    /// Whether both are forms of one substance: the same, an isomer, an ester, a prodrug.
    boolean sameSubstance(Ingredient other) {
        return base.equals(other.base);
    }
}
