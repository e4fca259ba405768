package org.clinicdesk.server.exchange;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.record.Taken;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What one import needs to read resources; it lasts over all bundles.
final class FhirMapping {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private final Clock clock;
    private final Patients patients;
    private final FhirMedicine medicine;
    private final FhirAllergy allergy;
    private final IParser parser;
    private final Map<ImportLink.Key, Taken> medicines = new HashMap<>();

    FhirMapping(Clock clock, Patients patients, Supplier<Knowledge> knowledge) {
        this.clock = clock;
        this.patients = patients;
        this.medicine = new FhirMedicine(knowledge);
        this.allergy = new FhirAllergy(knowledge);
        // Unknown elements are passed over, as FHIR asks; wrong values are not. Nothing is logged:
        // it would quote them.
        this.parser = CONTEXT.newJsonParser().setParserErrorHandler(new LenientErrorHandler(false));
    }

    Clock clock() {
        return clock;
    }

    Patients patients() {
        return patients;
    }

    FhirMedicine medicine() {
        return medicine;
    }

    FhirAllergy allergy() {
        return allergy;
    }

    IParser parser() {
        return parser;
    }

    void remember(ImportLink.Key key, Taken taken) {
        medicines.put(key, taken);
    }

    Optional<Taken> remembered(ImportLink.Key key) {
        return Optional.ofNullable(medicines.get(key));
    }
}
