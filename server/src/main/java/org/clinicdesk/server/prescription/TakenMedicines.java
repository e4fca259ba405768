package org.clinicdesk.server.prescription;

import org.clinicdesk.server.drug.Dosing;
import org.clinicdesk.server.drug.EndedMedicine;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.Order;
import org.clinicdesk.server.drug.evaluate.DosageText;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.record.Taken;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    /// Nobody renews a course of which more is left than was taken.
    private static final int PART_LEFT = 2;

    /// From so many days on a medicine is a lasting one: who comes late for more of it may have some left.
    private static final int LASTING_DAYS = 21;

    private static final double MORE = 1.001;

    private final Records records;
    private final Prescriptions prescriptions;
    private final LocalDate today;
    private final UUID patientId;
    private final List<Medication> taken;
    private final List<Medication> replaced;
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
        this.patientId = patientId;
        var active = records.activeMedications(patientId, today);
        this.taken = active.stream().filter(counts).toList();
        this.replaced = active.stream().filter(counts.negate()).toList();
        this.ordered =
                prescriptions.ordered(
                        taken.stream().flatMap(it -> it.prescriptionLineId().stream()).toList());
    }

    List<MedicineUse> uses() {
        return taken.stream().map(this::use).toList();
    }

    /// What was taken in the last days, and what ends with what is ordered.
    ///
    /// @param days how far back
    List<EndedMedicine> ended(int days) {
        return Stream.concat(
                        replaced.stream().map(it -> new EndedMedicine(told(it), 0, false)),
                        records.endedMedications(patientId, today.minusDays(days), today).stream()
                                .map(this::ended))
                .toList();
    }

    private EndedMedicine ended(Medication medication) {
        var last = medication.lastDay().orElseThrow();
        var lasting =
                medication
                        .since()
                        .earliest()
                        .filter(first -> ChronoUnit.DAYS.between(first, last) >= LASTING_DAYS)
                        .isPresent();
        return new EndedMedicine(
                told(medication),
                (int) ChronoUnit.DAYS.between(last, today),
                lasting && medication.ranOut(today));
    }

    private static MedicineUse told(Medication medication) {
        var told = medication.taken();
        return new MedicineUse(told.medicineId(), told.text(), held(told), "");
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
        return !order.medicineId().isEmpty()
                && taken.stream()
                        .filter(each -> each.taken().medicineId().equals(order.medicineId()))
                        .anyMatch(this::endsSoon);
    }

    /// Within days, and with less left than was taken: what was begun today is ordered twice, not renewed.
    private boolean endsSoon(Medication medication) {
        var soon = today.plusDays(RENEWAL_DAYS);
        return medication
                .lastDay()
                .filter(last -> !last.isAfter(soon))
                .filter(last ->
                        medication
                                .since()
                                .earliest()
                                .filter(first ->
                                        !first.isBefore(today)
                                                || ChronoUnit.DAYS.between(today, last) * PART_LEFT
                                                        > ChronoUnit.DAYS.between(first, last))
                                .isEmpty())
                .isPresent();
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
