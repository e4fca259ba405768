package org.clinicdesk.server.prescription;

import org.clinicdesk.server.drug.Dosing;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.Order;
import org.clinicdesk.server.drug.evaluate.DosageText;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.record.Taken;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a person takes on a day, as the checks see it: with its dose and route where it was ordered here, or where another
/// system said them in words that are understood. A dose that is not known is never guessed.
final class TakenMedicines {

    /// What ends so soon is renewed when it is ordered again, not doubled.
    private static final int RENEWAL_DAYS = 14;

    private static final double MORE = 1.001;

    private final Records records;
    private final Prescriptions prescriptions;
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
        this.prescriptions = prescriptions;
        this.today = today;
        this.taken = records.activeMedications(patientId, today).stream().filter(counts).toList();
        this.ordered =
                prescriptions.ordered(
                        taken.stream().flatMap(it -> it.prescriptionLineId().stream()).toList());
    }

    List<MedicineUse> uses() {
        return taken.stream().map(this::use).toList();
    }

    private MedicineUse use(Medication medication) {
        var told = medication.taken();
        return new MedicineUse(told.medicineId(), told.text(), held(told), route(medication))
                .with(dosing(medication));
    }

    /// What is known to be in it; and its text as one more thing when not all of that is known, so that it is said.
    private static List<String> held(Taken told) {
        return told.unchecked() && !told.inn().isEmpty()
                ? Stream.concat(told.inn().stream(), Stream.of(told.text())).toList()
                : told.inn();
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

    /// A line as the checks see it: a renewal when the same medicine ends soon, or ends with it.
    Order order(int line, OrderedMedicine order) {
        var renews = renews(order);
        var steps =
                order.dosage().dosings(today).stream()
                        .map(dosing -> renews ? dosing.renewed() : dosing)
                        .toList();
        return new Order(line, order.use().with(steps.getFirst()), steps.subList(1, steps.size()));
    }

    /// An order as something that is taken.
    MedicineUse ordered(OrderedMedicine order) {
        return order(0, order).medicine();
    }

    private boolean renews(OrderedMedicine order) {
        if (goesOn(order)) {
            return !raised(order);
        }
        var soon = today.plusDays(RENEWAL_DAYS);
        return !order.medicineId().isEmpty()
                && taken.stream()
                        .filter(each -> each.taken().medicineId().equals(order.medicineId()))
                        .anyMatch(each ->
                                each.lastDay().filter(day -> !day.isAfter(soon)).isPresent());
    }

    /// More of it than until now is looked at like something new.
    private boolean raised(OrderedMedicine order) {
        return records.medication(Objects.requireNonNull(order.replaces()))
                .prescriptionLineId()
                .flatMap(
                        line -> Optional.ofNullable(prescriptions.ordered(List.of(line)).get(line)))
                .map(OrderedMedicine::dosage)
                .filter(before -> before.unit().equals(order.dosage().unit()))
                .filter(before -> order.dosage().daily() > before.daily() * MORE)
                .isPresent();
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
