package org.clinicdesk.client.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.prescription.v1.EndedMedicine;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.GetPrescriptionRequest;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.record.v1.Medication;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.record.v1.StrikeToleranceRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// A doctor prescribes, against the real server. Nguyễn Thị Ánh takes simvastatin and does not tolerate penicillin.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PrescriptionModelTest {

    private static SampleServer server;
    private Desk desk;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void sitDown() {
        desk = server.deskOf("okafor");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void stopsClarithromycinForSomebodyOnSimvastatin() {
        var model = model("nguyen thi anh");
        add(model, "clarithromycin 500 mg tab");
        var finding = about(model, "simvastatin");
        assertEquals(Tier.TIER_INTERRUPTIVE, finding.getTier());
        assertFalse(finding.getManagement().isEmpty());
        assertFalse(finding.getSource().isEmpty());
        assertEquals(Obstacle.UNANSWERED, model.obstacle().get());
    }

    @Test
    void warnsBeforeTheLineIsAdded() {
        var model = model("nguyen thi anh");
        model.draft().medicine().set("clarithromycin 500 mg tab");
        model.search().choose();
        assertNotNull(about(model, "simvastatin"));
    }

    @Test
    void whatMayOnlyHaveBeenMeantIsNotTakenByEnter() {
        var model = model("carter");
        model.draft().medicine().set("parcetamol 500 1 x3 5d");
        assertEquals("paracetamol 500", model.search().readAs());
        model.search().choose();
        assertFalse(model.draft().settled());
        model.search().highlight(1);
        model.search().choose();
        assertEquals("product:paracetamol-500-mg-tablet", model.draft().medicineId());
        assertEquals("1", model.draft().get("dose").get());
    }

    @Test
    void aNumberThatIsNoStrengthTakesTheIngredient() {
        var model = model("carter");
        model.draft().medicine().set("amlodipine 1 x1 30d");
        model.search().choose();
        assertEquals("ing:amlodipine", model.draft().medicineId());
    }

    @Test
    void theUnitThatWasTypedChoosesTheProduct() {
        var model = model("carter");
        model.draft().medicine().set("ventolin 2 puffs q6h prn max8");
        model.search().choose();
        assertEquals("inhaled", model.draft().get("route").get());
        assertEquals("puff", model.draft().get("unit").get());
    }

    @Test
    void theNameInFrontIsFoundThoughTheRestIsNot() {
        var model = model("carter");
        model.draft().medicine().set("ibuprofen 400 mg con mucha agua");
        assertEquals("con mucha agua", model.search().leftOut());
        assertEquals("Ibuprofen 400 mg tablet", model.search().hits().getFirst().getName());
        model.search().choose();
        assertFalse(model.draft().settled());
    }

    @Test
    void stopsAmoxicillinForSomebodyAllergicToPenicillin() {
        var model = model("nguyen thi anh");
        add(model, "amoxicillin 500 mg cap");
        var finding = model.check().unanswered().getFirst();
        assertEquals(FindingKind.FINDING_KIND_ALLERGY, finding.getKind());
    }

    @Test
    void saysThatAMedicineWrittenByHandWasNotChecked() {
        var model = model("carter");
        add(model, "Cao dược liệu 12");
        assertTrue(
                model.check().findings().stream()
                        .anyMatch(finding ->
                                finding.getKind() == FindingKind.FINDING_KIND_UNCHECKED));
    }

    @Test
    void aStrengthThatNoProductHasIsTakenAsTheIngredientAndChecked() {
        var model = model("nguyen thi anh");
        add(model, "amoxicillin 333mg");
        assertEquals("ing:amoxicillin", model.written().lines().getFirst().getMedicineId());
        assertEquals("Amoxicillin 333mg", model.written().lines().getFirst().getMedicine());
        assertEquals(Obstacle.UNANSWERED, model.obstacle().get());
    }

    @Test
    void aFreeTextThatNamesAnIngredientIsStopped() {
        var model = model("nguyen thi anh");
        model.draft().medicine().set("amoxicillin 500mg");
        model.draft().chooseAsWritten();
        dosage(model);
        assertEquals(Obstacle.UNANSWERED, model.obstacle().get());
        assertTrue(!model.check().unchecked().isEmpty());
    }

    @Test
    void anAnswerToADoseIsGoneWhenTheDoseIsRaised() {
        var model = model("carter");
        add(model, "cetirizine 10 mg tab");
        model.written().edit(0);
        model.draft().get("times").set("12");
        model.written().add();
        var dose = dose(model);
        model.check().answer(dose, OverrideReason.OVERRIDE_REASON_SPECIALIST_ADVICE, "");
        assertEquals(Obstacle.NONE, model.obstacle().get());
        model.written().changeDose(dose);
        assertEquals(0, model.written().editing().get());
        model.draft().get("times").set("14");
        model.written().add();
        assertEquals(Obstacle.UNANSWERED, model.obstacle().get());
    }

    private static Finding dose(PrescriptionModel model) {
        return model.check().findings().stream()
                .filter(it -> it.getKind() == FindingKind.FINDING_KIND_DOSE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNewMedicineIsMeasuredSoon() {
        var model = model("carter");
        add(model, "warfarin 3 mg tab");
        var result =
                model.check().findings().stream()
                        .filter(it -> it.getKind() == FindingKind.FINDING_KIND_MONITORING)
                        .findFirst()
                        .orElseThrow();
        assertTrue(Tasks.asks(result));
        assertEquals(
                desk.today().plusDays(3), Tasks.due(new Advice(List.of(result)), desk.today()));
    }

    @Test
    void keepsTheReasonOfAStopThatWasNotMade() {
        var model = model("nguyen thi anh");
        model.past().keepStopReason("x", "muscle pain");
        assertEquals("muscle pain", model.past().stopReason("x"));
    }

    @Test
    void doesNotSignWhileAFindingIsUnanswered() {
        var model = model("nguyen thi anh");
        add(model, "clarithromycin 500 mg tab");
        model.sign();
        assertNull(model.signing().signed().get());
    }

    @Test
    void keepsTheReasonWithTheSignature() throws Exception {
        var model = model("nguyen thi anh");
        add(model, "clarithromycin 500 mg tab");
        model.check()
                .unanswered()
                .forEach(finding ->
                        model.check()
                                .answer(
                                        finding,
                                        OverrideReason.OVERRIDE_REASON_OTHER_STOPPED,
                                        "Simvastatin tạm ngừng 7 ngày"));
        model.sign();
        var id = model.signing().signed().get().getId();
        var kept =
                PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel())
                        .getPrescription(GetPrescriptionRequest.newBuilder().setId(id).build())
                        .getPrescription();
        assertTrue(
                kept.getFindingsList().stream()
                        .anyMatch(it ->
                                it.getAnswer().getReason()
                                                == OverrideReason.OVERRIDE_REASON_OTHER_STOPPED
                                        && it.getAnswer()
                                                .getNote()
                                                .equals("Simvastatin tạm ngừng 7 ngày")));
    }

    @Test
    void asksAgainWhenAnAnswerIsTakenBack() {
        var model = model("nguyen thi anh");
        add(model, "amoxicillin 500 mg cap");
        var finding = model.check().unanswered().getFirst();
        model.check().answer(finding, OverrideReason.OVERRIDE_REASON_RECORD_WRONG, "");
        model.check().takeBack(finding);
        assertEquals(Obstacle.UNANSWERED, model.obstacle().get());
    }

    @Test
    void forgetsTheAnswerWhenTheMedicineIsLeftOut() {
        var model = model("nguyen thi anh");
        add(model, "amoxicillin 500 mg cap");
        var finding = model.check().unanswered().getFirst();
        model.check().answer(finding, OverrideReason.OVERRIDE_REASON_RECORD_WRONG, "");
        model.written().removeFor(finding);
        add(model, "amoxicillin 500 mg cap");
        assertEquals(Obstacle.UNANSWERED, model.obstacle().get());
    }

    @Test
    void signsAndFetchesThePaper() {
        var model = model("ibanez");
        add(model, "paracetamol 500 mg tab");
        assertEquals(Obstacle.NONE, model.obstacle().get());
        model.sign();
        assertEquals("application/pdf", model.signing().paper().get().getMediaType());
    }

    @Test
    void doesNotSignWhileSomethingTypedIsNotAdded() {
        var model = model("rahman");
        add(model, "paracetamol 500 mg tab");
        model.draft().medicine().set("ibup");
        assertEquals(Obstacle.NOT_ADDED, model.obstacle().get());
    }

    @Test
    void checksAgainWhenSomebodyElseChangedWhatThePersonTakes() {
        var mine = model("kim");
        var theirs = model("kim");
        add(mine, "paracetamol 500 mg tab");
        add(theirs, "amoxicillin 500 mg cap");
        theirs.check()
                .unanswered()
                .forEach(finding ->
                        theirs.check()
                                .answer(
                                        finding,
                                        OverrideReason.OVERRIDE_REASON_TOLERATED_BEFORE,
                                        ""));
        theirs.sign();
        assertNotNull(theirs.signing().signed().get());
        mine.sign();
        assertNull(mine.signing().signed().get());
        mine.sign();
        assertNotNull(mine.signing().signed().get());
    }

    @Test
    void keepsTheLineWhenItsChangeIsLeftOff() {
        var model = model("lopez");
        add(model, "paracetamol 500 mg tab");
        var before = model.written().lines().getFirst();
        model.written().edit(0);
        model.draft().get("dose").set("2");
        model.written().clearDraft();
        assertEquals(before, model.written().lines().getFirst());
    }

    @Test
    void changesALine() {
        var model = model("lopez");
        add(model, "paracetamol 500 mg tab");
        model.written().edit(0);
        model.draft().get("dose").set("2");
        assertTrue(model.written().add());
        assertEquals(2, model.written().lines().getFirst().getDosage().getDose());
        assertEquals(42, model.written().lines().getFirst().getQuantity());
    }

    @Test
    void whatIsNotSignedIsThereAgain() {
        var model = model("hoai an");
        add(model, "cetirizine 10 mg tab");
        var again = new PrescriptionModel(desk, Patients.find(desk, "hoai an"), "");
        assertEquals(model.written().lines(), again.written().lines());
        again.sign();
        assertNotNull(again.signing().signed().get());
        assertTrue(
                new PrescriptionModel(desk, Patients.find(desk, "hoai an"), "")
                        .written()
                        .lines()
                        .isEmpty());
    }

    @Test
    void renewsWhatIsTakenWithoutADuplicate() {
        var model = model("quang huy");
        add(model, "cetirizine 10 mg tab");
        model.sign();
        var again = model("quang huy");
        var taken =
                again.record().orElseThrow().getMedicationsList().stream()
                        .filter(it -> it.getActive() && it.getText().startsWith("Cetirizine"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(again.written().renew(taken, true));
        assertTrue(again.written().add());
        assertEquals(List.of(), again.check().findings());
        again.sign();
        assertNotNull(again.signing().signed().get());
        assertEquals(
                1,
                model("quang huy").record().orElseThrow().getMedicationsList().stream()
                        .filter(it -> it.getActive() && it.getText().startsWith("Cetirizine"))
                        .count());
    }

    @Test
    void whatWasEnteredInErrorIsStruckWithItsReason() {
        var model = model("perez ortega");
        add(model, "cetirizine 10 mg tab");
        model.sign();
        var line = Objects.requireNonNull(model.signing().signed().get()).getLines(0).getId();
        var again = model("perez ortega");
        again.past()
                .denyLine(
                        again.past().deniable(line).orElseThrow(),
                        "nhầm người",
                        _ -> again.refresh());
        var struck = ofLine(again, line);
        assertTrue(struck.getEnteredInError());
        assertFalse(struck.getActive());
        assertEquals("nhầm người", struck.getStoppedReason());
        assertTrue(again.past().deniable(line).isEmpty());
    }

    @Test
    void whatAnErrorHadEndedIsTakenAgain() {
        var model = model("perez ortega");
        add(model, "loratadine 10 mg tab");
        model.sign();
        var again = model("perez ortega");
        var taken =
                again.record().orElseThrow().getMedicationsList().stream()
                        .filter(it -> it.getActive() && it.getText().startsWith("Loratadine"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(again.written().renew(taken, true));
        assertTrue(again.written().add());
        again.sign();
        var line = Objects.requireNonNull(again.signing().signed().get()).getLines(0).getId();
        var last = model("perez ortega");
        assertFalse(ofLine(last, taken.getPrescriptionLineId()).getActive());
        var ended = new ArrayList<EndedMedicine>();
        last.past()
                .denyLine(
                        last.past().deniable(line).orElseThrow(),
                        "nhầm người",
                        answer -> {
                            ended.addAll(answer);
                            last.refresh();
                        });
        assertEquals(EndedMedicine.Outcome.OUTCOME_BACK, ended.getFirst().getOutcome());
        assertTrue(ofLine(last, taken.getPrescriptionLineId()).getActive());
    }

    @Test
    void ofTwoLinesOneMayBeEnteredInError() {
        var model = model("perez ortega");
        add(model, "loratadine 10 mg tab");
        add(model, "paracetamol 500 mg tab");
        model.sign();
        var lines = Objects.requireNonNull(model.signing().signed().get()).getLinesList();
        var again = model("perez ortega");
        var deniable = again.past().deniable(lines.getFirst().getId()).orElseThrow();
        assertTrue(deniable.wholeToo());
        again.past().denyLine(deniable, "nhầm dòng", _ -> again.refresh());
        assertTrue(ofLine(again, lines.getFirst().getId()).getEnteredInError());
        assertTrue(ofLine(again, lines.getLast().getId()).getActive());
    }

    @Test
    void whatStandsInTheFormIsThereAgain() {
        var model = model("hoai an");
        add(model, "cetirizine 10 mg tab");
        model.draft().medicine().set("para");
        model.draft().get("dose").set("một");
        var again = new PrescriptionModel(desk, Patients.find(desk, "hoai an"), "");
        assertEquals("para", again.draft().medicine().get());
        assertEquals("một", again.draft().get("dose").get());
        assertEquals(model.written().lines(), again.written().lines());
        again.written().clearDraft();
        again.written().lines().clear();
    }

    @Test
    void aLineThatIsBeingChangedGoesBackToItsPlace() {
        var model = model("hoai an");
        add(model, "cetirizine 10 mg tab");
        add(model, "paracetamol 500 mg tab");
        model.written().edit(1);
        model.draft().get("dose").set("2");
        var again = new PrescriptionModel(desk, Patients.find(desk, "hoai an"), "");
        assertEquals(1, again.written().editing().get());
        assertTrue(again.written().add());
        assertEquals(2, again.written().lines().getLast().getDosage().getDose());
        assertEquals(2, again.written().lines().size());
        again.written().lines().clear();
    }

    @Test
    void theChoiceToReplaceIsThereAgain() {
        var model = model("nguyen thi anh");
        var taken =
                model.record().orElseThrow().getMedicationsList().stream()
                        .filter(Medication::getActive)
                        .findFirst()
                        .orElseThrow();
        model.written().clearDraft();
        assertTrue(model.written().renew(taken, false));
        var again = new PrescriptionModel(desk, Patients.find(desk, "nguyen thi anh"), "");
        assertEquals(taken.getId(), again.draft().replaces());
        assertTrue(again.draft().settled());
        again.written().clearDraft();
    }

    @Test
    void whatIsToleratedStopsNothingUntilItIsTakenBack() {
        var model = model("nguyen thi anh");
        add(model, "amoxicillin 500 mg cap");
        var finding = model.check().unanswered().getFirst();
        assertTrue(model.tolerances().may(finding));
        model.tolerances().add(finding, "đã dùng tháng 3", model::refresh);
        assertEquals(List.of(), model.check().unanswered());
        var tolerated = model.record().orElseThrow().getTolerances(0);
        assertEquals("amoxicillin", tolerated.getIngredient());
        var request =
                StrikeToleranceRequest.newBuilder()
                        .setId(tolerated.getId())
                        .setVersion(tolerated.getVersion())
                        .build();
        var records = RecordServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls()
                .call(() -> records.strikeTolerance(request))
                .once(RequestId.fresh())
                .then(answer -> {});
        model.refresh();
        assertEquals(1, model.check().unanswered().size());
    }

    @Test
    void theKeyTakesBackThatSomethingIsToleratedBeforeItTakesTheLineBack() {
        var model = model("nguyen thi anh");
        add(model, "amoxicillin 500 mg cap");
        model.tolerances().add(model.check().unanswered().getFirst(), "tháng 3", model::refresh);
        assertEquals(1, model.record().orElseThrow().getTolerancesCount());
        desk.undos().undo();
        assertEquals(0, model.record().orElseThrow().getTolerancesCount());
        assertEquals(1, model.check().unanswered().size());
        assertEquals(1, model.written().lines().size());
        assertEquals(
                "amoxicillin is no longer recorded as tolerated",
                desk.notices().shown().getLast().text());
    }

    @Test
    void whatIsContraindicatedIsNotOfferedAsTolerated() {
        var model = model("nguyen thi anh");
        add(model, "clarithromycin 500 mg tab");
        assertFalse(model.tolerances().may(about(model, "simvastatin")));
    }

    private static Medication ofLine(PrescriptionModel model, String line) {
        return model.record().orElseThrow().getMedicationsList().stream()
                .filter(it -> it.getPrescriptionLineId().equals(line))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsTakenAlreadyIsReplacedByTheLineThatWouldDoubleIt() {
        var model = model("henry adams");
        add(model, "metformin 850 mg tab");
        var finding =
                model.check().unanswered().stream()
                        .filter(it -> it.getKind() == FindingKind.FINDING_KIND_DUPLICATE)
                        .findFirst()
                        .orElseThrow();
        assertFalse(model.written().replaces(finding));
        var taken =
                model.record().orElseThrow().getMedicationsList().stream()
                        .filter(it -> it.getIngredientsList().contains("metformin"))
                        .findFirst()
                        .orElseThrow();
        model.written().replaceBy(finding, taken);
        assertEquals(taken.getId(), model.written().lines().getFirst().getReplaces());
        assertTrue(
                model.check().findings().stream()
                        .noneMatch(it -> it.getKind() == FindingKind.FINDING_KIND_DUPLICATE));
    }

    @Test
    void theWeightOfTodayIsCheckedWith() {
        var model = model("noah");
        assertTrue(model.person().weight().isEmpty());
        add(model, "paracetamol 500 mg tab");
        assertTrue(unweighed(model));
        model.person().weigh(new BigDecimal("40"));
        assertFalse(unweighed(model));
        assertEquals("40", model.person().weight().orElseThrow().kg().toPlainString());
    }

    private static boolean unweighed(PrescriptionModel model) {
        return model.check().findings().stream()
                .anyMatch(it -> it.getRuleId().equals("unchecked-dose"));
    }

    @Test
    void ofTwoChangesOfOneSetTheSecondChangesNothing() {
        var set = Shots.protocol(desk);
        var past = model("thi anh").past();
        past.change(set, "Sốt", set.getItemsList().subList(0, 1), () -> {});
        past.change(set, "Ho", set.getItemsList(), () -> fail("it was changed meanwhile"));
        var now = past.sets().stream().filter(it -> it.getId().equals(set.getId())).findFirst();
        assertEquals("Sốt", now.orElseThrow().getName());
        assertEquals(1, now.orElseThrow().getItemsCount());
    }

    private static Finding about(PrescriptionModel model, String object) {
        return model.check().findings().stream()
                .filter(finding -> finding.getObject().equalsIgnoreCase(object))
                .findFirst()
                .orElseThrow();
    }

    private static void add(PrescriptionModel model, String medicine) {
        var draft = model.draft();
        draft.medicine().set(medicine);
        model.search().choose();
        dosage(model);
    }

    /// One three times a day for a week.
    private static void dosage(PrescriptionModel model) {
        var draft = model.draft();
        draft.get("dose").set("1");
        if (draft.get("unit").get().isEmpty()) {
            draft.get("unit").set("capsule");
        }
        if (draft.get("route").get().isEmpty()) {
            draft.get("route").set("oral");
        }
        draft.get("times").set("3");
        draft.get("days").set("7");
        assertTrue(model.written().add(), draft.errors().toString());
    }

    private PrescriptionModel model(String name) {
        var model = new PrescriptionModel(desk, Patients.find(desk, name), "");
        model.written().clearDraft();
        model.written().lines().clear();
        return model;
    }
}
