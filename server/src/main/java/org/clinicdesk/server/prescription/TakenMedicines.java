package org.clinicdesk.server.prescription;

import org.clinicdesk.server.drug.Dosing;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.evaluate.DosageText;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Records;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a person takes on a day, as the checks see it: with its dose and route where it was ordered here, or where another
/// system said them in words that are understood. A dose that is not known is never guessed.
final class TakenMedicines {

    /// What ends so soon is renewed when it is ordered again, not doubled.
    private static final int RENEWAL_DAYS = 14;

    private final Records records;
    private final LocalDate today;
    private final List<Medication> taken;
    private final Map<UUID, OrderedMedicine> ordered;

    /// @param counts which medicines of the record count as taken; others are ordered, or end with what is ordered
    TakenMedicines(
            Records records,
            Prescriptions prescriptions,
            UUID patientId,
            LocalDate today,
            Predicate<Medication> counts) {
        this.records = records;
        this.today = today;
        this.taken = records.activeMedications(patientId, today).stream().filter(counts).toList();
        this.ordered =
                prescriptions.ordered(
                        taken.stream().flatMap(it -> it.prescriptionLineId().stream()).toList());
    }

    List<MedicineUse> uses() {
        return taken.stream().flatMap(this::uses).toList();
    }

    /// What a medicine holds; and once more by its text alone when not all of that is known, so that it is said.
    private Stream<MedicineUse> uses(Medication medication) {
        var told = medication.taken();
        var use = new MedicineUse(told.medicineId(), told.text(), told.inn(), route(medication));
        return Stream.concat(
                Stream.of(use.with(dosing(medication))),
                told.unchecked() && !told.inn().isEmpty()
                        ? Stream.of(MedicineUse.ofText(told.text()))
                        : Stream.empty());
    }

    private Dosing dosing(Medication medication) {
        return medication
                .prescriptionLineId()
                .map(ordered::get)
                .map(order -> order.dosage().dosing(today))
                .or(() -> DosageText.read(medication.dosage()))
                .orElse(Dosing.NOT_SAID);
    }

    private String route(Medication medication) {
        return medication
                .prescriptionLineId()
                .map(ordered::get)
                .map(order -> order.dosage().route())
                .orElse("");
    }

    /// An order as the checks see it: a renewal when the same medicine ends soon, or ends with it.
    MedicineUse ordered(OrderedMedicine order) {
        var dosing = order.dosage().dosing(today);
        return order.use().with(renews(order) ? dosing.renewed() : dosing);
    }

    private boolean renews(OrderedMedicine order) {
        if (goesOn(order)) {
            return true;
        }
        var soon = today.plusDays(RENEWAL_DAYS);
        return !order.medicineId().isEmpty()
                && taken.stream()
                        .filter(each -> each.taken().medicineId().equals(order.medicineId()))
                        .anyMatch(each ->
                                each.lastDay().filter(day -> !day.isAfter(soon)).isPresent());
    }

    private boolean goesOn(OrderedMedicine order) {
        return order.replaces() != null
                && !order.medicineId().isEmpty()
                && records.medication(order.replaces())
                        .taken()
                        .medicineId()
                        .equals(order.medicineId());
    }
}
