package org.clinicdesk.server.pharmacy;

import static org.clinicdesk.server.pharmacy.PharmacyFixture.answers;
import static org.clinicdesk.server.pharmacy.PharmacyFixture.ibuprofen;
import static org.clinicdesk.server.pharmacy.PharmacyFixture.line;
import static org.clinicdesk.server.pharmacy.PharmacyFixture.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.pharmacy.v1.GetDispensingResponse.EarlyRefill;
import org.clinicdesk.pharmacy.v1.Lot;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Somebody comes back to the counter while much should be left of what he was given.
@OnServer
class EarlyRefillTest {

    private static final String TRAMADOL = "product:tramadol-50-mg-capsule";

    private final PharmacyFixture pharmacy;

    EarlyRefillTest(TestServer server) {
        this.pharmacy = new PharmacyFixture(server);
    }

    @AfterEach
    void everythingHolds() {
        assertEquals(List.of(), pharmacy.faults());
    }

    @Test
    void aRepeatThatIsDueIsNotEarly() {
        var signed = twice(ibuprofen(42));
        handOut(signed, pharmacy.lot(42), 42);
        pharmacy.handedOutEarlier(signed, Duration.ofDays(12));
        assertEquals(List.of(), early(signed));
    }

    @Test
    void thePharmacistIsToldHowMuchShouldBeLeft() {
        var signed = twice(ibuprofen(42));
        handOut(signed, pharmacy.lot(42), 42);
        pharmacy.handedOutEarlier(signed, Duration.ofDays(4));
        var told = pharmacy.get(signed).getEarly(0);
        assertEquals(
                List.of(14, 10, false),
                List.of(told.getDays(), told.getLeft(), told.getControlled()));
        var finding = early(signed).getFirst();
        assertEquals(Tier.TIER_PASSIVE, finding.getTier());
        assertEquals(told.getFindingKey(), finding.getKey());
    }

    @Test
    void whatIsNotControlledIsHandedOutAllTheSame() {
        var lot = pharmacy.lot(84);
        var signed = twice(ibuprofen(42));
        var begun = handOut(signed, lot, 42);
        pharmacy.handedOutEarlier(signed, Duration.ofDays(4));
        handOut(begun, lot, 42);
        assertEquals(0, pharmacy.onHand(lot));
    }

    @Test
    void whatIsControlledWantsAReason() {
        var lot = pharmacy.lot(TRAMADOL, 180);
        var signed = twice(tramadol());
        var begun = handOut(signed, lot, 90);
        pharmacy.handedOutEarlier(signed, Duration.ofDays(10));
        var found = early(signed);
        assertEquals(Tier.TIER_INTERRUPTIVE, found.getFirst().getTier());
        assertEquals("pharmacy/UNANSWERED_FINDINGS", pharmacy.refusal(wish(begun, 0, lot, 90)));
        var ignored = pharmacy.dispense(wish(begun, 0, lot, 90).addAllOverrides(answers(found)));
        assertEquals(0, pharmacy.onHand(lot));
    }

    @Test
    void anotherPrescriptionOfTheSameDayIsNoWayRoundIt() {
        var patient = pharmacy.patient();
        var lot = pharmacy.lot(TRAMADOL, 180);
        handOut(pharmacy.sign(patient, tramadol()), lot, 90);
        assertFalse(early(pharmacy.sign(patient, tramadol())).isEmpty());
    }

    @Test
    void theRestOfWhatTheShelfWasShortOfIsNotEarly() {
        var signed = twice(ibuprofen(42));
        handOut(signed, pharmacy.lot(20), 20);
        assertEquals(List.of(), early(signed));
    }

    @Test
    void whatCameInPartsIsCountedAsOne() {
        var lot = pharmacy.lot(42);
        var signed = twice(ibuprofen(42));
        var begun = handOut(signed, lot, 36);
        handOut(begun, lot, 6);
        pharmacy.handedOutEarlier(signed, Duration.ofDays(4));
        assertEquals(List.of(10), lefts(signed));
    }

    @Test
    void twoStrengthsOfOnePrescriptionAreMeantTogether() {
        var strong = line("product:ibuprofen-600-mg-tablet", "Ibuprofen 600 mg tablet", 21);
        var signed = pharmacy.sign(ibuprofen(21), strong);
        handOut(signed, pharmacy.lot(21), 21);
        assertEquals(List.of(), early(signed));
    }

    @Test
    void aLineThatIsHeldBackIsNotAskedAbout() {
        var patient = pharmacy.patient();
        var tramadol = pharmacy.lot(TRAMADOL, 90);
        handOut(pharmacy.sign(patient, tramadol()), tramadol, 90);
        var both = pharmacy.sign(patient, tramadol(), PharmacyFixture.amoxicillin(21));
        var amoxicillin = pharmacy.lot("product:amoxicillin-500-mg-capsule", 21);
        var done = pharmacy.dispense(wish(both, 1, amoxicillin, 21));
        assertTrue(done.getPrescription().getLines(0).getLeft() > 0);
    }

    private List<Integer> lefts(Prescription signed) {
        return pharmacy.get(signed).getEarlyList().stream().map(EarlyRefill::getLeft).toList();
    }

    private List<Finding> early(Prescription signed) {
        return pharmacy.get(signed).getFindingsList().stream()
                .filter(finding -> finding.getKind() == FindingKind.FINDING_KIND_EARLY_REFILL)
                .toList();
    }

    private Prescription handOut(Prescription signed, Lot lot, int units) {
        return pharmacy.dispense(wish(signed, 0, lot, units)).getPrescription();
    }

    private Prescription twice(OrderLine order) {
        return pharmacy.sign(order.toBuilder().setRepeats(1).build());
    }

    private static OrderLine tramadol() {
        return line(TRAMADOL, "Tramadol 50 mg capsule", 90);
    }
}
