package org.clinicdesk.server.prescription;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.GetCheckRequest;
import org.clinicdesk.prescription.v1.GetCheckResponse;
import org.clinicdesk.prescription.v1.GetPrescriptionPaperRequest;
import org.clinicdesk.prescription.v1.GetPrescriptionRequest;
import org.clinicdesk.prescription.v1.ListPrescriptionsRequest;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.PaperSize;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc.PrescriptionServiceBlockingStub;
import org.clinicdesk.prescription.v1.SignPrescriptionRequest;
import org.clinicdesk.prescription.v1.StopLineRequest;
import org.clinicdesk.prescription.v1.Timing;
import org.clinicdesk.record.v1.GetRecordRequest;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.server.Features;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.patient.Gender;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Person;
import org.clinicdesk.server.patient.PersonName;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.queue.Arrival;
import org.clinicdesk.server.record.Allergy;
import org.clinicdesk.server.record.Coding;
import org.clinicdesk.server.record.Measured;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Observation;
import org.clinicdesk.server.record.Taken;
import org.clinicdesk.server.visit.VitalSign;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Short ways to say who takes what, what is ordered and what becomes of it.
final class PrescriptionFixture {

    private final TestServer server;
    private final Features features;

    PrescriptionFixture(TestServer server) {
        this.server = server;
        this.features = server.clinic().features();
    }

    PrescriptionServiceBlockingStub as(String role) {
        return PrescriptionServiceGrpc.newBlockingStub(server.as(role));
    }

    /// Takes simvastatin, has had an anaphylaxis to penicillin.
    UUID registerAllergicStatinUser() {
        var id = new UUID[1];
        server.change(() -> {
            id[0] = register();
            imports(
                    id[0],
                    new Taken(
                            "Simvastatin 20 mg tablet",
                            "product:simvastatin-20-mg-tablet",
                            List.of("simvastatin"),
                            false),
                    "1 × 1");
            allergy(id[0], "group:penicillins", "Penicillin", "sốc phản vệ");
        });
        return id[0];
    }

    /// An answer to a question, so many days ago.
    void observes(UUID patient, String loinc, String answer, int daysAgo) {
        measures(patient, loinc, answer, "", daysAgo);
    }

    /// A result as another system wrote it, so many days ago.
    void measures(UUID patient, String loinc, String written, String unit, int daysAgo) {
        features.record
                .records()
                .addObservation(
                        new Observation(
                                Ids.next(server.clock()),
                                patient,
                                new Coding(Coding.LOINC, loinc, ""),
                                server.clock().instant().minus(Duration.ofDays(daysAgo)),
                                new Measured(written, null, unit),
                                false));
    }

    /// As a nurse, or another system, recorded it today.
    void weighs(UUID patient, double kg) {
        features.record
                .records()
                .addObservation(
                        new Observation(
                                Ids.next(server.clock()),
                                patient,
                                VitalSign.WEIGHT.code(),
                                server.clock().instant(),
                                VitalSign.WEIGHT.of(kg),
                                true));
    }

    /// Another system tells that the person takes an ingredient.
    void imports(UUID patient, String inn, String dosage) {
        imports(patient, new Taken(inn, "ing:" + inn, List.of(inn), false), dosage);
    }

    /// What was prescribed here once, and nobody stopped.
    void ranOut(UUID patient, String inn, LocalDate since, LocalDate lastDay) {
        features.record
                .records()
                .addMedication(
                        Medication.prescribed(
                                Ids.next(server.clock()),
                                patient,
                                new Taken(inn, "ing:" + inn, List.of(inn), false),
                                "",
                                since,
                                lastDay,
                                Ids.next(server.clock())));
    }

    private void imports(UUID patient, Taken taken, String dosage) {
        features.record
                .records()
                .addMedication(
                        Medication.imported(
                                Ids.next(server.clock()),
                                patient,
                                taken,
                                dosage,
                                new PartialDate("2024"),
                                true));
    }

    UUID register() {
        return registerBornIn("1961-02-08");
    }

    /// A woman. @param birth ISO 8601, or a part of it
    UUID registerBornIn(String birth) {
        return features.patient
                .patients()
                .register(
                        new Person(
                                new PersonName("Nguyễn", "Thị Bảo Châu", true),
                                new PartialDate(birth),
                                false,
                                Gender.FEMALE,
                                List.of(),
                                "",
                                "",
                                "vi",
                                "",
                                ""))
                .id();
    }

    void dies(UUID patient) {
        server.change(() -> features.patient.patients().get(patient).died(null));
    }

    void becomesAllergic(UUID patient, String agent) {
        server.change(() -> allergy(patient, agent, agent, ""));
    }

    private void allergy(UUID patient, String agent, String substance, String reaction) {
        var told =
                new Allergy.Told(
                        substance,
                        agent,
                        Allergy.Type.ALLERGY,
                        Allergy.Certainty.CONFIRMED,
                        reaction,
                        Allergy.Severity.SEVERE);
        features.record
                .records()
                .addAllergy(
                        new Allergy(
                                Ids.next(server.clock()),
                                patient,
                                told,
                                server.clock().instant(),
                                null));
    }

    OrderLine clarithromycin() {
        return line("product:clarithromycin-500-mg-tablet", "Clarithromycin 500 mg tablet");
    }

    OrderLine amoxicillin() {
        return line("product:amoxicillin-500-mg-capsule", "Amoxicillin 500 mg capsule");
    }

    OrderLine paracetamol() {
        return line("product:paracetamol-500-mg-tablet", "Paracetamol 500 mg tablet");
    }

    /// One tablet three times a day for a week.
    OrderLine line(String medicineId, String text) {
        return OrderLine.newBuilder()
                .setMedicineId(medicineId)
                .setMedicine(text)
                .setQuantity(21)
                .setDosage(
                        Dosage.newBuilder()
                                .setDose(1)
                                .setUnit("tablet")
                                .setTiming(Timing.newBuilder().setTimesADay(3))
                                .setDays(7)
                                .setRoute("oral")
                                .setInstructions("Uống sau ăn."))
                .build();
    }

    Dosage.Builder tablets(Timing.Builder timing) {
        return Dosage.newBuilder().setDose(1).setUnit("tablet").setTiming(timing).setRoute("oral");
    }

    Override override(Finding finding, OverrideReason reason) {
        return Override.newBuilder()
                .setFindingKey(finding.getKey())
                .setReason(reason)
                .setNote("discussed with her")
                .build();
    }

    GetCheckResponse check(PrescriptionServiceBlockingStub as, UUID patient, OrderLine... lines) {
        return as.getCheck(
                GetCheckRequest.newBuilder()
                        .setPatientId(patient.toString())
                        .addAllLines(Arrays.asList(lines))
                        .build());
    }

    Prescription sign(
            PrescriptionServiceBlockingStub as,
            UUID patient,
            GetCheckResponse checked,
            List<Override> overrides,
            OrderLine... lines) {
        return as.signPrescription(
                        SignPrescriptionRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .addAllLines(Arrays.asList(lines))
                                .addAllOverrides(overrides)
                                .setMedicationsVersion(checked.getMedicationsVersion())
                                .build())
                .getPrescription();
    }

    Prescription signIn(UUID visit, UUID patient) {
        return as("doctor")
                .signPrescription(
                        SignPrescriptionRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .setVisitId(visit.toString())
                                .addLines(paracetamol())
                                .setMedicationsVersion(
                                        check(as("doctor"), patient).getMedicationsVersion())
                                .build())
                .getPrescription();
    }

    UUID visitOfSomebodyElse() {
        var visit = new UUID[1];
        server.change(() -> {
            var now = server.clock().instant();
            var practitioner = features.staff.staff().byLogin("whitlow").orElseThrow().id();
            var site = features.site.sites().sites().getFirst().id();
            var service = features.site.sites().services().getFirst().id();
            var queue = features.queue.entries();
            queue.inRoomWith(practitioner)
                    .ifPresent(other -> queue.finish(other.visitId().orElseThrow(), now));
            var entry =
                    queue.join(
                            new Arrival(
                                    site, register(), null, service, practitioner, null, "", now));
            visit[0] = queue.call(entry.id(), site, practitioner, now).visitId().orElseThrow();
        });
        return visit[0];
    }

    Prescription get(PrescriptionServiceBlockingStub as, String id) {
        return as.getPrescription(GetPrescriptionRequest.newBuilder().setId(id).build())
                .getPrescription();
    }

    List<Prescription> list(PrescriptionServiceBlockingStub as, UUID patient) {
        return as.listPrescriptions(
                        ListPrescriptionsRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .build())
                .getPrescriptionsList();
    }

    Prescription stop(PrescriptionServiceBlockingStub as, Prescription prescription, int line) {
        return as.stopLine(
                        StopLineRequest.newBuilder()
                                .setPrescriptionId(prescription.getId())
                                .setVersion(prescription.getVersion())
                                .setLineId(prescription.getLines(line).getId())
                                .setReason("nausea")
                                .build())
                .getPrescription();
    }

    byte[] paper(PrescriptionServiceBlockingStub as, String id) {
        return paper(as, id, PaperSize.PAPER_SIZE_A5);
    }

    byte[] paper(PrescriptionServiceBlockingStub as, String id, PaperSize size) {
        return as.getPrescriptionPaper(
                        GetPrescriptionPaperRequest.newBuilder().setId(id).setSize(size).build())
                .getFile()
                .getContent()
                .toByteArray();
    }

    /// INN of what the person takes on a day.
    List<String> taken(UUID patient, LocalDate day) {
        return server.inDatabase(() ->
                features.record.records().activeMedications(patient, day).stream()
                        .flatMap(medication -> medication.taken().inn().stream())
                        .sorted()
                        .toList());
    }

    /// As a doctor reads it.
    GetRecordResponse record(UUID patient) {
        return RecordServiceGrpc.newBlockingStub(server.as("doctor"))
                .getRecord(GetRecordRequest.newBuilder().setPatientId(patient.toString()).build());
    }

    /// As if it had been signed so much earlier.
    void validUntil(String id, LocalDate day) {
        server.change(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeMutationQuery(
                                "update prescription set valid_until = :day where id = :id")
                        .setParameter("day", day)
                        .setParameter("id", UUID.fromString(id))
                        .executeUpdate());
    }

    /// As if what was ordered here had been begun on another day.
    void begun(UUID patient, LocalDate first, LocalDate last) {
        server.change(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeMutationQuery(
                                "update medication set since = :first, last_day = :last where"
                                        + " patient_id = :patient and source = 'PRESCRIPTION'")
                        .setParameter("first", first.toString())
                        .setParameter("last", last)
                        .setParameter("patient", patient)
                        .executeUpdate());
    }

    /// The medicine of the record that holds a substance and is taken now.
    String medication(UUID patient, String inn) {
        return server.inDatabase(() ->
                features
                        .record
                        .records()
                        .activeMedications(
                                patient, features.prescription.prescriptionChecks().today())
                        .stream()
                        .filter(medication -> medication.taken().inn().contains(inn))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString());
    }

    List<UUID> open() {
        return server.inDatabase(() ->
                features
                        .prescription
                        .prescriptions()
                        .open(features.prescription.prescriptionChecks().today(), 1000)
                        .stream()
                        .map(org.clinicdesk.server.prescription.Prescription::id)
                        .toList());
    }

    void dispenseAll(UUID id) {
        server.change(() -> {
            var prescriptions = features.prescription.prescriptions();
            var version = prescriptions.get(id).version();
            var locked = prescriptions.forUpdate(id, version);
            locked.lines().forEach(line -> locked.dispense(line.id(), line.left()));
        });
    }

    /// What the pharmacy would be told.
    List<Finding> again(String id) {
        return server.inDatabase(() ->
                features
                        .prescription
                        .prescriptionChecks()
                        .again(features.prescription.prescriptions().get(Ids.of(id)))
                        .stream()
                        .map(it ->
                                PrescriptionProtos.finding(
                                        it, Knowledge.load().spoken(Locale.ENGLISH)))
                        .toList());
    }

    /// What the operator's check would find.
    List<String> faults() {
        return server.inDatabase(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .doReturningWork(connection -> {
                            var faults = new ArrayList<String>();
                            for (var check : features.checks()) {
                                try (var query = connection.createStatement();
                                        var rows = query.executeQuery(check.sql())) {
                                    while (rows.next()) {
                                        faults.add(check.name() + ": " + rows.getString(1));
                                    }
                                } catch (SQLException e) {
                                    throw new SQLException(check.name(), e);
                                }
                            }
                            return faults;
                        }));
    }
}
