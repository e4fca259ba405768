package org.clinicdesk.server.prescription;

import org.clinicdesk.server.drug.Conditions;
import org.clinicdesk.server.drug.Dosing;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.KnownAllergy;
import org.clinicdesk.server.drug.LabResult;
import org.clinicdesk.server.drug.Labs;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.PatientFacts;
import org.clinicdesk.server.drug.Quantity;
import org.clinicdesk.server.drug.Range;
import org.clinicdesk.server.drug.Sex;
import org.clinicdesk.server.drug.Traits;
import org.clinicdesk.server.drug.Unit;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.record.Allergy;
import org.clinicdesk.server.record.Coding;
import org.clinicdesk.server.record.Condition;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Observation;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.visit.VitalSign;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the record tells the checks of a person on a day. What it does not tell stays unknown.
final class KnownPerson {
    private static final int MOST_CONDITIONS = 200;
    private static final int MOST_OBSERVATIONS = 200;

    /// What ends so soon is renewed when it is ordered again, not doubled.
    private static final int RENEWAL_DAYS = 14;

    private static final double DAYS_A_YEAR = 366;

    private final Knowledge knowledge;
    private final Records records;
    private final Patient patient;
    private final LocalDate today;
    private final ZoneId zone;
    private final List<Medication> taken;

    /// @param counts which medicines of the record count as taken; others are ordered, or end with what is ordered
    KnownPerson(
            Knowledge knowledge,
            Patients patients,
            Records records,
            UUID patientId,
            LocalDate today,
            ZoneId zone,
            Predicate<Medication> counts) {
        this.knowledge = knowledge;
        this.records = records;
        this.patient = patients.get(patientId);
        this.today = today;
        this.zone = zone;
        this.taken = records.activeMedications(patientId, today).stream().filter(counts).toList();
    }

    PatientFacts facts() {
        List<Observation> observations = records.observations(patient.id(), MOST_OBSERVATIONS);
        return new PatientFacts(
                Traits.of(age(), sex(), weight(observations)),
                taken.stream().flatMap(KnownPerson::uses).toList(),
                records.allergies(patient.id()).stream().map(KnownPerson::known).toList(),
                conditions(),
                observations.stream().flatMap(each -> result(each).stream()).toList());
    }

    /// An order as the checks see it: a renewal when the same medicine ends soon, or ends with it.
    MedicineUse ordered(OrderedMedicine ordered) {
        MedicineUse use = ordered.use();
        Dosing dosing = dosing(ordered.dosage());
        return use.with(renews(ordered) ? dosing.renewed() : dosing);
    }

    /// Of a dose that changes the highest counts.
    private Dosing dosing(Dosage dosage) {
        Unit unit = Unit.named(dosage.unit()).orElse(null);
        if (unit == null) {
            return Dosing.NOT_SAID;
        }
        double highest =
                dosage.then().stream()
                        .mapToDouble(TaperStep::dose)
                        .reduce(dosage.dose(), Math::max);
        Timing timing = dosage.timing();
        boolean hours = timing.kind() == Timing.Kind.EVERY_HOURS;
        return new Dosing(
                List.of(new Quantity(highest, unit)),
                hours && dosage.maxDaily() == 0 ? null : Double.valueOf(timesADay(dosage)),
                hours ? Double.valueOf(timing.count()) : null,
                dosage.asNeeded(),
                false,
                days(dosage),
                false,
                false,
                List.of());
    }

    private static double timesADay(Dosage dosage) {
        Timing timing = dosage.timing();
        double times =
                switch (timing.kind()) {
                    case TIMES_A_DAY -> timing.count();
                    case EVERY_HOURS -> 24.0 / timing.count();
                    case EVERY_DAYS -> 1.0 / timing.count();
                };
        boolean capped = dosage.maxDaily() > 0 && dosage.dose() > 0;
        return capped ? Math.min(times, dosage.maxDaily() / dosage.dose()) : times;
    }

    private @Nullable Integer days(Dosage dosage) {
        return dosage.lastDay(today)
                .map(last -> (int) ChronoUnit.DAYS.between(today, last) + 1)
                .orElse(null);
    }

    private boolean renews(OrderedMedicine ordered) {
        if (goesOn(ordered)) {
            return true;
        }
        LocalDate soon = today.plusDays(RENEWAL_DAYS);
        return !ordered.medicineId().isEmpty()
                && taken.stream()
                        .filter(each -> each.taken().medicineId().equals(ordered.medicineId()))
                        .anyMatch(each ->
                                each.lastDay().filter(day -> !day.isAfter(soon)).isPresent());
    }

    private boolean goesOn(OrderedMedicine ordered) {
        return ordered.replaces() != null
                && !ordered.medicineId().isEmpty()
                && records.medication(ordered.replaces())
                        .taken()
                        .medicineId()
                        .equals(ordered.medicineId());
    }

    private @Nullable Range age() {
        PartialDate birth = patient.birthDate();
        LocalDate earliest = birth.earliest().orElse(null);
        if (earliest == null || earliest.isAfter(today)) {
            return null;
        }
        LocalDate latest =
                switch (birth.text().length()) {
                    case 4 -> earliest.plusYears(1).minusDays(1);
                    case 7 -> earliest.plusMonths(1).minusDays(1);
                    default -> earliest;
                };
        return new Range(years(latest.isAfter(today) ? today : latest), years(earliest));
    }

    private double years(LocalDate birth) {
        long whole = ChronoUnit.YEARS.between(birth, today);
        return whole + ChronoUnit.DAYS.between(birth.plusYears(whole), today) / DAYS_A_YEAR;
    }

    private @Nullable Sex sex() {
        return switch (patient.gender()) {
            case FEMALE -> Sex.FEMALE;
            case MALE -> Sex.MALE;
            case OTHER, UNKNOWN -> null;
        };
    }

    private static @Nullable Double weight(List<Observation> observations) {
        return observations.stream()
                .filter(each -> each.code().code().equals(VitalSign.WEIGHT.code().code()))
                .filter(each -> each.measured().unit().equals("kg"))
                .flatMap(each -> Stream.ofNullable(each.measured().number()))
                .findFirst()
                .orElse(null);
    }

    private Set<String> conditions() {
        return records.conditions(patient.id(), MOST_CONDITIONS).stream()
                .filter(Condition::active)
                .flatMap(each -> coded(each.code()).stream())
                .map(Conditions.Condition::id)
                .collect(Collectors.toSet());
    }

    private List<Conditions.Condition> coded(Coding code) {
        String system = code.system();
        if (system.contains("icd-10")) {
            return knowledge.conditions().byIcd10(code.code());
        }
        List<Conditions.Condition> found =
                system.contains("snomed")
                        ? knowledge.conditions().bySnomed(code.code())
                        : List.of();
        return found.isEmpty()
                ? knowledge.conditions().named(code.display()).stream().toList()
                : found;
    }

    /// A result in a unit that is not known is none.
    private Optional<LabResult> result(Observation observation) {
        Double number = observation.measured().number();
        LocalDate day = observation.at().atZone(zone).toLocalDate();
        if (number == null || number < 0 || day.isAfter(today)) {
            return Optional.empty();
        }
        int age = (int) ChronoUnit.DAYS.between(day, today);
        return knowledge
                .labs()
                .byLoinc(observation.code().code())
                .flatMap(lab ->
                        Labs.convert(lab, number, observation.measured().unit())
                                .map(value -> LabResult.of(lab.id(), value, age)));
    }

    /// What a medicine holds; and once more by its text alone when not all of that is known, so that it is said.
    private static Stream<MedicineUse> uses(Medication medication) {
        var taken = medication.taken();
        var uses =
                new ArrayList<>(
                        List.of(
                                new MedicineUse(
                                        taken.medicineId(), taken.text(), taken.inn(), "")));
        if (taken.unchecked() && !taken.inn().isEmpty()) {
            uses.add(MedicineUse.ofText(taken.text()));
        }
        return uses.stream();
    }

    private static KnownAllergy known(Allergy allergy) {
        return new KnownAllergy(
                allergy.agent(),
                allergy.substance(),
                KnownAllergy.Type.valueOf(allergy.type().name()),
                KnownAllergy.Severity.valueOf(allergy.severity().name()),
                allergy.reaction(),
                Set.of());
    }
}
