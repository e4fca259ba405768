package org.clinicdesk.server.prescription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

import org.clinicdesk.contract.Course;
import org.clinicdesk.contract.Pack;
import org.clinicdesk.server.drug.MedicineUse;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/// A line as it is written.
///
/// @param medicineId "product:..." or "ing:...", or empty for a medicine that the knowledge does not have
/// @param medicine as written: "Amoxicillin 500 mg capsule"
/// @param quantity units to hand out at a time, such as tablets, or packs where a dose is neither piece nor ml
/// @param repeats how often the quantity may be handed out once more
/// @param asWritten nothing else may be handed out in its place
/// @param replaces the [Medication][org.clinicdesk.server.record.Medication] that it renews or replaces; null for none
/// @param pack what one pack of the product holds, "200 puff", as it was when it was ordered; empty: not said
@Embeddable
public record OrderedMedicine(
        String medicineId,
        String medicine,
        @Embedded Dosage dosage,
        @Column(name = "supply") int quantity,
        int repeats,
        boolean asWritten,
        @Nullable UUID replaces,
        String pack) {

    /// All that may be handed out, with the repeats.
    int total() {
        return quantity * (repeats + 1);
    }

    /// Days that so many units last when taken as ordered, at most; empty when that does not follow from the dosage.
    public OptionalInt lasts(int units) {
        var doses = inDoseUnits(units);
        if (doses.isEmpty() || !dosage.then().isEmpty()) {
            return dosage.days() > 0 ? OptionalInt.of(dosage.wholeDays()) : OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.floor(doses.getAsDouble() / dosage.daily()));
    }

    /// So much of what is handed out in the unit of the dose; empty when one does not follow from the other.
    private OptionalDouble inDoseUnits(int units) {
        if (Course.handedOut(dosage.unit())) {
            return OptionalDouble.of(units);
        }
        return packed().flatMap(it -> it.holds(dosage.unit()))
                .map(held -> OptionalDouble.of(held.doubleValue() * units))
                .orElse(OptionalDouble.empty());
    }

    Optional<Pack> packed() {
        return Pack.read(pack);
    }

    MedicineUse use() {
        return MedicineUse.ofId(medicineId, medicine, dosage.route());
    }
}
