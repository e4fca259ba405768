package org.clinicdesk.server.prescription;

import org.clinicdesk.server.drug.DrugFeature;
import org.clinicdesk.server.drug.EndedMedicine;
import org.clinicdesk.server.drug.Finding;
import org.clinicdesk.server.drug.KnownBody;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.Tier;
import org.clinicdesk.server.drug.UsualDose;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.site.Sites;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The checks of a prescription against what the record knows of the person today: the same when it is written, when it
/// is signed and when it is dispensed.
public final class PrescriptionChecks {

    private final Clock clock;
    private final Sites sites;
    private final Records records;
    private final Patients patients;
    private final DrugFeature drug;
    private final Prescriptions prescriptions;

    PrescriptionChecks(
            Clock clock,
            Sites sites,
            Patients patients,
            Records records,
            DrugFeature drug,
            Prescriptions prescriptions) {
        this.clock = clock;
        this.sites = sites;
        this.patients = patients;
        this.records = records;
        this.drug = drug;
        this.prescriptions = prescriptions;
    }

    /// Checks what is being written; the line of a finding is the index in `ordered`. Most dangerous first.
    ///
    /// @param weighed kg, today; 0: as the record has it
    public List<Finding> check(UUID patientId, List<OrderedMedicine> ordered, double weighed) {
        var replaced = replaced(ordered);
        var taken = taken(patientId, medication -> !replaced.contains(medication.id()));
        return drug.checker()
                .check(
                        known(patientId, weighed).facts(taken.uses()).after(ended(taken)),
                        IntStream.range(0, ordered.size())
                                .mapToObj(i -> taken.order(i, ordered.get(i)))
                                .toList(),
                        Call.current().locale());
    }

    /// What is usual of a medicine for this person.
    Optional<UsualDose> usualDose(UUID patientId, MedicineUse medicine) {
        return drug.knowledge().usualDose(medicine, known(patientId, 0).facts(List.of()));
    }

    /// What a person's lines are checked with, beside what he takes.
    ///
    /// @param weighed kg, today; 0: as the record has it
    KnownBody body(UUID patientId, double weighed) {
        return drug.knowledge().body(known(patientId, weighed).facts(List.of()));
    }

    /// What the lines renew or replace ends with them.
    private static Set<UUID> replaced(List<OrderedMedicine> ordered) {
        return ordered.stream()
                .map(OrderedMedicine::replaces)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /// Checks again what is left of a signed prescription; the line of a finding is the index among all its lines.
    /// These lines stand in the record already and are not checked against themselves. Most dangerous first.
    public List<Finding> again(Prescription prescription) {
        return again(prescription, left(prescription).stream().map(PrescriptionLine::id).toList());
    }

    /// The same for some of these lines; the others count as taken, so that nothing is missed between the two.
    public List<Finding> again(Prescription prescription, Collection<UUID> lineIds) {
        var left = left(prescription);
        var own = left.stream().map(PrescriptionLine::id).collect(Collectors.toSet());
        var taken =
                taken(
                        prescription.patientId(),
                        medication ->
                                medication.prescriptionLineId().filter(own::contains).isEmpty());
        var others =
                left.stream()
                        .filter(line -> !lineIds.contains(line.id()))
                        .map(line -> taken.ordered(line.ordered()));
        return drug.checker()
                .check(
                        known(prescription.patientId(), 0)
                                .facts(Stream.concat(taken.uses().stream(), others).toList())
                                .after(ended(taken)),
                        left.stream()
                                .filter(line -> lineIds.contains(line.id()))
                                .map(line ->
                                        taken.order(
                                                prescription.lines().indexOf(line), line.ordered()))
                                .toList(),
                        Call.current().locale());
    }

    private List<EndedMedicine> ended(TakenMedicines taken) {
        return taken.ended(drug.knowledge().longestWashout());
    }

    private static List<PrescriptionLine> left(Prescription prescription) {
        return prescription.lines().stream().filter(line -> line.left() > 0).toList();
    }

    /// The findings that interrupt and have no answer.
    public static List<Finding> unanswered(Collection<Finding> findings, Set<String> answeredKeys) {
        return findings.stream()
                .filter(finding -> finding.tier() == Tier.INTERRUPTIVE)
                .filter(finding -> !answeredKeys.contains(finding.key()))
                .toList();
    }

    /// The day of the clinic.
    public LocalDate today() {
        return day(clock.instant());
    }

    /// The day of the clinic on which something was.
    public LocalDate day(Instant at) {
        return at.atZone(sites.clinic().zone()).toLocalDate();
    }

    private TakenMedicines taken(UUID patientId, Predicate<Medication> counts) {
        return new TakenMedicines(records, prescriptions, patientId, today(), counts);
    }

    private KnownPerson known(UUID patientId, double weighed) {
        return new KnownPerson(
                drug.knowledge(),
                patients,
                records,
                patientId,
                today(),
                sites.clinic().zone(),
                weighed);
    }
}
