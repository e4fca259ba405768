package org.clinicdesk.server.prescription;

import org.clinicdesk.server.drug.Checker;
import org.clinicdesk.server.drug.Finding;
import org.clinicdesk.server.drug.KnownAllergy;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.Order;
import org.clinicdesk.server.drug.PatientFacts;
import org.clinicdesk.server.drug.Tier;
import org.clinicdesk.server.record.Allergy;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.site.Sites;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The checks of a prescription against what the record knows of the person today: the same when it is written, when it
/// is signed and when it is dispensed.
public final class PrescriptionChecks {

    private final Clock clock;
    private final Sites sites;
    private final Records records;
    private final Checker checker;

    PrescriptionChecks(Clock clock, Sites sites, Records records, Checker checker) {
        this.clock = clock;
        this.sites = sites;
        this.records = records;
        this.checker = checker;
    }

    /// Checks what is being written; the line of a finding is the index in `ordered`. Most dangerous first.
    public List<Finding> check(UUID patientId, List<OrderedMedicine> ordered) {
        return checker.check(
                facts(patientId, Set.of()),
                IntStream.range(0, ordered.size())
                        .mapToObj(i -> new Order(i, ordered.get(i).use()))
                        .toList());
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
        var known = facts(prescription.patientId(), own);
        var others =
                left.stream()
                        .filter(line -> !lineIds.contains(line.id()))
                        .map(line -> line.ordered().use());
        return checker.check(
                new PatientFacts(
                        Stream.concat(known.medicines().stream(), others).toList(),
                        known.allergies()),
                left.stream()
                        .filter(line -> lineIds.contains(line.id()))
                        .map(line ->
                                new Order(prescription.lines().indexOf(line), line.ordered().use()))
                        .toList());
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
    LocalDate today() {
        return day(clock.instant());
    }

    LocalDate day(Instant at) {
        return at.atZone(sites.clinic().zone()).toLocalDate();
    }

    private PatientFacts facts(UUID patientId, Set<UUID> withoutLines) {
        return new PatientFacts(
                records.activeMedications(patientId, today()).stream()
                        .filter(taken ->
                                taken.prescriptionLineId().filter(withoutLines::contains).isEmpty())
                        .flatMap(PrescriptionChecks::uses)
                        .toList(),
                records.allergies(patientId).stream().map(PrescriptionChecks::known).toList());
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
