package org.clinicdesk.server.prescription;

import org.clinicdesk.server.drug.Conditions;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.KnownAllergy;
import org.clinicdesk.server.drug.LabResult;
import org.clinicdesk.server.drug.Labs;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.PatientFacts;
import org.clinicdesk.server.drug.Range;
import org.clinicdesk.server.drug.Sex;
import org.clinicdesk.server.drug.ToleratedPair;
import org.clinicdesk.server.drug.Traits;
import org.clinicdesk.server.drug.UnreadResult;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.record.Allergy;
import org.clinicdesk.server.record.Coding;
import org.clinicdesk.server.record.Condition;
import org.clinicdesk.server.record.Measured;
import org.clinicdesk.server.record.Observation;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.record.Tolerance;
import org.clinicdesk.server.visit.VitalSign;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the record tells the checks of a person on a day. What it does not tell stays unknown.
final class KnownPerson {
    private static final int MOST_CONDITIONS = 200;
    private static final int MOST_OBSERVATIONS = 200;

    private static final double DAYS_A_YEAR = 366;

    private final Knowledge knowledge;
    private final Records records;
    private final Patient patient;
    private final LocalDate today;
    private final ZoneId zone;
    private final double weighed;

    /// One or the other.
    private record Result(Optional<LabResult> read, Optional<UnreadResult> unread) {

        static Result of(LabResult read) {
            return new Result(Optional.of(read), Optional.empty());
        }

        static Result of(UnreadResult unread) {
            return new Result(Optional.empty(), Optional.of(unread));
        }
    }

    /// @param weighed kg, today; 0: as the record has it
    KnownPerson(
            Knowledge knowledge,
            Patients patients,
            Records records,
            UUID patientId,
            LocalDate today,
            ZoneId zone,
            double weighed) {
        this.knowledge = knowledge;
        this.records = records;
        this.patient = patients.get(patientId);
        this.today = today;
        this.zone = zone;
        this.weighed = weighed;
    }

    PatientFacts facts(List<MedicineUse> taken) {
        List<Observation> observations = records.observations(patient.id(), MOST_OBSERVATIONS);
        var results = observations.stream().flatMap(each -> result(each).stream()).toList();
        var asked = new AnsweredQuestions(observations, today, zone);
        var tolerances = records.tolerances(patient.id());
        return new PatientFacts(
                Traits.of(age(), sex(), weight(observations), asked.pregnant(), asked.smoker()),
                taken,
                List.of(),
                records.allergies(patient.id()).stream()
                        .map(allergy -> known(allergy, tolerances))
                        .toList(),
                conditions(),
                results.stream().flatMap(each -> each.read().stream()).toList(),
                results.stream().flatMap(each -> each.unread().stream()).toList(),
                tolerances.stream()
                        .filter(tolerance -> !tolerance.partner().isEmpty())
                        .map(it -> new ToleratedPair(it.ingredient(), it.partner()))
                        .collect(Collectors.toSet()));
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

    private @Nullable Double weight(List<Observation> observations) {
        if (weighed > 0) {
            return weighed;
        }
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

    private Optional<Result> result(Observation observation) {
        LocalDate day = day(observation.at());
        return day.isAfter(today)
                ? Optional.empty()
                : knowledge
                        .labs()
                        .byLoinc(observation.code().code())
                        .map(lab ->
                                result(
                                        lab,
                                        observation.measured(),
                                        (int) ChronoUnit.DAYS.between(day, today)));
    }

    private static Result result(Labs.Lab lab, Measured measured, int age) {
        var written = (measured.shown() + " " + measured.unit()).strip();
        return Labs.read(lab, measured.shown(), measured.unit())
                .map(value -> Result.of(new LabResult(lab.id(), value, age)))
                .orElseGet(() -> Result.of(new UnreadResult(lab.id(), written, age)));
    }

    /// What was taken without harm before the reaction says nothing.
    private KnownAllergy known(Allergy allergy, List<Tolerance> tolerances) {
        return new KnownAllergy(
                allergy.agent(),
                allergy.substance(),
                KnownAllergy.Type.valueOf(allergy.type().name()),
                KnownAllergy.Severity.valueOf(allergy.severity().name()),
                allergy.reaction(),
                allergy.onset().text(),
                day(allergy.recordedAt()).toString(),
                tolerances.stream()
                        .filter(it -> it.partner().isEmpty())
                        .filter(it -> !it.recordedAt().isBefore(allergy.recordedAt()))
                        .collect(
                                Collectors.toMap(
                                        Tolerance::ingredient, this::since, (one, other) -> one)));
    }

    private String since(Tolerance tolerance) {
        var day = day(tolerance.recordedAt()).toString();
        return tolerance.note().isBlank() ? day : day + ", " + tolerance.note().strip();
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
