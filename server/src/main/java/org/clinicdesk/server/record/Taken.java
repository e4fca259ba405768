package org.clinicdesk.server.record;

import jakarta.persistence.Embeddable;

import java.util.Arrays;
import java.util.List;

/// What is taken.
///
/// @param text as written: "Amoxicillin 500 mg capsule"
/// @param medicineId "product:..." or "ing:..." of the knowledge, or empty
/// @param ingredients INN names, one a line
/// @param unchecked not all that it holds is known, so that no check can heed it
@Embeddable
public record Taken(String text, String medicineId, String ingredients, boolean unchecked) {

    public Taken(String text, String medicineId, List<String> ingredients, boolean unchecked) {
        this(text, medicineId, String.join("\n", ingredients), unchecked);
    }

    /// INN names.
    public List<String> inn() {
        return ingredients.isEmpty() ? List.of() : Arrays.asList(ingredients.split("\n"));
    }
}
