package org.clinicdesk.server.pharmacy;

import static org.clinicdesk.server.pharmacy.PharmacyFixture.amoxicillin;
import static org.clinicdesk.server.pharmacy.PharmacyFixture.and;
import static org.clinicdesk.server.pharmacy.PharmacyFixture.answers;
import static org.clinicdesk.server.pharmacy.PharmacyFixture.ibuprofen;
import static org.clinicdesk.server.pharmacy.PharmacyFixture.line;
import static org.clinicdesk.server.pharmacy.PharmacyFixture.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.pharmacy.v1.GetDispensingRequest;
import org.clinicdesk.pharmacy.v1.Lot;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionStatus;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.prescription.AnsweredFinding;
import org.clinicdesk.server.prescription.OverrideReason;
import org.clinicdesk.server.watch.Watching;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

@OnServer
class DispenseApiTest {

    private static final String IBUPROFEN_200 = "product:ibuprofen-200-mg-tablet";
    private static final String IBUPROFEN_400 = "product:ibuprofen-400-mg-tablet";
    private static final String IBUPROFEN_600 = "product:ibuprofen-600-mg-tablet";

    private final TestServer server;
    private final PharmacyFixture pharmacy;

    DispenseApiTest(TestServer server) {
        this.server = server;
        this.pharmacy = new PharmacyFixture(server);
    }

    @AfterEach
    void everythingHolds() {
        assertEquals(List.of(), pharmacy.faults());
    }

    @Test
    void listsWhatIsOpenOldestFirst() {
        var first = pharmacy.sign(ibuprofen(10)).getId();
        var second = pharmacy.sign(ibuprofen(10)).getId();
        var open = pharmacy.open();
        assertEquals(List.of(first, second), open.subList(open.size() - 2, open.size()));
    }

    @Test
    void offersWhatExpiresFirstFirst() {
        var lots = pharmacy.get(pharmacy.sign(amoxicillin(21))).getLots(0);
        assertEquals(
                List.of("AMX-2302", "AMX-2411"),
                lots.getLotsList().stream().map(Lot::getLotNumber).toList());
    }

    @Test
    void whatTheDoctorWasToldIsSaidInTheLanguageOfThePharmacist() {
        var patient = pharmacy.patient();
        pharmacy.becomesAllergicToPenicillin(patient);
        var stopped = pharmacy.stop(pharmacy.sign(patient, amoxicillin(21)), 0);
        var spanish = PharmacyServiceGrpc.newBlockingStub(server.speaking("es", "pharmacist"));
        var request = GetDispensingRequest.newBuilder().setPrescriptionId(stopped.getId()).build();
        var told = spanish.getDispensing(request).getPrescription().getFindings(0).getFinding();
        assertEquals("Penicilinas", told.getObject());
        assertTrue(
                told.getEffect().startsWith("Alergia registrada: Penicilinas"), told.getEffect());
        assertTrue(told.getManagement().startsWith("Evitar;"), told.getManagement());
    }

    @Test
    void countsExpiredLotsAndOffersNoneOfThem() {
        var lots = pharmacy.get(pharmacy.sign(cefuroxime())).getLots(0);
        assertEquals(0, lots.getLotsCount());
        assertEquals(1, lots.getExpiredLots());
    }

    @Test
    void offersEveryProductThatHoldsJustTheIngredientAndGivesTheDose() {
        var ordered = line("ing:metformin", "Metformin", 21).toBuilder();
        ordered.getDosageBuilder().setDose(850).setUnit("mg");
        var lots = pharmacy.get(pharmacy.sign(ordered.build())).getLots(0);
        assertEquals(
                List.of("Metformin 850 mg tablet"),
                lots.getLotsList().stream().map(Lot::getProductName).distinct().sorted().toList());
    }

    /// One tablet of which nobody said the strength is no dose.
    @Test
    void aPieceOfUnknownStrengthIsNotHandedOut() {
        var signed = pharmacy.sign(line("ing:metformin", "Metformin", 30));
        var offered = pharmacy.get(signed).getLots(0);
        assertEquals(0, offered.getLotsCount());
        assertTrue(offered.getOtherStrengthLots() >= 2, "said");
        var lot = pharmacy.lot("product:metformin-850-mg-tablet", 60);
        assertEquals("pharmacy/WRONG_STRENGTH", pharmacy.refusal(wish(signed, 0, lot, 30)));
        var named = pharmacy.sign(line("ing:metformin", "Metformin 850 mg", 30));
        var done = pharmacy.dispense(wish(named, 0, lot, 30));
        assertEquals(30, done.getPrescription().getLines(0).getDispensed());
    }

    @Test
    void offersNothingForAMedicineNobodyKnows() {
        var lots = pharmacy.get(pharmacy.sign(line("", "Cao sao vàng", 1))).getLots(0);
        assertEquals(0, lots.getLotsCount() + lots.getExpiredLots());
    }

    @Test
    void dispensesAllOfAPrescription() {
        var signed = pharmacy.sign(ibuprofen(10));
        var lot = pharmacy.lot(30);
        var answer = pharmacy.dispense(wish(signed, 0, lot, 10));
        assertEquals(
                PrescriptionStatus.PRESCRIPTION_STATUS_COMPLETED,
                answer.getPrescription().getStatus());
        assertEquals(10, answer.getPrescription().getLines(0).getDispensed());
        assertEquals(20, answer.getLots(0).getOnHand());
        assertEquals(20, pharmacy.onHand(lot));
        assertFalse(pharmacy.open().contains(signed.getId()));
    }

    @Test
    void dispensesAPartAndLaterTheRest() {
        var lot = pharmacy.lot(30);
        var partly =
                pharmacy.dispense(wish(pharmacy.sign(ibuprofen(10)), 0, lot, 4)).getPrescription();
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_PARTLY_DISPENSED, partly.getStatus());
        assertTrue(pharmacy.open().contains(partly.getId()));
        var done = pharmacy.dispense(wish(partly, 0, lot, 6)).getPrescription();
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_COMPLETED, done.getStatus());
    }

    @Test
    void dispensesALineFromTwoLots() {
        var signed = pharmacy.sign(ibuprofen(10));
        var one = pharmacy.lot(3);
        var other = pharmacy.lot(30);
        var answer = pharmacy.dispense(and(wish(signed, 0, one, 3), signed, 0, other, 7));
        assertEquals(10, answer.getPrescription().getLines(0).getDispensed());
        assertEquals(List.of(0, 23), List.of(pharmacy.onHand(one), pharmacy.onHand(other)));
    }

    @Test
    void refusesMoreThanThereIsAndSaysHowMuchThereIs() {
        var signed = pharmacy.sign(ibuprofen(10));
        var lot = pharmacy.lot(7);
        var info = Refusals.info(() -> pharmacy.dispense(wish(signed, 0, lot, 8)));
        assertEquals("OUT_OF_STOCK", info.getReason());
        assertEquals(
                Map.of("line", signed.getLines(0).getId(), "available", "7"),
                info.getMetadataMap());
        assertEquals(7, pharmacy.onHand(lot));
    }

    @Test
    void refusesAllOfItWhenOneItemIsShort() {
        var signed =
                pharmacy.sign(
                        ibuprofen(10),
                        line("product:cetirizine-10-mg-tablet", "Cetirizine 10 mg tablet", 7));
        var enough = pharmacy.lot(50);
        var cetirizine = pharmacy.lot("product:cetirizine-10-mg-tablet", 1);
        assertEquals(
                "pharmacy/OUT_OF_STOCK",
                pharmacy.refusal(and(wish(signed, 0, enough, 10), signed, 1, cetirizine, 7)));
        assertEquals(50, pharmacy.onHand(enough));
    }

    @Test
    void refusesToHandOutForTheDead() {
        var signed = pharmacy.sign(ibuprofen(10));
        var lot = pharmacy.lot(50);
        var patient = UUID.fromString(signed.getPerson().getPatientId());
        server.change(() -> server.clinic().features().patient.patients().get(patient).died(null));
        assertEquals("patient/DECEASED", pharmacy.refusal(wish(signed, 0, lot, 10)));
        assertEquals(50, pharmacy.onHand(lot));
    }

    @Test
    void refusesMoreThanIsLeftOfALine() {
        var signed = pharmacy.sign(ibuprofen(10));
        var lot = pharmacy.lot(50);
        var info =
                Refusals.info(
                        () -> pharmacy.dispense(and(wish(signed, 0, lot, 6), signed, 0, lot, 5)));
        assertEquals("TOO_MUCH", info.getReason());
        assertEquals("10", info.getMetadataOrThrow("left"));
    }

    @Test
    void refusesAnExpiredLot() {
        assertEquals(
                "pharmacy/EXPIRED_LOT",
                pharmacy.refusal(
                        wish(pharmacy.sign(cefuroxime()), 0, pharmacy.shelf("CFU-0907"), 5)));
    }

    @Test
    void refusesAnotherMedicine() {
        var cetirizine = pharmacy.lot("product:cetirizine-10-mg-tablet", 20);
        assertEquals(
                "pharmacy/WRONG_PRODUCT",
                pharmacy.refusal(wish(pharmacy.sign(ibuprofen(10)), 0, cetirizine, 10)));
    }

    @Test
    void refusesAnotherStrengthOfAnOrderedProduct() {
        var ordered = line("product:metformin-500-mg-tablet", "Metformin 500 mg tablet", 30);
        var stronger = pharmacy.lot("product:metformin-850-mg-tablet", 60);
        assertEquals(
                "pharmacy/WRONG_PRODUCT",
                pharmacy.refusal(wish(pharmacy.sign(ordered), 0, stronger, 30)));
    }

    @Test
    void refusesAProductThatHoldsMoreThanTheIngredient() {
        var both = pharmacy.lot("product:amoxicillin-clavulanic-acid-500-mg-125-mg-tablet", 60);
        var signed = pharmacy.sign(line("ing:amoxicillin", "Amoxicillin", 21));
        assertEquals("pharmacy/WRONG_PRODUCT", pharmacy.refusal(wish(signed, 0, both, 21)));
    }

    // Ordered by ingredient

    @Test
    void whatIsOrderedByIngredientIsHandedOutInAStrengthThatGivesTheDose() {
        var signed = pharmacy.sign(milligrams(400, 21));
        for (var other : List.of(IBUPROFEN_600, IBUPROFEN_200)) {
            assertEquals(
                    "pharmacy/WRONG_STRENGTH",
                    pharmacy.refusal(wish(signed, 0, pharmacy.lot(other, 60), 21)));
        }
        var offered = pharmacy.get(signed).getLots(0);
        assertTrue(offered.getOtherStrengthLots() >= 2, "said");
        assertEquals(
                List.of("Ibuprofen 400 mg tablet"),
                offered.getLotsList().stream().map(Lot::getProductName).distinct().toList());
        var done = pharmacy.dispense(wish(signed, 0, pharmacy.lot(IBUPROFEN_400, 60), 21));
        assertEquals(21, done.getPrescription().getLines(0).getDispensed());
    }

    @Test
    void twoPiecesGiveTheDoseWhereSoManyWereOrdered() {
        var signed = pharmacy.sign(milligrams(400, 42));
        assertEquals(
                "pharmacy/WRONG_STRENGTH",
                pharmacy.refusal(wish(signed, 0, pharmacy.lot(IBUPROFEN_400, 60), 42)),
                "twice the course");
        var done = pharmacy.dispense(wish(signed, 0, pharmacy.lot(IBUPROFEN_200, 60), 42));
        assertEquals(42, done.getPrescription().getLines(0).getDispensed());
    }

    @Test
    void aPartOfTheCourseIsHandedOutOnePieceAtATime() {
        var signed = pharmacy.sign(milligrams(400, 10));
        assertEquals(
                "pharmacy/WRONG_STRENGTH",
                pharmacy.refusal(wish(signed, 0, pharmacy.lot(IBUPROFEN_200, 60), 10)));
        var done = pharmacy.dispense(wish(signed, 0, pharmacy.lot(IBUPROFEN_400, 60), 10));
        assertEquals(10, done.getPrescription().getLines(0).getDispensed());
    }

    private static OrderLine milligrams(double dose, int quantity) {
        var line = line("ing:ibuprofen", "Ibuprofen", quantity).toBuilder();
        line.getDosageBuilder().setDose(dose).setUnit("mg");
        return line.build();
    }

    @Test
    void refusesALineThatWasStopped() {
        var stopped = pharmacy.stop(pharmacy.sign(ibuprofen(10), amoxicillin(21)), 0);
        assertEquals("pharmacy/NOT_OPEN", pharmacy.refusal(wish(stopped, 0, pharmacy.lot(50), 10)));
    }

    @Test
    void refusesAPrescriptionThatIsDone() {
        var lot = pharmacy.lot(50);
        var done =
                pharmacy.dispense(wish(pharmacy.sign(ibuprofen(10)), 0, lot, 10)).getPrescription();
        assertEquals("pharmacy/NOT_OPEN", pharmacy.refusal(wish(done, 0, lot, 1)));
    }

    @Test
    void aRepeatIsHandedOutAsOftenAsItWasAllowedAndNeverOnceMore() {
        var lot = pharmacy.lot(100);
        var now = pharmacy.sign(ibuprofen(10).toBuilder().setRepeats(2).build());
        assertEquals(2, now.getLines(0).getRepeatsLeft());
        for (var handed = 1; handed <= 3; handed++) {
            assertEquals(10, now.getLines(0).getLeft());
            now = pharmacy.dispense(wish(now, 0, lot, 10)).getPrescription();
        }
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_COMPLETED, now.getStatus());
        assertEquals("pharmacy/NOT_OPEN", pharmacy.refusal(wish(now, 0, lot, 1)));
        assertEquals(70, pharmacy.onHand(lot));
    }

    @Test
    void twoRepeatsAreNotHandedOutAtOnce() {
        var signed = pharmacy.sign(ibuprofen(10).toBuilder().setRepeats(1).build());
        var lot = pharmacy.lot(100);
        assertEquals("pharmacy/TOO_MUCH", pharmacy.refusal(wish(signed, 0, lot, 20)));
        var begun = pharmacy.dispense(wish(signed, 0, lot, 4)).getPrescription();
        assertEquals(6, begun.getLines(0).getLeft());
        assertEquals(1, begun.getLines(0).getRepeatsLeft());
    }

    @Test
    void refusesAPrescriptionThatIsTooOld() {
        var signed = pharmacy.sign(ibuprofen(10));
        var lot = pharmacy.lot(50);
        pharmacy.tooOld(signed);
        assertEquals("pharmacy/EXPIRED", pharmacy.refusal(wish(signed, 0, lot, 10)));
    }

    @Test
    void refusesAPrescriptionThatChangedSinceItWasRead() {
        var signed = pharmacy.sign(ibuprofen(10));
        var lot = pharmacy.lot(50);
        pharmacy.dispense(wish(signed, 0, lot, 2));
        assertEquals("platform/STALE", pharmacy.refusal(wish(signed, 0, lot, 2)));
    }

    @Test
    void refusesALotThatDoesNotExist() {
        var nowhere = Lot.newBuilder().setId(UUID.randomUUID().toString()).build();
        assertEquals(
                "platform/NOT_FOUND",
                pharmacy.refusal(wish(pharmacy.sign(ibuprofen(10)), 0, nowhere, 1)));
    }

    @Test
    void refusesWhatAnAllergyToldSinceForbids() {
        var patient = pharmacy.patient();
        var signed = pharmacy.sign(patient, amoxicillin(21));
        pharmacy.becomesAllergicToPenicillin(patient);
        assertEquals(
                "pharmacy/UNANSWERED_FINDINGS",
                pharmacy.refusal(wish(signed, 0, pharmacy.shelf("AMX-2302"), 21)));
    }

    @Test
    void keepsWhatThePharmacistWasShownAndAnswered() {
        var patient = pharmacy.patient();
        var signed = pharmacy.sign(patient, amoxicillin(21));
        pharmacy.becomesAllergicToPenicillin(patient);
        var found = pharmacy.get(signed).getFindingsList();
        pharmacy.dispense(
                wish(signed, 0, pharmacy.lot("product:amoxicillin-500-mg-capsule", 21), 21)
                        .addAllOverrides(answers(found)));
        var kept = kept(signed);
        assertEquals(found.size(), kept.size());
        assertEquals(
                OverrideReason.TOLERATED_BEFORE, kept.getFirst().given().orElseThrow().reason());
    }

    @Test
    void refusesAReasonThatDoesNotFitTheFinding() {
        var patient = pharmacy.patient();
        var signed = pharmacy.sign(patient, amoxicillin(21));
        pharmacy.becomesAllergicToPenicillin(patient);
        var lot = pharmacy.lot("product:amoxicillin-500-mg-capsule", 21);
        var lost =
                answers(pharmacy.get(signed).getFindingsList()).stream()
                        .map(answer ->
                                answer.toBuilder()
                                        .setReason(
                                                org.clinicdesk.prescription.v1.OverrideReason
                                                        .OVERRIDE_REASON_LOST)
                                        .build())
                        .toList();
        assertEquals(
                "overrides[0].reason: reason.unfit",
                Refusals.field(
                        () -> pharmacy.dispense(wish(signed, 0, lot, 21).addAllOverrides(lost))));
    }

    @Test
    void doesNotAskAgainWhatTheDoctorAnswered() {
        var patient = pharmacy.patient();
        pharmacy.becomesAllergicToPenicillin(patient);
        var signed = pharmacy.sign(patient, amoxicillin(21));
        var done =
                pharmacy.dispense(
                        wish(
                                signed,
                                0,
                                pharmacy.lot("product:amoxicillin-500-mg-capsule", 21),
                                21));
        assertEquals(
                PrescriptionStatus.PRESCRIPTION_STATUS_COMPLETED,
                done.getPrescription().getStatus());
    }

    @Test
    void asksNothingAboutALineThatIsHeldBack() {
        var patient = pharmacy.patient();
        var signed = pharmacy.sign(patient, amoxicillin(21), ibuprofen(10));
        pharmacy.becomesAllergicToPenicillin(patient);
        var partly = pharmacy.dispense(wish(signed, 1, pharmacy.lot(10), 10)).getPrescription();
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_PARTLY_DISPENSED, partly.getStatus());
    }

    @Test
    void aRepeatOfTheSameRequestDispensesOnce() {
        var lot = pharmacy.lot(50);
        var wish = wish(pharmacy.sign(ibuprofen(10)), 0, lot, 4).build();
        var desk =
                PharmacyServiceGrpc.newBlockingStub(
                        TestServer.repeating(server.as("pharmacist"), UUID.randomUUID()));
        assertEquals(desk.dispense(wish), desk.dispense(wish));
        assertEquals(46, pharmacy.onHand(lot));
    }

    @Test
    void twoWhoWantTheLastTenGetTenTogether() throws Exception {
        var lot = pharmacy.lot(10);
        var outcomes =
                pharmacy.atOnce(
                        List.of(
                                wish(pharmacy.sign(ibuprofen(10)), 0, lot, 10),
                                wish(pharmacy.sign(ibuprofen(10)), 0, lot, 10)));
        assertEquals(List.of("done", "pharmacy/OUT_OF_STOCK"), outcomes);
        assertEquals(0, pharmacy.onHand(lot));
    }

    @Test
    void twoWhoDispenseTheSamePrescriptionDispenseItOnce() throws Exception {
        var signed = pharmacy.sign(ibuprofen(10));
        var lot = pharmacy.lot(50);
        assertEquals(
                List.of("done", "platform/STALE"),
                pharmacy.atOnce(List.of(wish(signed, 0, lot, 10), wish(signed, 0, lot, 10))));
        assertEquals(40, pharmacy.onHand(lot));
    }

    @Test
    void lotsAskedForInAnyOrderNeverBlockEachOther() throws Exception {
        var one = pharmacy.lot(12);
        var other = pharmacy.lot(12);
        var outcomes =
                pharmacy.atOnce(
                        IntStream.range(0, 8)
                                .mapToObj(i -> {
                                    var signed = pharmacy.sign(ibuprofen(10));
                                    return i % 2 == 0
                                            ? and(wish(signed, 0, one, 2), signed, 0, other, 2)
                                            : and(wish(signed, 0, other, 2), signed, 0, one, 2);
                                })
                                .toList());
        assertEquals(6, outcomes.stream().filter("done"::equals).count());
        assertEquals(2, outcomes.stream().filter("pharmacy/OUT_OF_STOCK"::equals).count());
        assertEquals(0, pharmacy.onHand(one) + pharmacy.onHand(other));
    }

    @Test
    void theDesksOfThePharmacyAreTold() throws Exception {
        var signed = pharmacy.sign(ibuprofen(10));
        var lot = pharmacy.lot(50);
        var watching = new Watching(server.as("pharmacist"), "pharmacy");
        pharmacy.dispense(wish(signed, 0, lot, 10));
        assertTrue(watching.hears("pharmacy"));
    }

    private List<AnsweredFinding> kept(Prescription signed) {
        return server.inDatabase(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createQuery("from Dispensing where prescriptionId = :id", Dispensing.class)
                        .setParameter("id", UUID.fromString(signed.getId()))
                        .getSingleResult()
                        .findings());
    }

    private static org.clinicdesk.prescription.v1.OrderLine cefuroxime() {
        return line("product:cefuroxime-500-mg-tablet", "Cefuroxime 500 mg tablet", 10);
    }
}
