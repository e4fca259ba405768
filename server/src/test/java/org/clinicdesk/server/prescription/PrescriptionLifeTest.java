package org.clinicdesk.server.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.prescription.v1.Draft;
import org.clinicdesk.prescription.v1.EndedMedicine;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.GetDraftRequest;
import org.clinicdesk.prescription.v1.GetPrescribingRulesRequest;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc.PrescriptionServiceBlockingStub;
import org.clinicdesk.prescription.v1.PrescriptionStatus;
import org.clinicdesk.prescription.v1.SaveDraftRequest;
import org.clinicdesk.prescription.v1.SetPrescribingRulesRequest;
import org.clinicdesk.prescription.v1.StopMedicineRequest;
import org.clinicdesk.prescription.v1.StrikeLineRequest;
import org.clinicdesk.prescription.v1.StrikeLineResponse;
import org.clinicdesk.prescription.v1.StrikePrescriptionRequest;
import org.clinicdesk.prescription.v1.StrikePrescriptionResponse;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.prescription.v1.Timing;
import org.clinicdesk.prescription.v1.TypedForm;
import org.clinicdesk.record.v1.Medication;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.paper.Rendered;
import org.clinicdesk.server.platform.Ids;
import org.junit.jupiter.api.AfterEach;
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

/// What becomes of what is written: kept unsigned, too old, never meant, renewed, replaced, stopped.
@OnServer
class PrescriptionLifeTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    private final TestServer server;
    private final PrescriptionFixture desk;
    private final PrescriptionServiceBlockingStub doctor;
    private final PrescriptionServiceBlockingStub colleague;
    private UUID patient = new UUID(0, 0);

    PrescriptionLifeTest(TestServer server) {
        this.server = server;
        this.desk = new PrescriptionFixture(server);
        this.doctor = desk.as("doctor");
        this.colleague = desk.as("head-doctor");
    }

    @BeforeEach
    void registerHer() {
        patient = desk.registerAllergicStatinUser();
    }

    @AfterEach
    void everythingHolds() {
        // Here it is handed out without a shelf.
        assertEquals(List.of(), faults());
    }

    // Drafts

    @Test
    void whatIsNotSignedIsKeptForItsDoctorOnly() {
        save(doctor, desk.paracetamol());
        assertEquals(List.of(desk.paracetamol()), draft(doctor));
        assertEquals(List.of(), draft(colleague));
    }

    @Test
    void theLastThatIsKeptCounts() {
        save(doctor, desk.paracetamol());
        save(doctor, desk.clarithromycin());
        assertEquals(List.of(desk.clarithromycin()), draft(doctor));
        save(doctor);
        assertEquals(List.of(), draft(doctor));
    }

    @Test
    void onceItIsSignedNothingIsLeftToSign() {
        save(doctor, desk.paracetamol());
        sign(desk.paracetamol());
        assertEquals(List.of(), draft(doctor));
    }

    // In the reader's language

    @Test
    void whatASpanishDoctorSignsIsCalledAsItsReaderCallsIt() throws Exception {
        var spanish = speaking("es");
        var signed =
                desk.sign(
                        spanish,
                        patient,
                        desk.check(spanish, patient),
                        List.of(),
                        desk.line(
                                "product:paracetamol-500-mg-tablet",
                                "Paracetamol 500 mg comprimido"),
                        desk.line("ing:cetirizine", "Cetirizina"),
                        desk.line("", "Gotas de la abuela"));
        var id = signed.getId();
        assertEquals(
                List.of("Paracetamol 500 mg comprimido", "Cetirizina", "Gotas de la abuela"),
                medicines(signed));
        assertEquals(
                List.of("Paracetamol 500 mg tablet", "Cetirizine", "Gotas de la abuela"),
                medicines(desk.get(doctor, id)));
        assertEquals(
                List.of("Paracetamol 500 mg viên nén", "Cetirizine", "Gotas de la abuela"),
                medicines(desk.get(speaking("vi"), id)));
        var paper = new Rendered(desk.paper(spanish, id)).text().replaceAll("\\s+", " ");
        assertTrue(paper.contains("Paracetamol 500 mg viên nén"), paper);
    }

    @Test
    void aLineOfAnotherMedicinesNameIsRefusedInEveryLanguage() {
        var line = desk.line("product:paracetamol-500-mg-tablet", "Ibuprofeno 400 mg comprimido");
        assertEquals(
                "lines[0].medicine: medicine.other",
                Refusals.field(() -> desk.check(speaking("es"), patient, line)));
    }

    @Test
    void whatIsKeptIsCalledAsItsReaderCallsIt() {
        save(speaking("es"), desk.paracetamol());
        assertEquals(
                "Paracetamol 500 mg comprimido", draft(speaking("es")).getFirst().getMedicine());
        assertEquals(List.of(desk.paracetamol()), draft(doctor));
    }

    @Test
    void findingsSpeakOfMedicinesAsTheReaderCallsThem() {
        var found = desk.check(speaking("es"), patient, desk.clarithromycin()).getFindings(0);
        assertEquals("claritromicina", found.getSubject());
        assertEquals("simvastatina", found.getObject());
        assertEquals("clarithromycin", found.getSubjectInn());
        assertEquals("simvastatin", found.getObjectInn());
    }

    private PrescriptionServiceBlockingStub speaking(String language) {
        return PrescriptionServiceGrpc.newBlockingStub(server.speaking(language, "doctor"));
    }

    private static List<String> medicines(Prescription prescription) {
        return prescription.getLinesList().stream()
                .map(line -> line.getOrder().getMedicine())
                .toList();
    }

    // Too old

    @Test
    void whatIsTooOldIsNoLongerHandedOut() {
        var signed = sign(desk.line("ing:cetirizine", "Cetirizine"));
        assertEquals("2027-02-21", signed.getValidUntil());
        desk.validUntil(signed.getId(), MONDAY);
        assertTrue(desk.open().contains(Ids.of(signed.getId())));
        desk.validUntil(signed.getId(), MONDAY.minusDays(1));
        assertFalse(desk.open().contains(Ids.of(signed.getId())));
        assertEquals(
                PrescriptionStatus.PRESCRIPTION_STATUS_EXPIRED,
                desk.get(doctor, signed.getId()).getStatus());
    }

    @Test
    void aClinicSaysHowLongItIsValid() {
        var rules =
                doctor.getPrescribingRules(GetPrescribingRulesRequest.getDefaultInstance())
                        .getRules();
        var ten = rules.toBuilder().setValidDays(10).build();
        var admin = desk.as("administrator");
        var set =
                admin.setPrescribingRules(
                        SetPrescribingRulesRequest.newBuilder().setRules(ten).build());
        assertEquals("2026-12-03", sign(desk.paracetamol()).getValidUntil());
        assertEquals(
                "platform/STALE",
                Refusals.reason(() ->
                        admin.setPrescribingRules(
                                SetPrescribingRulesRequest.newBuilder().setRules(ten).build())));
        admin.setPrescribingRules(
                SetPrescribingRulesRequest.newBuilder()
                        .setRules(set.getRules().toBuilder().setValidDays(90))
                        .build());
    }

    // In the record

    @Test
    void theRecordTellsHowAMedicineWasOrderedHereAndWhatCameFromElsewhereAsItCame() {
        var signed = sign(desk.paracetamol());
        var ordered =
                desk.record(patient).getMedicationsList().stream()
                        .filter(Medication::hasOrdered)
                        .toList();
        assertEquals(
                List.of(signed.getLines(0).getId()),
                ordered.stream().map(Medication::getPrescriptionLineId).toList());
        assertEquals(signed.getLines(0).getOrder().getDosage(), ordered.getFirst().getOrdered());
    }

    // Never meant

    @Test
    void whatWasEnteredInErrorIsNeitherTakenNorHandedOut() {
        var signed = sign(desk.paracetamol(), desk.line("ing:cetirizine", "Cetirizine"));
        var struck = strike(signed);
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_ENTERED_IN_ERROR, struck.getStatus());
        assertEquals("wrong person", struck.getErrorReason());
        assertEquals(signed.getLines(0).getOrder(), struck.getLines(0).getOrder());
        assertFalse(desk.open().contains(Ids.of(signed.getId())));
        assertEquals(List.of("simvastatin"), desk.taken(patient, MONDAY.plusDays(1)));
        assertEquals("prescription/ALREADY_OVER", Refusals.reason(() -> strike(struck)));
        var marked =
                desk.record(patient).getMedicationsList().stream()
                        .filter(Medication::getEnteredInError)
                        .toList();
        assertEquals(2, marked.size());
        marked.forEach(it -> assertEquals("wrong person", it.getStoppedReason()));
    }

    @Test
    void whatSomebodyMayHaveTakenIsNotDenied() {
        var signed = sign(desk.paracetamol());
        desk.dispenseAll(Ids.of(signed.getId()));
        var handedOut = desk.get(doctor, signed.getId());
        assertEquals("prescription/ALREADY_DISPENSED", Refusals.reason(() -> strike(handedOut)));
    }

    // What it had ended

    @Test
    void whatAnErrorReplacedIsTakenAgainAndHandedOutAgain() {
        var old = sign(desk.paracetamol());
        var replaced = renewal(desk.line("ing:cetirizine", "Cetirizine"));
        var answer = strikeWith(sign(replaced));
        assertEquals(List.of("Paracetamol 500 mg tablet BACK"), ended(answer.getEndedList()));
        assertEquals(old.getNumber(), answer.getEnded(0).getPrescriptionNumber());
        var back = desk.get(doctor, old.getId());
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_SIGNED, back.getStatus());
        assertEquals(old.getLines(0), back.getLines(0));
        assertTrue(desk.open().contains(Ids.of(old.getId())));
        assertEquals(
                List.of("paracetamol", "simvastatin"), desk.taken(patient, MONDAY.plusDays(6)));
        assertEquals(List.of("simvastatin"), desk.taken(patient, MONDAY.plusDays(7)));
    }

    @Test
    void whatIsKnownFromElsewhereComesBackToo() {
        var atorvastatin =
                desk
                        .line("product:atorvastatin-20-mg-tablet", "Atorvastatin 20 mg tablet")
                        .toBuilder()
                        .setReplaces(desk.medication(patient, "simvastatin"))
                        .build();
        var signed = sign(desk.paracetamol(), atorvastatin);
        assertEquals(
                List.of("Simvastatin 20 mg tablet BACK"),
                ended(strikeLineWith(signed, 1).getEndedList()));
        assertEquals(
                List.of("paracetamol", "simvastatin"), desk.taken(patient, MONDAY.plusDays(1)));
        var found = desk.check(doctor, patient, desk.clarithromycin()).getFindingsList();
        assertTrue(
                found.stream().anyMatch(it -> it.getObject().equals("simvastatin")),
                "heeded again");
        assertEquals(List.of(), ended(strikeWith(current(signed)).getEndedList()), "once");
    }

    @Test
    void whatWasReplacedSinceStaysEndedUntilThatIsAnErrorToo() {
        sign(desk.paracetamol());
        var second = sign(renewal(desk.paracetamol()));
        var third = sign(renewal(desk.paracetamol()));
        assertEquals(
                List.of("Paracetamol 500 mg tablet REPLACED_SINCE"),
                ended(strikeWith(current(second)).getEndedList()));
        assertEquals(
                List.of("paracetamol", "simvastatin"), desk.taken(patient, MONDAY.plusDays(1)));
        assertEquals(
                List.of("Paracetamol 500 mg tablet BACK"),
                ended(strikeWith(third).getEndedList()),
                "the first");
        assertEquals(
                List.of("paracetamol", "simvastatin"), desk.taken(patient, MONDAY.plusDays(1)));
    }

    @Test
    void whatWasPrescribedAnewSinceIsNotTakenTwice() {
        sign(desk.paracetamol());
        var error = sign(renewal(desk.line("ing:cetirizine", "Cetirizine")));
        sign(desk.paracetamol());
        assertEquals(
                List.of("Paracetamol 500 mg tablet TAKEN_AGAIN"),
                ended(strikeWith(error).getEndedList()));
        assertEquals(
                List.of("paracetamol", "simvastatin"), desk.taken(patient, MONDAY.plusDays(1)));
    }

    @Test
    void whatIsOverByNowStaysSo() {
        var old = sign(desk.paracetamol());
        var error = sign(renewal(desk.line("ing:cetirizine", "Cetirizine")));
        signedEarlier(old, 7);
        assertEquals(
                List.of("Paracetamol 500 mg tablet OVER"), ended(strikeWith(error).getEndedList()));
        assertEquals(List.of("simvastatin"), desk.taken(patient, MONDAY));
    }

    private void signedEarlier(Prescription prescription, int days) {
        server.change(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeMutationQuery(
                                "update prescription set signed_at = :at where id = :id")
                        .setParameter("at", server.clock().instant().minus(Duration.ofDays(days)))
                        .setParameter("id", UUID.fromString(prescription.getId()))
                        .executeUpdate());
    }

    private static List<String> ended(List<EndedMedicine> ended) {
        return ended.stream()
                .map(it ->
                        it.getMedicine()
                                + " "
                                + it.getOutcome().name().substring("OUTCOME_".length()))
                .toList();
    }

    private Prescription current(Prescription prescription) {
        return desk.get(doctor, prescription.getId());
    }

    // Renewed, replaced, stopped

    @Test
    void aRenewalEndsTheOldLineInTheSameStroke() {
        var old = sign(desk.paracetamol());
        var renewal = renewal(desk.paracetamol());
        assertEquals(
                List.of(), desk.check(doctor, patient, renewal).getFindingsList(), "no duplicate");
        var renewed = sign(renewal);
        var ended = desk.get(doctor, old.getId());
        assertEquals(renewed.getNumber(), ended.getLines(0).getReplacedBy());
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_STOPPED, ended.getStatus());
        assertEquals(0, ended.getLines(0).getLeft());
        assertEquals(
                List.of("paracetamol", "simvastatin"), desk.taken(patient, MONDAY.plusDays(1)));
    }

    /// Two doctors on one day, or one who was called away in between: the second course is one too many.
    @Test
    void aShortCourseThatWasOrderedJustNowIsNoneToBeRenewed() {
        var grams = desk.paracetamol().toBuilder();
        grams.getDosageBuilder().setDose(2);
        sign(grams.build());
        var again = desk.check(colleague, patient, grams.build()).getFindingsList();
        assertEquals(
                List.of(Tier.TIER_INTERRUPTIVE), tiers(again, FindingKind.FINDING_KIND_DUPLICATE));
        assertFalse(
                tiers(again, FindingKind.FINDING_KIND_DOSE).isEmpty(), "6 g a day, both together");
    }

    @Test
    void whatIsTakenOnceADayIsNotOrderedTwiceOnTheSameDay() {
        var once = desk.paracetamol().toBuilder().setQuantity(1);
        once.getDosageBuilder().setTiming(Timing.newBuilder().setTimesADay(1)).setDays(1);
        sign(once.build());
        assertEquals(
                1,
                tiers(
                                desk.check(colleague, patient, once.build()).getFindingsList(),
                                FindingKind.FINDING_KIND_DUPLICATE)
                        .size());
    }

    @Test
    void whatIsNearlyOverMayBeOrderedAgainWithoutAWord() {
        sign(desk.paracetamol());
        desk.begun(patient, MONDAY.minusDays(2), MONDAY.plusDays(4));
        assertEquals(1, duplicates());
        desk.begun(patient, MONDAY.minusDays(5), MONDAY.plusDays(1));
        assertEquals(0, duplicates(), "one day of seven is left");
    }

    private int duplicates() {
        var found = desk.check(doctor, patient, desk.paracetamol()).getFindingsList();
        return tiers(found, FindingKind.FINDING_KIND_DUPLICATE).size();
    }

    private static List<Tier> tiers(List<Finding> findings, FindingKind kind) {
        return findings.stream().filter(it -> it.getKind() == kind).map(Finding::getTier).toList();
    }

    @Test
    void aPairThatIsLivedWithInterruptsAgainWhenTheDoseIsRaised() {
        var ibuprofen = desk.line("product:ibuprofen-400-mg-tablet", "Ibuprofen 400 mg tablet");
        sign(ibuprofen);
        server.change(() -> desk.imports(patient, "warfarin", ""));
        var same = ibuprofen.toBuilder().setReplaces(desk.medication(patient, "ibuprofen")).build();
        var more = same.toBuilder();
        more.getDosageBuilder().setDose(2);
        assertEquals(Tier.TIER_PASSIVE, withWarfarin(same));
        assertEquals(Tier.TIER_INTERRUPTIVE, withWarfarin(more.build()));
    }

    private Tier withWarfarin(OrderLine line) {
        return desk.check(doctor, patient, line).getFindingsList().stream()
                .filter(it -> it.getKind() == FindingKind.FINDING_KIND_INTERACTION)
                .filter(it -> it.getObject().equals("warfarin"))
                .findFirst()
                .orElseThrow()
                .getTier();
    }

    @Test
    void aSignedLineStaysAsItWasWhenItIsReplaced() {
        var old = sign(desk.paracetamol());
        var more = renewal(desk.paracetamol()).toBuilder();
        more.getDosageBuilder().setDose(2);
        sign(more.setQuantity(42).build());
        assertEquals(
                old.getLines(0).getOrder(), desk.get(doctor, old.getId()).getLines(0).getOrder());
    }

    @Test
    void whatIsKnownFromElsewhereCanBeReplaced() {
        var atorvastatin =
                desk
                        .line("product:atorvastatin-20-mg-tablet", "Atorvastatin 20 mg tablet")
                        .toBuilder()
                        .setReplaces(desk.medication(patient, "simvastatin"))
                        .build();
        assertEquals(List.of(), desk.check(doctor, patient, atorvastatin).getFindingsList());
        sign(atorvastatin);
        assertEquals(List.of("atorvastatin"), desk.taken(patient, MONDAY.plusDays(1)));
    }

    @Test
    void refusesToReplaceWhatHasEnded() {
        sign(desk.paracetamol());
        var renewal = renewal(desk.paracetamol());
        sign(renewal);
        assertEquals("prescription/ALREADY_OVER", Refusals.reason(() -> sign(renewal)));
    }

    @Test
    void refusesToReplaceTheMedicineOfSomebodyElse() {
        sign(desk.paracetamol());
        var renewal = renewal(desk.paracetamol());
        server.change(() -> patient = desk.register());
        assertEquals(
                "lines[0].replaces: medication.other_person", Refusals.field(() -> sign(renewal)));
    }

    @Test
    void ofTwoDoctorsWhoRenewAtOnceOneRenews() throws Exception {
        sign(desk.paracetamol());
        var renewal = renewal(desk.paracetamol());
        var checked = desk.check(doctor, patient, renewal);
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    List.<Callable<Prescription>>of(
                            () -> desk.sign(doctor, patient, checked, List.of(), renewal),
                            () -> desk.sign(colleague, patient, checked, List.of(), renewal));
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
    }

    @Test
    void stopsWhatIsKnownFromElsewhere() {
        stop(desk.medication(patient, "simvastatin"));
        assertEquals(List.of(), desk.taken(patient, MONDAY));
    }

    @Test
    void whoStopsTheMedicineStopsItsLine() {
        var signed = sign(desk.paracetamol());
        var medication = desk.medication(patient, "paracetamol");
        stop(medication);
        var stopped = desk.get(doctor, signed.getId());
        assertEquals("nausea", stopped.getLines(0).getStoppedReason());
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_STOPPED, stopped.getStatus());
        assertEquals("prescription/ALREADY_OVER", Refusals.reason(() -> stop(medication)));
    }

    private void stop(String medication) {
        var ignored =
                doctor.stopMedicine(
                        StopMedicineRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .setMedicationId(medication)
                                .setReason("nausea")
                                .build());
    }

    @Test
    void oneLineMayBeEnteredInErrorWhileTheOthersHold() {
        var signed = sign(desk.paracetamol(), desk.line("ing:cetirizine", "Cetirizine"));
        var struck = strikeLine(signed, 0);
        assertEquals(
                List.of(true, false),
                struck.getLinesList().stream().map(Prescription.Line::getEnteredInError).toList());
        assertEquals("wrong line", struck.getLines(0).getStoppedReason());
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_SIGNED, struck.getStatus());
        assertEquals(List.of("cetirizine", "simvastatin"), desk.taken(patient, MONDAY));
        assertEquals(List.of(), faults());
    }

    @Test
    void aLineInErrorIsMarkedSoInTheRecord() {
        strikeLine(sign(desk.paracetamol(), desk.line("ing:cetirizine", "Cetirizine")), 0);
        assertEquals(
                List.of("Paracetamol 500 mg tablet"),
                desk.record(patient).getMedicationsList().stream()
                        .filter(Medication::getEnteredInError)
                        .map(Medication::getText)
                        .toList());
    }

    @Test
    void withItsLastLineAPrescriptionIsEnteredInError() {
        var signed = sign(desk.paracetamol(), desk.line("ing:cetirizine", "Cetirizine"));
        var struck = strikeLine(strikeLine(signed, 0), 1);
        assertEquals(PrescriptionStatus.PRESCRIPTION_STATUS_ENTERED_IN_ERROR, struck.getStatus());
        assertEquals("wrong line", struck.getErrorReason());
        assertEquals(List.of(), faults());
    }

    @Test
    void aLineIsEnteredInErrorOnceOnly() {
        var struck =
                strikeLine(sign(desk.paracetamol(), desk.line("ing:cetirizine", "Cetirizine")), 0);
        assertEquals("prescription/ALREADY_OVER", Refusals.reason(() -> strikeLine(struck, 0)));
    }

    @Test
    void whatWasHandedOutIsNoError() {
        var signed = sign(desk.paracetamol());
        desk.dispenseAll(UUID.fromString(signed.getId()));
        var now = desk.get(doctor, signed.getId());
        assertEquals("prescription/ALREADY_DISPENSED", Refusals.reason(() -> strikeLine(now, 0)));
    }

    @Test
    void whatStandsInTheFormIsKept() {
        var form =
                TypedForm.newBuilder()
                        .putParts("medicine", "Đau đầu, chưa rõ thuốc")
                        .putParts("dose", "a half")
                        .setReplaces(desk.medication(patient, "simvastatin"))
                        .build();
        var ignored =
                doctor.saveDraft(
                        SaveDraftRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .setDraft(Draft.newBuilder().setTyped(form))
                                .build());
        assertEquals(form, kept(doctor).getTyped());
        assertFalse(kept(desk.as("head-doctor")).hasTyped());
    }

    /// The others of these tests hand out what no stock ever held.
    private List<String> faults() {
        return desk.faults().stream().filter(fault -> !fault.contains("stock")).toList();
    }

    private Draft kept(PrescriptionServiceBlockingStub as) {
        return as.getDraft(GetDraftRequest.newBuilder().setPatientId(patient.toString()).build())
                .getDraft();
    }

    private Prescription strikeLine(Prescription prescription, int line) {
        return strikeLineWith(prescription, line).getPrescription();
    }

    private StrikeLineResponse strikeLineWith(Prescription prescription, int line) {
        return doctor.strikeLine(
                StrikeLineRequest.newBuilder()
                        .setPrescriptionId(prescription.getId())
                        .setVersion(prescription.getVersion())
                        .setLineId(prescription.getLines(line).getId())
                        .setReason("wrong line")
                        .build());
    }

    private OrderLine renewal(OrderLine paracetamol) {
        return paracetamol.toBuilder().setReplaces(desk.medication(patient, "paracetamol")).build();
    }

    private Prescription strike(Prescription prescription) {
        return strikeWith(prescription).getPrescription();
    }

    private StrikePrescriptionResponse strikeWith(Prescription prescription) {
        return doctor.strikePrescription(
                StrikePrescriptionRequest.newBuilder()
                        .setPrescriptionId(prescription.getId())
                        .setVersion(prescription.getVersion())
                        .setReason("wrong person")
                        .build());
    }

    private void save(PrescriptionServiceBlockingStub as, OrderLine... lines) {
        var ignored =
                as.saveDraft(
                        SaveDraftRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .setDraft(Draft.newBuilder().addAllLines(List.of(lines)))
                                .build());
    }

    private List<OrderLine> draft(PrescriptionServiceBlockingStub as) {
        return kept(as).getLinesList();
    }

    private Prescription sign(OrderLine... lines) {
        return desk.sign(doctor, patient, desk.check(doctor, patient, lines), List.of(), lines);
    }
}
