package org.clinicdesk.server.exchange;

import com.fasterxml.jackson.databind.JsonNode;

import org.clinicdesk.server.drug.Ingredient;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.Medicine;
import org.clinicdesk.server.record.Taken;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Medicines by their RxNorm codes of products and ingredients, through the tables of the knowledge; without a known code by
/// what is written, and by their ATC code. A code that is called otherwise than what it holds is believed no more than its
/// name: both are heeded, and it is said.
final class FhirMedicine {

    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final String ATC = "http://www.whocc.no/atc";
    private static final int MOST_OF_A_NAME = 100;

    private final Supplier<Knowledge> knowledge;

    /// With what each is called.
    private final Map<String, String> codes = new TreeMap<>();

    private final Set<String> resolved = new HashSet<>();

    /// With what they hold, of those that are called otherwise.
    private final Map<String, String> doubted = new TreeMap<>();

    FhirMedicine(Supplier<Knowledge> knowledge) {
        this.knowledge = knowledge;
    }

    /// @throws NotTaken NO_CODE
    Taken taken(CodeableConcept concept) {
        var text = FhirText.fit(FhirText.text(concept), 300);
        if (text.isEmpty()) {
            throw new NotTaken(Why.NO_CODE);
        }
        var known = knowledge.get();
        var written = written(known, concept);
        var products = products(known, concept, written);
        var contents =
                products.stream()
                        .map(product -> Set.copyOf(product.ingredients()))
                        .distinct()
                        .toList();
        if (contents.size() == 1) {
            var ingredients = products.getFirst().ingredients();
            return written.contradicts(known, ingredients)
                    ? new Taken(text, "", both(written.ingredients(), ingredients), true)
                    : new Taken(
                            text,
                            products.size() == 1 ? products.getFirst().id() : "",
                            ingredients,
                            false);
        }
        // No code is known, or two codes disagree about what is in it.
        return byName(known, concept, text, written);
    }

    private static Taken byName(
            Knowledge known, CodeableConcept concept, String text, WrittenMedicine written) {
        var atc = byAtc(known, concept);
        if (written.ingredients().isEmpty()) {
            return new Taken(text, "", atc, atc.isEmpty());
        }
        return written.contradicts(known, atc)
                ? new Taken(text, "", both(written.ingredients(), atc), true)
                : new Taken(text, "", written.ingredients(), !written.whole());
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    /// By its text, else by what a code is called; what is wholly understood first.
    private static WrittenMedicine written(Knowledge known, CodeableConcept concept) {
        var read =
                Stream.concat(
                                Stream.ofNullable(concept.getText()),
                                concept.getCoding().stream()
                                        .map(Coding::getDisplay)
                                        .filter(Objects::nonNull))
                        .map(it -> WrittenMedicine.of(known, it))
                        .filter(it -> !it.ingredients().isEmpty())
                        .toList();
        return read.stream()
                .filter(WrittenMedicine::whole)
                .findFirst()
                .or(() -> read.stream().findFirst())
                .orElseGet(() -> new WrittenMedicine(List.of(), false));
    }

    private static List<String> byAtc(Knowledge known, CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(coding -> ATC.equals(coding.getSystem()) && coding.hasCode())
                .flatMap(coding -> known.byAtc(coding.getCode().strip()).stream())
                .map(Ingredient::inn)
                .distinct()
                .toList();
    }

    private List<Medicine> products(
            Knowledge known, CodeableConcept concept, WrittenMedicine written) {
        return concept.getCoding().stream()
                .filter(coding -> RXNORM.equals(coding.getSystem()) && coding.hasCode())
                .flatMap(coding -> {
                    var products = products(coding.getCode(), coding.getDisplay());
                    doubt(known, coding.getCode(), products, written);
                    return products.stream();
                })
                .distinct()
                .toList();
    }

    /// A code is read where it is known, or else its name is; what it says and what it is called may be two things.
    private void doubt(
            Knowledge known, String code, List<Medicine> products, WrittenMedicine written) {
        if (products.isEmpty()) {
            if (written.whole()) {
                resolved.add(code);
            }
        } else if (written.contradicts(known, products.getFirst().ingredients())) {
            doubted.put(code, String.join(" + ", products.getFirst().ingredients()));
        }
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

    /// Codes that no table knows, each with what it is called, and those that are called otherwise than what they hold.
    List<String> unresolved() {
        return codes.entrySet().stream()
                .filter(code ->
                        !resolved.contains(code.getKey()) || doubted.containsKey(code.getKey()))
                .map(code -> (code.getKey() + " " + code.getValue()).strip() + held(code.getKey()))
                .toList();
    }

    private String held(String code) {
        return doubted.containsKey(code) ? " ≠ " + doubted.get(code) : "";
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
