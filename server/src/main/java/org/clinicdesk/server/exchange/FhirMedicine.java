package org.clinicdesk.server.exchange;

import com.fasterxml.jackson.databind.JsonNode;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Medicine;
import org.clinicdesk.server.record.Taken;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Medicines by their RxNorm codes of products and ingredients, through the tables of the knowledge. A name is never taken apart: what has no
/// known code is kept as it is written, unchecked.
final class FhirMedicine {

    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final int MOST_OF_A_NAME = 100;

    private final Supplier<Knowledge> knowledge;

    /// With what each is called.
    private final Map<String, String> codes = new TreeMap<>();

    private final Set<String> resolved = new HashSet<>();

    FhirMedicine(Supplier<Knowledge> knowledge) {
        this.knowledge = knowledge;
    }

    /// @throws NotTaken NO_CODE
    Taken taken(CodeableConcept concept) {
        var text = FhirText.fit(FhirText.text(concept), 300);
        if (text.isEmpty()) {
            throw new NotTaken(Why.NO_CODE);
        }
        var products =
                concept.getCoding().stream()
                        .filter(coding -> RXNORM.equals(coding.getSystem()))
                        .flatMap(coding -> products(coding.getCode(), coding.getDisplay()).stream())
                        .distinct()
                        .toList();
        var contents =
                products.stream()
                        .map(product -> Set.copyOf(product.ingredients()))
                        .distinct()
                        .toList();
        if (contents.size() != 1) {
            // No code is known, or two codes disagree about what is in it.
            return new Taken(text, "", List.of(), true);
        }
        var id = products.size() == 1 ? products.getFirst().id() : "";
        return new Taken(text, id, products.getFirst().ingredients(), false);
    }

    /// Counts the codes of a request that is known and unchanged, and so is not taken again.
    void unchanged(JsonNode request) {
        count(request.path("medicationCodeableConcept"));
        for (var contained : request.path("contained")) {
            count(contained.path("code"));
        }
    }

    private void count(JsonNode concept) {
        for (var coding : concept.path("coding")) {
            if (RXNORM.equals(coding.path("system").asText()) && coding.hasNonNull("code")) {
                products(coding.path("code").asText(), coding.path("display").asText());
            }
        }
    }

    private List<Medicine> products(String code, @Nullable String display) {
        var name = display == null ? "" : display.strip();
        codes.putIfAbsent(code, name.substring(0, Math.min(name.length(), MOST_OF_A_NAME)));
        var products = knowledge.get().byRxNorm(code);
        if (!products.isEmpty()) {
            resolved.add(code);
        }
        return products;
    }

    /// How many codes were seen, and how many of them the knowledge has.
    int codes() {
        return codes.size();
    }

    int resolved() {
        return resolved.size();
    }

    /// Codes that no table knows, each with what it is called.
    List<String> unresolved() {
        return codes.entrySet().stream()
                .filter(code -> !resolved.contains(code.getKey()))
                .map(code -> (code.getKey() + " " + code.getValue()).strip())
                .toList();
    }

    /// The instructions as written, else in figures: "1 tablet, 2 in 1 d, as needed".
    static String dosage(List<Dosage> dosages) {
        return FhirText.fit(
                dosages.stream().map(FhirMedicine::dosage).collect(Collectors.joining("; ")), 500);
    }

    private static String dosage(Dosage dosage) {
        if (dosage.hasText()) {
            return dosage.getText();
        }
        var parts = new java.util.ArrayList<String>();
        var dose = dosage.getDoseAndRateFirstRep();
        if (dose.hasDoseQuantity() && dose.getDoseQuantity().hasValue()) {
            var quantity = dose.getDoseQuantity();
            var unit = quantity.hasUnit() ? " " + quantity.getUnit() : "";
            parts.add(quantity.getValue().toPlainString() + unit);
        }
        var repeat = dosage.getTiming().getRepeat();
        if (repeat.hasFrequency() && repeat.hasPeriod() && repeat.hasPeriodUnit()) {
            parts.add(
                    repeat.getFrequency()
                            + " in "
                            + repeat.getPeriod().toPlainString()
                            + " "
                            + repeat.getPeriodUnit().toCode());
        }
        if (dosage.hasAsNeededBooleanType() && dosage.getAsNeededBooleanType().booleanValue()) {
            parts.add("as needed");
        }
        return String.join(", ", parts);
    }
}
