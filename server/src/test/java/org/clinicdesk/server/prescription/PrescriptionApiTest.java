package org.clinicdesk.server.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.GetScanRequest;
import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.GetCheckResponse;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.PaperSize;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc.PrescriptionServiceBlockingStub;
import org.clinicdesk.prescription.v1.PrescriptionStatus;
import org.clinicdesk.prescription.v1.TaperStep;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.prescription.v1.Timing;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.paper.Rendered;
import org.clinicdesk.server.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// A person who takes simvastatin and is allergic to penicillin, and what is ordered for her.
@OnServer
class PrescriptionApiTest {

    private final TestServer server;
    private final PrescriptionFixture desk;
    private final PrescriptionServiceBlockingStub doctor;
    private final PrescriptionServiceBlockingStub colleague;
    private UUID patient = new UUID(0, 0);

    PrescriptionApiTest(TestServer server) {
        this.server = server;
        this.desk = new PrescriptionFixture(server);
        this.doctor = desk.as("doctor");
        this.colleague = desk.as("head-doctor");
    }

    @BeforeEach
    void registerHer() {
        patient = desk.registerAllergicStatinUser();
    }

    // Checks

    @Test
    void clarithromycinWithSimvastatinIsStoppedWithReasonAndSource() {
        var finding = only(check(desk.clarithromycin()));
        assertEquals(FindingKind.FINDING_KIND_INTERACTION, finding.getKind());
        assertEquals(Tier.TIER_INTERRUPTIVE, finding.getTier());
        assertEquals("clarithromycin", finding.getSubject());
        assertEquals("simvastatin", finding.getObject());
        assertFalse(finding.getEffect().isEmpty() || finding.getManagement().isEmpty());
        assertFalse(finding.getSource().isEmpty() || finding.getKnowledgeVersion().isEmpty());
    }

    @Test
    void amoxicillinIsStoppedByThePenicillinAllergy() {
        var finding = only(check(desk.amoxicillin()));
        assertEquals(FindingKind.FINDING_KIND_ALLERGY, finding.getKind());
        assertEquals(Tier.TIER_INTERRUPTIVE, finding.getTier());
    }

    @Test
    void anUnknownMedicineIsUnchecked() {
        var finding = only(check(desk.line("", "Grandmother's drops")));
        assertEquals(FindingKind.FINDING_KIND_UNCHECKED, finding.getKind());
        assertEquals("Grandmother's drops", finding.getSubject());
    }

    @Test
    void aFreeTextThatNamesAnIngredientIsStoppedLikeTheIngredient() {
        var typed = desk.line("", "amoxicillin 500mg");
        var checked = check(typed);
        assertEquals(
                List.of(FindingKind.FINDING_KIND_ALLERGY, FindingKind.FINDING_KIND_UNCHECKED),
                checked.getFindingsList().stream().map(Finding::getKind).toList());
        assertEquals(
                "prescription/UNANSWERED_FINDINGS",
                Refusals.reason(() -> desk.sign(doctor, patient, checked, List.of(), typed)));
    }

    @Test
    void aFreeTextThatIsTakenCountsAsWhatItNames() {
        sign(desk.line("", "Warfarin 3mg od"));
        assertTrue(
                check(desk.line("ing:ibuprofen", "Ibuprofen")).getFindingsList().stream()
                        .anyMatch(it -> it.getObject().equals("warfarin")));
    }

    @Test
    void anAnswerToADoseIsNoneToAHigherOne() {
        server.change(() -> patient = desk.register());
        var checked = check(atorvastatin(2));
        var dose =
                checked.getFindingsList().stream()
                        .filter(it -> it.getKind() == FindingKind.FINDING_KIND_DOSE)
                        .findFirst()
                        .orElseThrow();
        var answers =
                List.of(desk.override(dose, OverrideReason.OVERRIDE_REASON_SPECIALIST_ADVICE));
        assertEquals(
                "prescription/UNANSWERED_FINDINGS",
                Refusals.reason(
                        () -> desk.sign(doctor, patient, checked, answers, atorvastatin(3))));
        desk.sign(doctor, patient, checked, answers, atorvastatin(2));
    }

    private OrderLine atorvastatin(int timesADay) {
        return desk
                .line("product:atorvastatin-80-mg-tablet", "Atorvastatin 80 mg tablet")
                .toBuilder()
                .setDosage(desk.tablets(Timing.newBuilder().setTimesADay(timesADay)).setDays(7))
                .build();
    }

    @Test
    void everyStepOfACourseIsCheckedWithItsOwnTiming() {
        server.change(() -> patient = desk.register());
        var weekly =
                desk.tablets(Timing.newBuilder().setEveryDays(7))
                        .setDays(28)
                        .addThen(
                                TaperStep.newBuilder()
                                        .setDose(1)
                                        .setDays(7)
                                        .setTiming(Timing.newBuilder().setTimesADay(3)));
        var methotrexate =
                desk
                        .line("product:methotrexate-2-5-mg-tablet", "Methotrexate 2.5 mg tablet")
                        .toBuilder()
                        .setDosage(weekly)
                        .build();
        var first = check(methotrexate).getFindings(0);
        assertEquals(FindingKind.FINDING_KIND_DOSE, first.getKind());
        assertEquals(Tier.TIER_INTERRUPTIVE, first.getTier());
    }

    @Test
    void theFirstResultOfANewMedicineIsDueSoon() {
        server.change(() -> patient = desk.register());
        var warfarin = check(desk.line("product:warfarin-3-mg-tablet", "Warfarin 3 mg tablet"));
        assertEquals(
                List.of(3),
                warfarin.getFindingsList().stream()
                        .filter(it -> it.getKind() == FindingKind.FINDING_KIND_MONITORING)
                        .map(Finding::getDueDays)
                        .toList());
    }

    @Test
    void whatCollidesWithNothingIsClear() {
        assertEquals(List.of(), check(desk.paracetamol()).getFindingsList());
    }

    @Test
    void aFindingNamesItsLine() {
        assertEquals(1, only(check(desk.paracetamol(), desk.clarithromycin())).getLine());
    }

    @Test
    void linesOfOneOrderAreCheckedAgainstEachOther() {
        server.change(() -> patient = desk.register());
        var simvastatin =
                desk
                        .line("product:simvastatin-20-mg-tablet", "Simvastatin 20 mg tablet")
                        .toBuilder()
                        .setDosage(desk.tablets(Timing.newBuilder().setTimesADay(1)).setDays(7))
                        .build();
        assertEquals(
                Tier.TIER_INTERRUPTIVE, only(check(simvastatin, desk.clarithromycin())).getTier());
    }

    @Test
    void aCheckStoresNothing() {
        check(desk.paracetamol());
        assertEquals(List.of(), desk.list(doctor, patient));
        assertEquals(List.of("simvastatin"), taken());
    }

    @Test
    void refusesAMedicineThatIsNotKnownByItsId() {
        assertEquals(
                "lines[0].medicine_id: medicine.unknown",
                Refusals.field(() -> check(desk.line("product:moonlight", "Moonlight"))));
    }

    @Test
    void refusesATextThatNamesAnotherMedicine() {
        assertEquals(
                "lines[0].medicine: medicine.other",
                Refusals.field(() -> check(desk.line("ing:paracetamol", "Warfarin"))));
        assertEquals(
                "lines[0].medicine: medicine.other",
                Refusals.field(() ->
                        check(desk.line("product:warfarin-5-mg-tablet", "Warfarin 1 mg tablet"))));
    }

    // Signing

    @Test
    void nothingIsPrescribedForTheDead() {
        var checked = check(desk.paracetamol());
        desk.dies(patient);
        assertEquals(
                "patient/DECEASED",
                Refusals.reason(
                        () -> desk.sign(doctor, patient, checked, List.of(), desk.paracetamol())));
        assertEquals("patient/DECEASED", Refusals.reason(() -> check(desk.paracetamol())));
    }

    @Test
    void signsAPrescriptionWithANumberAndEntersTheMedicines() {
        var signed = sign(desk.paracetamol());
        assertTrue(signed.getNumber().matches("R-\\d{6}"), signed.getNumber());
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_SIGNED, signed.getStatus());
        assertEquals("Dr. Amara Okafor", signed.getPrescriberName());
        assertEquals(List.of("paracetamol"), signed.getLines(0).getIngredientsList());
        assertEquals(desk.paracetamol(), signed.getLines(0).getOrder());
        assertEquals(List.of("paracetamol", "simvastatin"), taken());
        assertEquals(signed, desk.get(doctor, signed.getId()));
    }

    @Test
    void aCourseEndsByItself() {
        sign(desk.paracetamol());
        var sunday = LocalDate.parse("2026-11-29");
        assertEquals(List.of("paracetamol", "simvastatin"), desk.taken(patient, sunday));
        assertEquals(List.of("simvastatin"), desk.taken(patient, sunday.plusDays(1)));
    }

    @Test
    void refusesWhatInterruptsWithoutACodedReason() {
        var checked = check(desk.clarithromycin());
        var info =
                Refusals.info(() ->
                        desk.sign(doctor, patient, checked, List.of(), desk.clarithromycin()));
        assertEquals("UNANSWERED_FINDINGS", info.getReason());
        assertEquals(only(checked).getKey(), info.getMetadataOrThrow("keys"));
        assertEquals("1", info.getMetadataOrThrow("count"));
        assertEquals(List.of("simvastatin"), taken());
    }

    @Test
    void theAnswerToOneFindingIsNoneToAnother() {
        var checked = check(desk.clarithromycin(), desk.amoxicillin());
        var one =
                List.of(
                        desk.override(
                                checked.getFindings(0),
                                OverrideReason.OVERRIDE_REASON_NO_ALTERNATIVE));
        assertEquals(
                "prescription/UNANSWERED_FINDINGS",
                Refusals.reason(() ->
                        desk.sign(
                                doctor,
                                patient,
                                checked,
                                one,
                                desk.clarithromycin(),
                                desk.amoxicillin())));
    }

    @Test
    void refusesAnAnswerWithoutAReason() {
        var checked = check(desk.clarithromycin());
        var blank =
                List.of(desk.override(only(checked), OverrideReason.OVERRIDE_REASON_UNSPECIFIED));
        assertEquals(
                "overrides[0].reason: enum.not_in",
                Refusals.field(
                        () -> desk.sign(doctor, patient, checked, blank, desk.clarithromycin())));
    }

    @Test
    void keepsWhatTheDoctorWasShownAndAnswered() {
        var checked = check(desk.clarithromycin());
        var answers =
                List.of(desk.override(only(checked), OverrideReason.OVERRIDE_REASON_OTHER_STOPPED));
        var signed = desk.sign(doctor, patient, checked, answers, desk.clarithromycin());
        assertFalse(only(checked).getMechanism().isEmpty());
        assertFalse(only(checked).getAlternativesList().isEmpty());
        assertEquals(only(checked), signed.getFindings(0).getFinding());
        assertEquals(answers.getFirst(), signed.getFindings(0).getAnswer());
    }

    @Test
    void anUncheckedMedicineIsSignedAndStaysUnchecked() {
        var drops = desk.line("", "Grandmother's drops");
        var signed = sign(drops);
        assertFalse(signed.getFindings(0).hasAnswer());
        assertEquals(FindingKind.FINDING_KIND_UNCHECKED, only(check(desk.paracetamol())).getKind());
    }

    @Test
    void anAllergyToldBetweenCheckAndSignatureInterrupts() {
        var checked = check(desk.paracetamol());
        desk.becomesAllergic(patient, "ing:paracetamol");
        assertEquals(
                "prescription/UNANSWERED_FINDINGS",
                Refusals.reason(
                        () -> desk.sign(doctor, patient, checked, List.of(), desk.paracetamol())));
    }

    @Test
    void theSecondOfTwoDoctorsHearsThatTheMedicinesChanged() {
        var one = check(desk.paracetamol());
        var other = desk.check(colleague, patient, desk.line("ing:ibuprofen", "Ibuprofen"));
        desk.sign(doctor, patient, one, List.of(), desk.paracetamol());
        assertEquals(
                "prescription/MEDICATIONS_CHANGED",
                Refusals.reason(() ->
                        desk.sign(
                                colleague,
                                patient,
                                other,
                                List.of(),
                                desk.line("ing:ibuprofen", "Ibuprofen"))));
    }

    @Test
    void ofTwoDoctorsWhoSignAtOnceOneSigns() throws Exception {
        var checked = check(desk.paracetamol());
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    List.<Callable<Prescription>>of(
                            () ->
                                    desk.sign(
                                            doctor,
                                            patient,
                                            checked,
                                            List.of(),
                                            desk.paracetamol()),
                            () ->
                                    desk.sign(
                                            colleague,
                                            patient,
                                            checked,
                                            List.of(),
                                            desk.paracetamol()));
            for (var call : threads.invokeAll(calls)) {
                try {
                    outcomes.add(call.get().getStatus().name());
                } catch (ExecutionException e) {
                    outcomes.add(Refusals.reason((StatusRuntimeException) e.getCause()));
                }
            }
        }
        outcomes.sort(null);
        assertEquals(
                List.of("PRESCRIPTION_STATUS_SIGNED", "prescription/MEDICATIONS_CHANGED"),
                outcomes);
        assertEquals(1, desk.list(doctor, patient).size());
    }

    @Test
    void refusesAVisitOfSomebodyElse() {
        var stranger = desk.visitOfSomebodyElse();
        assertEquals(
                "visit_id: visit.other_person",
                Refusals.field(() -> desk.signIn(stranger, patient)));
    }

    // Dosage

    @Test
    void keepsEveryWayToSayHowItIsTaken() {
        for (var dosage :
                List.of(
                        desk.tablets(Timing.newBuilder().setEveryHours(6))
                                .setAsNeeded(true)
                                .setNeededFor("đau đầu")
                                .setMaxDaily(4)
                                .setUntil("2026-12-05"),
                        desk.tablets(Timing.newBuilder().setEveryDays(7).setWeekday(1))
                                .setDays(28)
                                .setDirections("Mỗi thứ Hai một viên."),
                        desk.tablets(Timing.newBuilder().setTimesADay(1))
                                .setDose(8)
                                .setDays(5)
                                .addThen(TaperStep.newBuilder().setDose(2.5).setDays(4))
                                .addThen(
                                        TaperStep.newBuilder()
                                                .setDose(1)
                                                .setDays(6)
                                                .setTiming(Timing.newBuilder().setEveryDays(2))))) {
            server.change(() -> patient = desk.register());
            var line =
                    desk.line("", "Grandmother's drops").toBuilder()
                            .setDosage(dosage)
                            .setQuantity(9)
                            .setRepeats(3)
                            .setAsWritten(true)
                            .build();
            var id = sign(line).getId();
            assertEquals(line, desk.get(doctor, id).getLines(0).getOrder());
        }
    }

    @Test
    void countsWhatToHandOutByTheDosage() {
        var line = desk.paracetamol().toBuilder().setQuantity(0).build();
        assertEquals(21, sign(line).getLines(0).getOrder().getQuantity());
    }

    @Test
    void handsOutWholePacksOfAProductWhateverTheClientSays() {
        var puffs =
                desk.tablets(Timing.newBuilder().setTimesADay(4))
                        .setDose(2)
                        .setUnit("puff")
                        .setRoute("inhaled")
                        .setDays(30);
        var inhaler =
                desk
                        .line(
                                "product:salbutamol-0-1-mg-actuation-inhaler",
                                "Salbutamol 100 mcg/actuation inhaler")
                        .toBuilder()
                        .setDosage(puffs)
                        .setQuantity(0)
                        .setPack("5 puff")
                        .build();
        var line = desk.get(doctor, sign(inhaler).getId()).getLines(0).getOrder();
        assertEquals("200 puff", line.getPack());
        assertEquals(2, line.getQuantity());
    }

    @Test
    void refusesAQuantityThatDoesNotFollowFromTheDosage() {
        var line = desk.paracetamol().toBuilder().setQuantity(0);
        line.getDosageBuilder().setUnit("mg");
        assertEquals(
                "lines[0].quantity: quantity.needed",
                Refusals.field(() -> desk.sign(doctor, patient, check(), List.of(), line.build())));
    }

    @Test
    void refusesADosageThatCouldBeReadInTwoWays() {
        assertEquals(
                "lines[0].dosage.until: until.and_days",
                refusedField(
                        desk.tablets(Timing.newBuilder().setTimesADay(1))
                                .setDays(3)
                                .setUntil("2026-12-01")));
        assertEquals(
                "lines[0].dosage.until: date.past",
                refusedField(
                        desk.tablets(Timing.newBuilder().setTimesADay(1)).setUntil("2026-11-22")));
        assertEquals(
                "lines[0].dosage.max_daily: max_daily.below_dose",
                refusedField(
                        desk.tablets(Timing.newBuilder().setTimesADay(1))
                                .setAsNeeded(true)
                                .setMaxDaily(0.5)));
        assertEquals(
                "lines[0].dosage.timing.weekday: weekday.not_weekly",
                refusedField(desk.tablets(Timing.newBuilder().setEveryDays(2).setWeekday(1))));
    }

    private String refusedField(Dosage.Builder dosage) {
        return Refusals.field(
                () -> check(desk.paracetamol().toBuilder().setDosage(dosage).build()));
    }

    // Later

    @Test
    void listsTheNewestFirst() {
        var first = sign(desk.paracetamol());
        server.clock().move(Duration.ofMinutes(1));
        var second = sign(desk.line("ing:cetirizine", "Cetirizine"));
        assertEquals(List.of(second, first), desk.list(doctor, patient));
    }

    @Test
    void aStoppedLineIsNotTakenAnyMore() {
        var signed = sign(desk.paracetamol(), desk.line("ing:cetirizine", "Cetirizine"));
        var stopped = desk.stop(doctor, signed, 0);
        assertEquals("nausea", stopped.getLines(0).getStoppedReason());
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_SIGNED, stopped.getStatus());
        assertNotEquals(signed.getVersion(), stopped.getVersion());
        assertEquals(
                List.of("cetirizine", "simvastatin"),
                desk.taken(patient, LocalDate.parse("2026-11-24")));
    }

    @Test
    void stoppingChangesWhatThePersonTakes() {
        var signed = sign(desk.paracetamol());
        var checked = check(desk.line("ing:cetirizine", "Cetirizine"));
        desk.stop(colleague, signed, 0);
        assertEquals(
                "prescription/MEDICATIONS_CHANGED",
                Refusals.reason(() ->
                        desk.sign(
                                doctor,
                                patient,
                                checked,
                                List.of(),
                                desk.line("ing:cetirizine", "Cetirizine"))));
    }

    @Test
    void refusesToStopTwice() {
        var stopped = desk.stop(doctor, sign(desk.paracetamol()), 0);
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_STOPPED, stopped.getStatus());
        assertEquals(
                "prescription/ALREADY_OVER", Refusals.reason(() -> desk.stop(doctor, stopped, 0)));
    }

    @Test
    void refusesToStopAnOldVersion() {
        var signed = sign(desk.paracetamol(), desk.line("ing:cetirizine", "Cetirizine"));
        desk.stop(doctor, signed, 0);
        assertEquals("platform/STALE", Refusals.reason(() -> desk.stop(doctor, signed, 1)));
    }

    // Paper and scan

    @Test
    void thePaperSaysWhoWhatAndHowAndItsCodeScans() throws Exception {
        var signed = sign(desk.paracetamol());
        var paper = new Rendered(desk.paper(doctor, signed.getId()));
        var text = paper.text();
        for (var part :
                List.of(
                        "Nguyễn Thị Bảo Châu",
                        signed.getNumber(),
                        "Dr. Amara Okafor",
                        "Penicillin (sốc phản vệ)",
                        "Paracetamol",
                        "Mỗi lần 1 viên, ngày 3 lần, trong 7 ngày, đường uống. Uống sau ăn.")) {
            assertTrue(text.replaceAll("\\s+", " ").contains(part), part + " in " + text);
        }
        var scan =
                CardServiceGrpc.newBlockingStub(server.as("pharmacist"))
                        .getScan(GetScanRequest.newBuilder().setCode(paper.qr(0, 300)).build());
        assertEquals(signed.getId(), scan.getPrescriptionId());
        assertEquals(patient.toString(), scan.getPerson().getPatientId());
    }

    @Test
    void thePaperSaysHowOftenItMayBeHandedOutAndTillWhenOnEitherSheet() throws Exception {
        var signed = sign(desk.paracetamol().toBuilder().setRepeats(2).setAsWritten(true).build());
        var small = new Rendered(desk.paper(doctor, signed.getId()));
        var large = new Rendered(desk.paper(doctor, signed.getId(), PaperSize.PAPER_SIZE_A4));
        for (var paper : List.of(small, large)) {
            var text = paper.text().replaceAll("\\s+", " ");
            assertTrue(text.contains("Được cấp lại 2 lần. Không thay thuốc khác."), text);
            assertTrue(text.contains("có giá trị đến 21/02/2027"), text);
        }
        assertFalse(small.text().contains("BẢN SAO"));
        assertTrue(large.text().contains("BẢN SAO"));
    }

    @Test
    void fromTheSecondTimeOnItIsACopy() throws Exception {
        var signed = sign(desk.paracetamol());
        assertFalse(new Rendered(desk.paper(doctor, signed.getId())).text().contains("BẢN SAO"));
        assertTrue(new Rendered(desk.paper(doctor, signed.getId())).text().contains("BẢN SAO"));
        assertEquals(signed, desk.get(doctor, signed.getId()));
    }

    @Test
    void refusesThePaperOfNothing() {
        var stopped = desk.stop(doctor, sign(desk.paracetamol()), 0);
        assertEquals(
                "prescription/ALREADY_OVER",
                Refusals.reason(() -> desk.paper(doctor, stopped.getId())));
    }

    // What the pharmacy builds on

    @Test
    void anOpenPrescriptionWaitsForThePharmacy() {
        var signed = Ids.of(sign(desk.paracetamol()).getId());
        assertTrue(desk.open().contains(signed));
        desk.dispenseAll(signed);
        assertFalse(desk.open().contains(signed));
        assertEquals(
                PrescriptionStatus.PRESCRIPTION_STATUS_COMPLETED,
                desk.get(doctor, signed.toString()).getStatus());
    }

    @Test
    void itsOwnLinesAreNoDuplicatesWhenCheckedAgain() {
        var signed = sign(desk.paracetamol());
        assertEquals(List.of(), desk.again(signed.getId()));
    }

    @Test
    void speaksTheLanguageOfTheDesk() {
        var english = only(check(desk.clarithromycin()));
        var vietnamese =
                PrescriptionServiceGrpc.newBlockingStub(server.speaking("vi-VN", "doctor"));
        var finding = only(desk.check(vietnamese, patient, desk.clarithromycin()));
        assertEquals(english.getKey(), finding.getKey());
        assertEquals(english.getDueDays(), finding.getDueDays());
        assertTrue(finding.getManagement().startsWith("Không phối hợp."), finding.getManagement());
    }

    @Test
    void checkedAgainItHasTheSameFindings() {
        var checked = check(desk.paracetamol(), desk.clarithromycin());
        var answers =
                List.of(desk.override(only(checked), OverrideReason.OVERRIDE_REASON_OTHER_STOPPED));
        var signed =
                desk.sign(
                        doctor,
                        patient,
                        checked,
                        answers,
                        desk.paracetamol(),
                        desk.clarithromycin());
        assertEquals(List.of(only(checked)), desk.again(signed.getId()));
    }

    @Test
    void refusesAReasonThatDoesNotFitTheFinding() {
        var checked = check(desk.amoxicillin());
        var answers =
                List.of(desk.override(only(checked), OverrideReason.OVERRIDE_REASON_OTHER_STOPPED));
        assertEquals(
                "overrides[0].reason: reason.unfit",
                Refusals.field(
                        () -> desk.sign(doctor, patient, checked, answers, desk.amoxicillin())));
    }

    @Test
    void whatMustHoldHolds() {
        desk.stop(doctor, sign(desk.paracetamol(), desk.line("ing:cetirizine", "Cetirizine")), 0);
        assertEquals(List.of(), desk.faults());
    }

    private Prescription sign(OrderLine... lines) {
        return desk.sign(doctor, patient, check(lines), List.of(), lines);
    }

    private GetCheckResponse check(OrderLine... lines) {
        return desk.check(doctor, patient, lines);
    }

    private static Finding only(GetCheckResponse checked) {
        assertEquals(1, checked.getFindingsCount(), checked.toString());
        return checked.getFindings(0);
    }

    private List<String> taken() {
        return desk.taken(patient, LocalDate.parse("2026-11-23"));
    }
}
