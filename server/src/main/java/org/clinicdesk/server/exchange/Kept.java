package org.clinicdesk.server.exchange;

import java.util.Set;

/// The kinds of resources that are taken.
final class Kept {

    private static final Set<String> KINDS =
            Set.of(
                    "Patient",
                    "Practitioner",
                    "PractitionerRole",
                    "Organization",
                    "Location",
                    "AllergyIntolerance",
                    "Condition",
                    "Medication",
                    "MedicationRequest",
                    "Immunization",
                    "Encounter",
                    "Observation",
                    "DocumentReference",
                    "DiagnosticReport");

    private Kept() {}

    static boolean kind(String type) {
        return KINDS.contains(type);
    }
}
