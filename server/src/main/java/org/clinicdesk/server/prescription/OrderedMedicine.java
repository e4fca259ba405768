package org.clinicdesk.server.prescription;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

import org.clinicdesk.server.drug.MedicineUse;

/// A line as it is written.
///
/// @param medicineId "product:..." or "ing:...", or empty for a medicine that the knowledge does not have
/// @param medicine as written: "Amoxicillin 500 mg capsule"
/// @param quantity units to hand out, such as tablets
@Embeddable
public record OrderedMedicine(
        String medicineId, String medicine, @Embedded Dosage dosage, int quantity) {

    MedicineUse use() {
        return MedicineUse.ofId(medicineId, medicine, dosage.route());
    }
}
