package org.clinicdesk.client.pharmacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// A pharmacist hands out what a doctor signed.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DispenseModelTest {

    private static SampleServer server;
    private static Ward ward;
    private static Desk desk;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        ward = new Ward(server);
        desk = server.deskOf("castro");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static DispenseModel verify(Prescription prescription) {
        desk.navigator().go(PharmacyFeature.verify(prescription.getId()));
        return new DispenseModel(desk, prescription.getId());
    }

    private static DispenseModel handOut(Prescription prescription) {
        var model = verify(prescription);
        model.dispense();
        return model;
    }

    @Test
    void fillsInWhatIsLeftFromWhatExpiresFirst() {
        var line = verify(ward.sign(ward.person("grant"), Ward.amoxicillin(70))).lines().getFirst();
        assertEquals(List.of("AMX-2302", "AMX-2411"), Ward.names(line.lots()));
        var first = line.lots().getFirst();
        assertEquals(Integer.toString(first.getOnHand()), line.quantity(first).get());
        assertEquals(70, line.sum());
    }

    @Test
    void handsOutEverything() {
        var model = handOut(ward.sign(ward.person("grant"), Ward.cetirizine(7)));
        var handed = model.handed().get().orElseThrow();
        assertEquals(
                PrescriptionStatus.PRESCRIPTION_STATUS_COMPLETED,
                handed.prescription().getStatus());
        assertTrue(handed.complete());
    }

    @Test
    void saysWhatIsStillOwed() {
        var signed = ward.sign(ward.person("grant"), Ward.cetirizine(10));
        var model = verify(signed);
        var line = model.lines().getFirst();
        line.quantity(line.lots().getFirst()).set("4");
        model.dispense();
        var handed = model.handed().get().orElseThrow();
        assertFalse(handed.complete());
        assertEquals(6, DispenseModel.Handed.left(handed.prescription().getLines(0)));
        model.rest();
        assertEquals(6, model.lines().getFirst().sum());
    }

    @Test
    void aRepeatThatWasNotBegunIsNotOwed() {
        var twice = Ward.cetirizine(10).toBuilder().setRepeats(1).build();
        var handed = handOut(ward.sign(ward.person("carter"), twice)).handed().get().orElseThrow();
        assertTrue(handed.complete());
        assertEquals(1, handed.prescription().getLines(0).getRepeatsLeft());
    }

    @Test
    void whatIsControlledIsNotHandedOutEarlyWithoutAReason() {
        ward.lot("tramadol-50-mg-capsule", "TRM-1", 200);
        var twice = Ward.tramadol(42).toBuilder().setRepeats(1).build();
        var signed = ward.sign(ward.person("kim"), twice);
        ward.handOut(signed);
        var model = verify(signed);
        assertEquals(14, model.lines().getFirst().early().orElseThrow().getLeft());
        model.dispense();
        assertTrue(model.handed().get().isEmpty());
        var finding =
                model.safety().findings().stream()
                        .filter(it -> it.getKind() == FindingKind.FINDING_KIND_EARLY_REFILL)
                        .findFirst()
                        .orElseThrow();
        model.safety().reply(finding).reason().set(OverrideReason.OVERRIDE_REASON_AWAY.name());
        model.dispense();
        assertTrue(model.handed().get().isPresent());
    }

    @Test
    void theRecordIsReadAgainTogetherWithWhatIsFound() {
        var person = ward.person("perez ortega");
        var model = verify(ward.sign(person, Ward.amoxicillin(21)));
        assertTrue(model.topics().contains("patient/" + person.getPatientId()));
        assertEquals(0, allergies(model));
        ward.becomesAllergicToPenicillin(person);
        model.dispense();
        assertTrue(model.handed().get().isEmpty());
        assertEquals(1, allergies(model));
    }

    private static int allergies(DispenseModel model) {
        return model.chart().get().orElseThrow().record().orElseThrow().getAllergiesCount();
    }

    @Test
    void handsOutOnceWhenPressedTwice() {
        var model = verify(ward.sign(ward.person("grant"), Ward.cetirizine(5)));
        model.dispense();
        model.dispense();
        assertEquals(
                5, model.handed().get().orElseThrow().prescription().getLines(0).getDispensed());
    }

    @Test
    void saysAtTheLineHowManyThereAreWhenTheShelfChangedMeanwhile() {
        ward.lot("clarithromycin-500-mg-tablet", "CLA-TEST", 1);
        var order = Ward.line("clarithromycin-500-mg-tablet", "Clarithromycin 500 mg tablet", 80);
        var mine = verify(ward.sign(ward.person("grant"), order));
        var other = ward.sign(ward.person("adams"), order);
        handOut(other);
        mine.safety()
                .findings()
                .forEach(finding ->
                        mine.safety()
                                .reply(finding)
                                .reason()
                                .set(OverrideReason.OVERRIDE_REASON_NO_ALTERNATIVE.name()));
        mine.dispense();
        assertTrue(mine.handed().get().isEmpty());
        var said = mine.lines().getFirst().wrong().get();
        assertTrue(said.startsWith("There are only "), said);
    }

    @Test
    void doesNotOfferExpiredLots() {
        var line = verify(ward.sign(ward.person("grant"), Ward.cefuroxime(14))).lines().getFirst();
        assertTrue(line.lots().isEmpty());
        assertEquals(1, line.expiredLots());
    }

    @Test
    void refusesMoreThanIsLeftBeforeAsking() {
        var model = verify(ward.sign(ward.person("grant"), Ward.cetirizine(5)));
        var line = model.lines().getFirst();
        line.quantity(line.lots().getFirst()).set("6");
        model.dispense();
        assertEquals(desk.texts().get("pharmacy.wrong.TOO_MUCH", 5), line.wrong().get());
        assertTrue(model.handed().get().isEmpty());
    }

    @Test
    void showsWhatTheDoctorAnswered() {
        var model = verify(ward.sign(ward.person("nguyen thi anh"), Ward.amoxicillin(21)));
        var answer =
                model.safety().findings().stream()
                        .flatMap(finding -> model.safety().doctor(finding).stream())
                        .findFirst()
                        .orElseThrow();
        assertEquals("đã dùng tháng 3", answer.getNote());
    }

    @Test
    void wantsAnAnswerToWhatTheDoctorCouldNotKnow() {
        var person = ward.person("kim");
        var model = verify(ward.sign(person, Ward.amoxicillin(3)));
        ward.becomesAllergicToPenicillin(person);
        model.dispense();
        assertTrue(model.handed().get().isEmpty());
        assertFalse(model.safety().missing().isEmpty());
        model.safety().findings().stream()
                .filter(model.safety()::open)
                .forEach(finding ->
                        model.safety()
                                .reply(finding)
                                .reason()
                                .set(OverrideReason.OVERRIDE_REASON_SPECIALIST_ADVICE.name()));
        model.dispense();
        assertTrue(model.handed().get().isPresent());
    }

    @Test
    void leavesAMedicineOutWithoutAnExcuse() {
        var person = ward.person("rahman");
        var signed = ward.sign(person, Ward.amoxicillin(3), Ward.cetirizine(3));
        ward.becomesAllergicToPenicillin(person);
        var model = verify(signed);
        var amoxicillin = model.lines().getFirst();
        amoxicillin.lots().forEach(lot -> amoxicillin.quantity(lot).set(""));
        model.dispense();
        assertEquals(List.of(0, 3), model.handed().get().orElseThrow().quantities());
    }

    @Test
    void doesNotHandOutWhatWasStopped() {
        var signed = ward.sign(ward.person("grant"), Ward.cetirizine(3));
        var model = verify(signed);
        ward.stop(signed, 0);
        model.dispense();
        assertTrue(model.handed().get().isEmpty());
        assertFalse(model.open());
    }

    @Test
    void doesNotHandOutWhatIsTooOld() {
        var signed = ward.sign(ward.person("grant"), Ward.cetirizine(3));
        ward.expire(signed);
        var model = verify(signed);
        assertTrue(model.expired());
        assertFalse(model.open());
        assertEquals(0, model.lines().getFirst().sum());
        model.dispense();
        assertTrue(model.handed().get().isEmpty());
    }

    @Test
    void keepsWhatWasTypedWhenSomethingElseChanges() {
        var model = verify(ward.sign(ward.person("grant"), Ward.cetirizine(8)));
        var line = model.lines().getFirst();
        line.quantity(line.lots().getFirst()).set("2");
        model.refresh();
        assertEquals(2, model.lines().getFirst().sum());
        assertTrue(model.touched());
    }

    @Test
    void showsAllergies() {
        var model = verify(ward.sign(ward.person("nguyen thi anh"), Ward.cetirizine(3)));
        var record = model.chart().get().orElseThrow().record().orElseThrow();
        assertEquals("Penicillin", record.getAllergies(0).getSubstance());
    }
}
