package org.clinicdesk.server.exchange;

import org.clinicdesk.server.record.Measured;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.stream.Collectors;

/// What a FHIR Observation found.
final class FhirObservation {

    /// LOINC, within a blood pressure.
    private static final String SYSTOLIC = "8480-6";

    private static final String DIASTOLIC = "8462-4";
    private static final int MOST = 2_000;

    private FhirObservation() {}

    /// @throws NotTaken NO_VALUE
    static Measured measured(Observation observation) {
        if (observation.hasValue()) {
            return measured(observation.getValue());
        }
        var systolic = quantity(observation, SYSTOLIC);
        var diastolic = quantity(observation, DIASTOLIC);
        if (systolic.isPresent() && diastolic.isPresent()) {
            return new Measured(
                    plain(systolic.get()) + "/" + plain(diastolic.get()),
                    null,
                    unit(systolic.get()));
        }
        if (!observation.hasComponent()) {
            throw new NotTaken(Why.NO_VALUE);
        }
        var parts =
                observation.getComponent().stream()
                        .filter(ObservationComponentComponent::hasValue)
                        .map(FhirObservation::part)
                        .collect(Collectors.joining("; "));
        return new Measured(FhirText.fit(parts, MOST), null, "");
    }

    private static Measured measured(Type value) {
        return switch (value) {
            case Quantity quantity when quantity.hasValue() ->
                    new Measured(
                            plain(quantity), quantity.getValue().doubleValue(), unit(quantity));
            case CodeableConcept concept -> word(FhirText.text(concept));
            case StringType text -> word(text.getValue());
            case BooleanType yes -> word(yes.getValueAsString());
            case IntegerType number ->
                    new Measured(number.getValueAsString(), number.getValue().doubleValue(), "");
            default -> throw new NotTaken(Why.NO_VALUE);
        };
    }

    private static Measured word(@Nullable String text) {
        return new Measured(FhirText.fit(text, MOST), null, "");
    }

    private static String part(ObservationComponentComponent component) {
        var measured = measured(component.getValue());
        return (FhirText.text(component.getCode())
                        + ": "
                        + measured.shown()
                        + " "
                        + measured.unit())
                .strip();
    }

    private static Optional<Quantity> quantity(Observation observation, String loinc) {
        return observation.getComponent().stream()
                .filter(component -> FhirText.has(component.getCode(), loinc))
                .filter(component ->
                        component.hasValueQuantity() && component.getValueQuantity().hasValue())
                .map(ObservationComponentComponent::getValueQuantity)
                .findFirst();
    }

    private static String plain(Quantity quantity) {
        var comparator = quantity.hasComparator() ? quantity.getComparator().toCode() : "";
        return comparator + quantity.getValue().toPlainString();
    }

    /// UCUM, else what the unit is called.
    private static String unit(Quantity quantity) {
        return FhirText.fit(quantity.hasCode() ? quantity.getCode() : quantity.getUnit(), 40);
    }
}
