package org.clinicdesk.server.prescription;

import org.clinicdesk.prescription.v1.GetCheckRequest;
import org.clinicdesk.prescription.v1.GetCheckResponse;
import org.clinicdesk.prescription.v1.GetPrescriptionPaperRequest;
import org.clinicdesk.prescription.v1.GetPrescriptionPaperResponse;
import org.clinicdesk.prescription.v1.GetPrescriptionRequest;
import org.clinicdesk.prescription.v1.GetPrescriptionResponse;
import org.clinicdesk.prescription.v1.GetUsualDoseRequest;
import org.clinicdesk.prescription.v1.GetUsualDoseResponse;
import org.clinicdesk.prescription.v1.ListPrescriptionsRequest;
import org.clinicdesk.prescription.v1.ListPrescriptionsResponse;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.SignPrescriptionRequest;
import org.clinicdesk.prescription.v1.SignPrescriptionResponse;
import org.clinicdesk.prescription.v1.StopLineRequest;
import org.clinicdesk.prescription.v1.StopLineResponse;
import org.clinicdesk.prescription.v1.StopMedicineRequest;
import org.clinicdesk.prescription.v1.StopMedicineResponse;
import org.clinicdesk.prescription.v1.StrikeLineRequest;
import org.clinicdesk.prescription.v1.StrikeLineResponse;
import org.clinicdesk.prescription.v1.StrikePrescriptionRequest;
import org.clinicdesk.prescription.v1.StrikePrescriptionResponse;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.Spoken;
import org.clinicdesk.server.paper.PaperSize;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.visit.Visits;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// PrescriptionService of the contract.
final class PrescriptionApi {

    private static final int MOST = 200;

    private final Db db;
    private final Patients patients;
    private final Visits visits;
    private final Records records;
    private final Medicines medicines;
    private final PrescriptionChecks checks;
    private final Prescriptions prescriptions;
    private final Signing signing;
    private final Printing printing;
    private final Supplier<Knowledge> knowledge;
    private final Ending ending;
    private final ShownAlerts shown;

    PrescriptionApi(
            Db db,
            Patients patients,
            Visits visits,
            Records records,
            Supplier<Knowledge> knowledge,
            PrescriptionChecks checks,
            Prescriptions prescriptions,
            Signing signing,
            Printing printing,
            Ending ending,
            ShownAlerts shown) {
        this.db = db;
        this.patients = patients;
        this.visits = visits;
        this.records = records;
        this.medicines = new Medicines(knowledge);
        this.checks = checks;
        this.prescriptions = prescriptions;
        this.signing = signing;
        this.printing = printing;
        this.knowledge = knowledge;
        this.ending = ending;
        this.shown = shown;
    }

    GetCheckResponse check(GetCheckRequest request) {
        var patientId = living(request.getPatientId());
        // Read before the medicines: should they change in between, the signature is refused rather
        // than too late.
        var version = records.medicationsVersion(patientId);
        var answer =
                GetCheckResponse.newBuilder()
                        .setKnowledgeVersion(knowledge.get().version())
                        .setMedicationsVersion(version)
                        .setKnown(
                                PrescriptionProtos.known(
                                        checks.body(patientId, request.getWeightKg()),
                                        checks.today()));
        var findings =
                checks.check(
                        patientId,
                        ordered(DosageProtos.counted(request.getLinesList())),
                        request.getWeightKg());
        shown.shown(
                ShownAlerts.Place.PRESCRIBING,
                Call.current().caller().staffId(),
                patientId,
                checks.today(),
                findings);
        var words = words();
        findings.forEach(finding -> answer.addFindings(PrescriptionProtos.finding(finding, words)));
        return answer.build();
    }

    GetUsualDoseResponse usualDose(GetUsualDoseRequest request) {
        var medicine = MedicineUse.ofId(request.getMedicineId(), "", request.getRoute());
        var answer = GetUsualDoseResponse.newBuilder();
        checks.usualDose(patient(request.getPatientId()), medicine)
                .ifPresent(usual -> answer.setDose(PrescriptionProtos.usualDose(usual)));
        return answer.build();
    }

    SignPrescriptionResponse sign(SignPrescriptionRequest request) {
        var patientId = living(request.getPatientId());
        var wish =
                new Signing.Wish(
                        patientId,
                        visit(request.getVisitId(), patientId),
                        ordered(request.getLinesList()),
                        request.getOverridesList().stream()
                                .map(PrescriptionProtos::answer)
                                .toList(),
                        request.getMedicationsVersion(),
                        request.getWeightKg());
        var caller = Call.current().caller();
        var prescription =
                signing.sign(wish, new Signing.Prescriber(caller.staffId(), caller.name()));
        db.session().flush();
        return SignPrescriptionResponse.newBuilder().setPrescription(proto(prescription)).build();
    }

    GetPrescriptionResponse get(GetPrescriptionRequest request) {
        var prescription = prescriptions.get(Ids.of(request.getId()));
        return GetPrescriptionResponse.newBuilder().setPrescription(proto(prescription)).build();
    }

    ListPrescriptionsResponse list(ListPrescriptionsRequest request) {
        var patientId = patient(request.getPatientId());
        var answer = ListPrescriptionsResponse.newBuilder();
        prescriptions
                .of(patientId, MOST)
                .forEach(prescription -> answer.addPrescriptions(proto(prescription)));
        return answer.build();
    }

    StopLineResponse stop(StopLineRequest request) {
        var prescription =
                prescriptions.forUpdate(Ids.of(request.getPrescriptionId()), request.getVersion());
        Call.current().concerns(prescription.patientId());
        ending.stop(
                prescription,
                prescription.line(Ids.of(request.getLineId())),
                request.getReason().strip(),
                Call.current().caller().staffId());
        db.session().flush();
        return StopLineResponse.newBuilder().setPrescription(proto(prescription)).build();
    }

    StopMedicineResponse stopMedicine(StopMedicineRequest request) {
        var patientId = patient(request.getPatientId());
        ending.stop(
                patientId,
                Ids.of(request.getMedicationId()),
                request.getReason().strip(),
                Call.current().caller().staffId());
        return StopMedicineResponse.getDefaultInstance();
    }

    StrikePrescriptionResponse strike(StrikePrescriptionRequest request) {
        var prescription =
                ending.forStrike(Ids.of(request.getPrescriptionId()), request.getVersion());
        Call.current().concerns(prescription.patientId());
        var ended =
                ending.strike(
                        prescription,
                        request.getReason().strip(),
                        Call.current().caller().staffId());
        db.session().flush();
        return StrikePrescriptionResponse.newBuilder()
                .setPrescription(proto(prescription))
                .addAllEnded(PrescriptionProtos.ended(ended))
                .build();
    }

    StrikeLineResponse strikeLine(StrikeLineRequest request) {
        var prescription =
                ending.forStrike(Ids.of(request.getPrescriptionId()), request.getVersion());
        Call.current().concerns(prescription.patientId());
        var ended =
                ending.strike(
                        prescription,
                        prescription.line(Ids.of(request.getLineId())),
                        request.getReason().strip(),
                        Call.current().caller().staffId());
        db.session().flush();
        return StrikeLineResponse.newBuilder()
                .setPrescription(proto(prescription))
                .addAllEnded(PrescriptionProtos.ended(ended))
                .build();
    }

    GetPrescriptionPaperResponse paper(GetPrescriptionPaperRequest request) {
        var prescription = prescriptions.get(Ids.of(request.getId()));
        var patient = patients.get(prescription.patientId());
        Call.current().concerns(patient.id());
        var pdf = printing.print(prescription, patient, size(request.getSize()));
        return GetPrescriptionPaperResponse.newBuilder()
                .setFile(Protos.pdf("prescription-" + prescription.number() + ".pdf", pdf))
                .build();
    }

    private PaperSize size(org.clinicdesk.prescription.v1.PaperSize size) {
        return RulesApi.paper(size).orElseGet(() -> prescriptions.rules().paper());
    }

    private UUID patient(String id) {
        var patient = patients.get(Ids.of(id));
        Call.current().concerns(patient.id());
        return patient.id();
    }

    private UUID living(String id) {
        return patients.living(patient(id)).id();
    }

    private @Nullable UUID visit(String id, UUID patientId) {
        if (id.isEmpty()) {
            return null;
        }
        var visit = visits.get(Ids.of(id));
        if (!visit.patientId().equals(patientId)) {
            throw new Invalid("visit_id", "visit.other_person");
        }
        return visit.id();
    }

    private List<OrderedMedicine> ordered(List<OrderLine> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> ordered(lines.get(i), "lines[" + i + "]"))
                .toList();
    }

    private OrderedMedicine ordered(OrderLine line, String field) {
        return medicines.sound(
                DosageProtos.ordered(
                        line, medicines.pack(line.getMedicineId()), field, checks.today()),
                field);
    }

    private org.clinicdesk.prescription.v1.Prescription proto(Prescription prescription) {
        Call.current().concerns(prescription.patientId());
        return PrescriptionProtos.prescription(
                prescription, patients.get(prescription.patientId()), checks.today(), words());
    }

    /// It is stored as its doctor read it, in a language that may be another one.
    private Spoken words() {
        return knowledge.get().spoken(Call.current().locale());
    }
}
