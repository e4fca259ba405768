package org.clinicdesk.server.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.Level;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc.PrescriptionServiceBlockingStub;
import org.clinicdesk.prescription.v1.StopMedicineRequest;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What was taken until lately acts on, or is taken still; what was begun today is not renewed today.
@OnServer
class EndedMedicineTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    private final TestServer server;
    private final PrescriptionFixture desk;
    private final PrescriptionServiceBlockingStub doctor;
    private UUID patient = new UUID(0, 0);

    EndedMedicineTest(TestServer server) {
        this.server = server;
        this.desk = new PrescriptionFixture(server);
        this.doctor = desk.as("doctor");
    }

    @BeforeEach
    void registerHer() {
        server.change(() -> patient = desk.register());
    }

    @Test
    void whatWasStoppedTodayStandsInTheWayOfWhatMustNotFollow() {
        sign(line("fluoxetine"));
        stop("fluoxetine");
        assertTold(interaction(line("tranylcypromine")));
    }

    @Test
    void whatIsReplacedDoesToo() {
        sign(line("fluoxetine"));
        var instead =
                line("tranylcypromine").toBuilder()
                        .setReplaces(desk.medication(patient, "fluoxetine"))
                        .build();
        assertTold(interaction(instead));
    }

    private static void assertTold(Finding found) {
        assertEquals(Level.LEVEL_CONTRAINDICATED, found.getLevel());
        assertEquals(Tier.TIER_INTERRUPTIVE, found.getTier());
        assertTrue(
                found.getEffect().startsWith("fluoxetine: last taken 0 d ago, acts on for 35 d."),
                found.getEffect());
        assertTrue(found.getManagement().startsWith("Wait until 35 d"), found.getManagement());
    }

    @Test
    void aLastingMedicineThatRanOutMayBeTakenStill() {
        server.change(() ->
                desk.ranOut(patient, "simvastatin", MONDAY.minusDays(40), MONDAY.minusDays(2)));
        var found = interaction(line("clarithromycin"));
        assertEquals(Level.LEVEL_CONTRAINDICATED, found.getLevel());
        assertTrue(found.getEffect().startsWith("simvastatin: ran out 2 d ago"), found.getEffect());
    }

    @Test
    void aShortCourseThatIsOverSaysNothing() {
        server.change(() -> {
            desk.ranOut(patient, "simvastatin", MONDAY.minusDays(9), MONDAY.minusDays(2));
            desk.ranOut(patient, "lovastatin", MONDAY.minusDays(60), MONDAY.minusDays(20));
        });
        assertEquals(
                List.of(), found(FindingKind.FINDING_KIND_INTERACTION, line("clarithromycin")));
    }

    @Test
    void whatWasBegunTodayIsOrderedTwiceAndNotRenewed() {
        sign(line("cetirizine"));
        assertEquals(1, found(FindingKind.FINDING_KIND_DUPLICATE, line("cetirizine")).size());
    }

    @Test
    void whatIsNearlyOverIsRenewed() {
        server.change(
                () -> desk.ranOut(patient, "cetirizine", MONDAY.minusDays(5), MONDAY.plusDays(1)));
        assertEquals(List.of(), found(FindingKind.FINDING_KIND_DUPLICATE, line("cetirizine")));
    }

    private OrderLine line(String inn) {
        return desk.line("ing:" + inn, inn);
    }

    private void sign(OrderLine line) {
        desk.sign(doctor, patient, desk.check(doctor, patient, line), List.of(), line);
    }

    private void stop(String inn) {
        var ignored =
                doctor.stopMedicine(
                        StopMedicineRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .setMedicationId(desk.medication(patient, inn))
                                .setReason("nausea")
                                .build());
    }

    private Finding interaction(OrderLine line) {
        return found(FindingKind.FINDING_KIND_INTERACTION, line).getFirst();
    }

    private List<Finding> found(FindingKind kind, OrderLine line) {
        return desk.check(doctor, patient, line).getFindingsList().stream()
                .filter(finding -> finding.getKind() == kind)
                .toList();
    }
}
