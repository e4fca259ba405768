package org.clinicdesk.server.drug;

import java.util.List;

/// What the checks know of a person: the medicines now taken and the allergies that hold.
public record PatientFacts(List<MedicineUse> medicines, List<KnownAllergy> allergies) {
    public PatientFacts {
        medicines = List.copyOf(medicines);
        allergies = List.copyOf(allergies);
    }
}
