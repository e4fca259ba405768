package org.clinicdesk.client.pharmacy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.IssueCardRequest;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.pharmacy.v1.DispenseRequest;
import org.clinicdesk.pharmacy.v1.GetDispensingRequest;
import org.clinicdesk.pharmacy.v1.GetDispensingResponse;
import org.clinicdesk.pharmacy.v1.Lot;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.pharmacy.v1.ReceiveStockRequest;
import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.GetCheckRequest;
import org.clinicdesk.prescription.v1.GetPrescriptionPaperRequest;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.SignPrescriptionRequest;
import org.clinicdesk.prescription.v1.StopLineRequest;
import org.clinicdesk.prescription.v1.StrikeLineRequest;
import org.clinicdesk.prescription.v1.StrikePrescriptionRequest;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.prescription.v1.Timing;
import org.clinicdesk.record.v1.AddAllergyRequest;
import org.clinicdesk.record.v1.AllergyType;
import org.clinicdesk.record.v1.ReactionSeverity;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.server.platform.Call;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// What doctors and others do before and while somebody stands at the counter of the pharmacy.
public final class Ward {

    private final SampleServer server;
    private final Desk doctor;
    private final Desk reception;
    private final Desk pharmacist;
    private final PrescriptionServiceGrpc.PrescriptionServiceBlockingV2Stub prescriptions;

    public Ward(SampleServer server) {
        this.server = server;
        doctor = server.deskOf("okafor");
        reception = server.deskOf("linh");
        pharmacist = server.deskOf("castro");
        prescriptions = PrescriptionServiceGrpc.newBlockingV2Stub(doctor.channel());
    }

    public PersonLine person(String name) {
        var patients = PatientServiceGrpc.newBlockingV2Stub(reception.channel());
        return ask(
                        reception,
                        () ->
                                patients.searchPatients(
                                        SearchPatientsRequest.newBuilder().setText(name).build()))
                .getHits(0)
                .getPerson();
    }

    public static OrderLine line(String product, String name, int quantity) {
        return OrderLine.newBuilder()
                .setMedicineId("product:" + product)
                .setMedicine(name)
                .setQuantity(quantity)
                .setDosage(
                        Dosage.newBuilder()
                                .setDose(1)
                                .setUnit("tablet")
                                .setTiming(Timing.newBuilder().setTimesADay(3))
                                .setDays(7)
                                .setRoute("oral")
                                .setInstructions("Uống sau ăn"))
                .build();
    }

    public static OrderLine amoxicillin(int quantity) {
        return line("amoxicillin-500-mg-capsule", "Amoxicillin 500 mg capsule", quantity);
    }

    public static OrderLine cetirizine(int quantity) {
        return line("cetirizine-10-mg-tablet", "Cetirizine 10 mg tablet", quantity);
    }

    public static OrderLine tramadol(int quantity) {
        return line("tramadol-50-mg-capsule", "Tramadol 50 mg capsule", quantity);
    }

    static OrderLine cefuroxime(int quantity) {
        return line("cefuroxime-500-mg-tablet", "Cefuroxime 500 mg tablet", quantity);
    }

    /// The doctor answers whatever interrupts.
    public Prescription sign(PersonLine person, OrderLine... lines) {
        var check =
                GetCheckRequest.newBuilder()
                        .setPatientId(person.getPatientId())
                        .addAllLines(Arrays.asList(lines))
                        .build();
        var found = ask(doctor, () -> prescriptions.getCheck(check));
        var answers =
                answers(found.getFindingsList(), OverrideReason.OVERRIDE_REASON_TOLERATED_BEFORE);
        var request =
                SignPrescriptionRequest.newBuilder()
                        .setPatientId(person.getPatientId())
                        .addAllLines(Arrays.asList(lines))
                        .addAllOverrides(answers)
                        .setMedicationsVersion(found.getMedicationsVersion())
                        .build();
        return ask(doctor, () -> prescriptions.signPrescription(request)).getPrescription();
    }

    /// Should never have been.
    public void deny(Prescription prescription) {
        var request =
                StrikePrescriptionRequest.newBuilder()
                        .setPrescriptionId(prescription.getId())
                        .setVersion(prescription.getVersion())
                        .setReason("nhầm người bệnh")
                        .build();
        ask(doctor, () -> prescriptions.strikePrescription(request));
    }

    /// One line of it should never have been.
    public void deny(Prescription prescription, int line) {
        var request =
                StrikeLineRequest.newBuilder()
                        .setPrescriptionId(prescription.getId())
                        .setVersion(prescription.getVersion())
                        .setLineId(prescription.getLines(line).getId())
                        .setReason("nhầm người bệnh")
                        .build();
        ask(doctor, () -> prescriptions.strikeLine(request));
    }

    /// The last day on which it may be handed out was the day before yesterday.
    void expire(Prescription prescription) {
        var db = server.server().clinic().platform().db();
        Call.system(
                "test",
                () ->
                        db.write(() ->
                                db.session()
                                        .createNativeMutationQuery(
                                                "update prescription set valid_until = ? where id ="
                                                        + " ?")
                                        .setParameter(1, LocalDate.of(2026, 11, 21))
                                        .setParameter(2, UUID.fromString(prescription.getId()))
                                        .executeUpdate()));
    }

    /// What the pharmacist is shown.
    public GetDispensingResponse look(Prescription prescription) {
        var pharmacy = PharmacyServiceGrpc.newBlockingV2Stub(pharmacist.channel());
        var request =
                GetDispensingRequest.newBuilder().setPrescriptionId(prescription.getId()).build();
        return ask(pharmacist, () -> pharmacy.getDispensing(request));
    }

    /// All that may be handed out now of each line, from its first lot; the pharmacist answers whatever interrupts.
    public Prescription handOut(Prescription prescription) {
        var shown = look(prescription);
        var request =
                DispenseRequest.newBuilder()
                        .setPrescriptionId(prescription.getId())
                        .setVersion(shown.getPrescription().getVersion())
                        .addAllOverrides(
                                answers(
                                        shown.getFindingsList(),
                                        OverrideReason.OVERRIDE_REASON_PRESCRIBER_AGREED));
        for (var line : shown.getLotsList()) {
            request.addItems(
                    DispenseRequest.Item.newBuilder()
                            .setLineId(line.getLineId())
                            .setLotId(line.getLots(0).getId())
                            .setQuantity(
                                    shown.getPrescription().getLinesList().stream()
                                            .filter(it -> it.getId().equals(line.getLineId()))
                                            .findFirst()
                                            .orElseThrow()
                                            .getLeft()));
        }
        var pharmacy = PharmacyServiceGrpc.newBlockingV2Stub(pharmacist.channel());
        return ask(pharmacist, () -> pharmacy.dispense(request.build())).getPrescription();
    }

    private static List<Override> answers(List<Finding> findings, OverrideReason reason) {
        return findings.stream()
                .filter(finding -> finding.getTier() == Tier.TIER_INTERRUPTIVE)
                .map(finding ->
                        Override.newBuilder()
                                .setFindingKey(finding.getKey())
                                .setReason(reason)
                                .setNote("đã dùng tháng 3")
                                .build())
                .toList();
    }

    void stop(Prescription prescription, int line) {
        var request =
                StopLineRequest.newBuilder()
                        .setPrescriptionId(prescription.getId())
                        .setVersion(prescription.getVersion())
                        .setLineId(prescription.getLines(line).getId())
                        .setReason("buồn nôn")
                        .build();
        ask(doctor, () -> prescriptions.stopLine(request));
    }

    public void becomesAllergicToPenicillin(PersonLine person) {
        var records = RecordServiceGrpc.newBlockingV2Stub(doctor.channel());
        var request =
                AddAllergyRequest.newBuilder()
                        .setPatientId(person.getPatientId())
                        .setSubstance("Penicillin")
                        .setAgent("group:penicillins")
                        .setType(AllergyType.ALLERGY_TYPE_ALLERGY)
                        .setReaction("sốc phản vệ")
                        .setSeverity(ReactionSeverity.REACTION_SEVERITY_SEVERE)
                        .build();
        ask(doctor, () -> records.addAllergy(request));
    }

    String card(PersonLine person, boolean again) {
        var cards = CardServiceGrpc.newBlockingV2Stub(reception.channel());
        var request =
                IssueCardRequest.newBuilder()
                        .setPatientId(person.getPatientId())
                        .setReissue(again)
                        .build();
        return ask(reception, () -> cards.issueCard(request)).getCode();
    }

    /// What a scanner reads from the printed prescription.
    String codeOnPaper(Prescription prescription) {
        var request = GetPrescriptionPaperRequest.newBuilder().setId(prescription.getId()).build();
        var paper = ask(doctor, () -> prescriptions.getPrescriptionPaper(request)).getFile();
        try (var document = Loader.loadPDF(paper.getContent().toByteArray())) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, 300);
            var width = page.getWidth();
            var height = page.getHeight();
            var pixels = page.getRGB(0, 0, width, height, null, 0, width);
            var luminance = new RGBLuminanceSource(width, height, pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(luminance)))
                    .getText();
        } catch (IOException | ReaderException e) {
            throw new AssertionError(e);
        }
    }

    public Lot lot(String product, String number, int quantity) {
        var pharmacy = PharmacyServiceGrpc.newBlockingV2Stub(pharmacist.channel());
        var request =
                ReceiveStockRequest.newBuilder()
                        .setProductId("product:" + product)
                        .setLotNumber(number)
                        .setExpiresOn("2028-01-31")
                        .setQuantity(quantity)
                        .build();
        return ask(pharmacist, () -> pharmacy.receiveStock(request)).getLot();
    }

    private static <T> T ask(Desk desk, Calls.Work<T> work) {
        var answer = new CompletableFuture<T>();
        desk.calls()
                .call(work)
                .refused(problem -> answer.completeExceptionally(new AssertionError(problem)))
                .then(answer::complete);
        return answer.join();
    }

    static List<String> names(List<Lot> lots) {
        return lots.stream().map(Lot::getLotNumber).toList();
    }
}
