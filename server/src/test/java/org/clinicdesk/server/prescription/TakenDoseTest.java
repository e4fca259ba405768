package org.clinicdesk.server.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc.PrescriptionServiceBlockingStub;
import org.clinicdesk.prescription.v1.TaperStep;
import org.clinicdesk.prescription.v1.Timing;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/// What the person takes already counts towards the day's dose of what is ordered.
@OnServer
class TakenDoseTest {

    private static final String PARACETAMOL = "Paracetamol 1000 mg tablet";
    private static final String WITH_CODEINE = "Paracetamol + codeine 500 mg + 30 mg tablet";

    private final TestServer server;
    private final PrescriptionFixture desk;
    private final PrescriptionServiceBlockingStub doctor;
    private UUID patient = new UUID(0, 0);

    TakenDoseTest(TestServer server) {
        this.server = server;
        this.desk = new PrescriptionFixture(server);
        this.doctor = desk.as("doctor");
    }

    @BeforeEach
    void registerHer() {
        server.change(() -> patient = desk.register());
    }

    @Test
    void whatWasPrescribedHereIsAddedAndNamed() {
        takes(line("product:paracetamol-1000-mg-tablet", PARACETAMOL, 3));
        var dose = doses(FindingKind.FINDING_KIND_DOSE, withCodeine(4)).getFirst();
        assertEquals("paracetamol", dose.getSubject());
        assertEquals(PARACETAMOL, dose.getObject());
        assertTrue(
                dose.getEffect()
                        .startsWith(
                                "5000 mg a day, at most 4000: "
                                        + WITH_CODEINE
                                        + " 2000 + "
                                        + PARACETAMOL
                                        + " 3000."),
                dose.getEffect());
    }

    @Test
    void whatStaysBelowTheMostOfADayIsQuiet() {
        takes(line("product:paracetamol-1000-mg-tablet", PARACETAMOL, 2));
        assertEquals(List.of(), doses(FindingKind.FINDING_KIND_DOSE, withCodeine(4)));
    }

    @Test
    void whatAnotherSystemSaidInWordsIsAdded() {
        server.change(() -> desk.imports(patient, "paracetamol", "1 g 4 times a day"));
        assertEquals(1, doses(FindingKind.FINDING_KIND_DOSE, withCodeine(4)).size());
    }

    @Test
    void whatNobodyUnderstandsIsSaidNotToBeAdded() {
        server.change(() -> desk.imports(patient, "paracetamol", "2 viên mỗi lần"));
        assertEquals(
                List.of("unchecked-sum"),
                doses(FindingKind.FINDING_KIND_UNCHECKED, withCodeine(4)).stream()
                        .map(Finding::getRuleId)
                        .toList());
    }

    /// 10 mg twice a day is right in the first week of a clot, and wrong in the months after it.
    @Test
    void aLoadingDoseIsQuietWhenTheDoseGoesDownAfterIt() {
        var maintained = apixaban(7).addThen(TaperStep.newBuilder().setDose(1).setDays(83));
        assertEquals(List.of(), doses(FindingKind.FINDING_KIND_DOSE, apixaban(maintained)));
        assertEquals(
                List.of("loading-apixaban"),
                doses(FindingKind.FINDING_KIND_DOSE, apixaban(apixaban(90))).stream()
                        .map(Finding::getRuleId)
                        .toList());
    }

    private Dosage.Builder apixaban(int days) {
        return desk.tablets(Timing.newBuilder().setTimesADay(2)).setDose(2).setDays(days);
    }

    private OrderLine apixaban(Dosage.Builder dosage) {
        return desk.line("product:apixaban-5-mg-tablet", "Apixaban 5 mg tablet").toBuilder()
                .setDosage(dosage)
                .build();
    }

    private void takes(OrderLine line) {
        desk.sign(doctor, patient, desk.check(doctor, patient, line), List.of(), line);
    }

    private List<Finding> doses(FindingKind kind, OrderLine line) {
        return desk.check(doctor, patient, line).getFindingsList().stream()
                .filter(finding -> finding.getKind() == kind)
                .toList();
    }

    private OrderLine withCodeine(int timesADay) {
        return line("product:paracetamol-codeine-500-mg-30-mg-tablet", WITH_CODEINE, timesADay);
    }

    private OrderLine line(String id, String text, int timesADay) {
        return desk.line(id, text).toBuilder()
                .setDosage(desk.tablets(Timing.newBuilder().setTimesADay(timesADay)).setDays(7))
                .build();
    }
}
