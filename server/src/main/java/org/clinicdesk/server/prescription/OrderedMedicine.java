package org.clinicdesk.server.prescription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

import org.clinicdesk.server.drug.MedicineUse;

/// A line as it is written.
///
/// @param medicineId "product:..." or "ing:...", or empty for a medicine that the knowledge does not have
/// @param medicine as written: "Amoxicillin 500 mg capsule"
/// @param quantity units to hand out at a time, such as tablets
/// @param repeats how often the quantity may be handed out once more
/// @param asWritten nothing else may be handed out in its place
@Embeddable
public record OrderedMedicine(
        String medicineId,
        String medicine,
        @Embedded Dosage dosage,
        @Column(name = "supply") int quantity,
        int repeats,
        boolean asWritten) {

    /// All that may be handed out, with the repeats.
    int total() {
        return quantity * (repeats + 1);
    }

    MedicineUse use() {
        return MedicineUse.ofId(medicineId, medicine, dosage.route());
    }
}
