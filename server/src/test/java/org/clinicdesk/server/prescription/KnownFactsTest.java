package org.clinicdesk.server.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.GetCheckRequest;
import org.clinicdesk.prescription.v1.GetCheckResponse;
import org.clinicdesk.prescription.v1.GetUsualDoseRequest;
import org.clinicdesk.prescription.v1.GetUsualDoseResponse;
import org.clinicdesk.prescription.v1.KnownBody;
import org.clinicdesk.prescription.v1.Level;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.OverrideReason;
import org.clinicdesk.prescription.v1.Pregnancy;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc.PrescriptionServiceBlockingStub;
import org.clinicdesk.prescription.v1.SignPrescriptionRequest;
import org.clinicdesk.prescription.v1.Tier;
import org.clinicdesk.record.v1.AddToleranceRequest;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.record.v1.StrikeToleranceRequest;
import org.clinicdesk.record.v1.Tolerance;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// What the record says of tolerance, pregnancy and smoking, and what the checks make of it.
@OnServer
class KnownFactsTest {

    private static final String PREGNANCY = "82810-3";
    private static final String SMOKING = "72166-2";
    private static final String CREATININE = "2160-0";
    private static final String POTASSIUM = "2823-3";

    private final TestServer server;
    private final PrescriptionFixture desk;
    private final PrescriptionServiceBlockingStub doctor;
    private final RecordServiceGrpc.RecordServiceBlockingStub record;
    private UUID patient = new UUID(0, 0);

    KnownFactsTest(TestServer server) {
        this.server = server;
        this.desk = new PrescriptionFixture(server);
        this.doctor = desk.as("doctor");
        this.record = RecordServiceGrpc.newBlockingStub(server.as("doctor"));
    }

    @BeforeEach
    void registerHer() {
        server.change(() -> patient = desk.registerBornIn("1988"));
    }

    // What it is checked with

    @Test
    void theDoctorIsToldOfTheKidneysWhatTheRulesReckonWith() {
        assertEquals(0, known().getEgfrTo());
        measure(CREATININE, "130", "umol/L", 10);
        var known = known();
        assertTrue(known.getEgfrFrom() > 40 && known.getEgfrTo() < 50, known.toString());
        assertEquals("2026-11-13", known.getEgfrOn());
    }

    @Test
    void whetherSheIsPregnantIsAQuestionOfWomenWhoMayBe() {
        assertEquals(Pregnancy.PREGNANCY_NOT_KNOWN, known().getPregnancy());
        observe(PREGNANCY, "Pregnant", 20);
        assertEquals(Pregnancy.PREGNANCY_YES, known().getPregnancy());
        observe(PREGNANCY, "Not pregnant", 1);
        assertEquals(Pregnancy.PREGNANCY_NO, known().getPregnancy());
        server.change(() -> patient = desk.registerBornIn("1950"));
        assertEquals(Pregnancy.PREGNANCY_UNSPECIFIED, known().getPregnancy());
    }

    private KnownBody known() {
        return desk.check(doctor, patient, desk.paracetamol()).getKnown();
    }

    // Tolerance

    @Test
    void whatIsToleratedSinceASevereReactionIsToldAndStopsNothing() {
        desk.becomesAllergic(patient, "group:penicillins");
        var before = found(FindingKind.FINDING_KIND_ALLERGY, amoxicillin()).getFirst();
        assertEquals(Level.LEVEL_CONTRAINDICATED, before.getLevel());
        assertTrue(before.getEffect().contains("recorded "), before.getEffect());
        add("amoxicillin", "");
        var after = found(FindingKind.FINDING_KIND_ALLERGY, amoxicillin()).getFirst();
        assertEquals(Tier.TIER_PASSIVE, after.getTier());
        assertTrue(after.getEffect().contains("đã dùng tháng 3"), after.getEffect());
    }

    @Test
    void theWeightOfTodayIsCheckedWithAndEntersTheRecordWithTheSignature() {
        server.change(() -> patient = desk.registerBornIn("2020"));
        var paracetamol = desk.paracetamol();
        var request =
                GetCheckRequest.newBuilder()
                        .setPatientId(patient.toString())
                        .addLines(paracetamol)
                        .build();
        assertTrue(
                doctor.getCheck(request).getFindingsList().stream()
                        .anyMatch(it -> it.getRuleId().equals("unchecked-dose")));
        var weighed = doctor.getCheck(request.toBuilder().setWeightKg(40).build());
        assertEquals(List.of(), weighed.getFindingsList());
        var ignored =
                doctor.signPrescription(
                        SignPrescriptionRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .addLines(paracetamol)
                                .setWeightKg(40)
                                .setMedicationsVersion(weighed.getMedicationsVersion())
                                .build());
        var seen = desk.record(patient).getObservations(0);
        assertEquals("40 kg", seen.getValue() + " " + seen.getUnit());
    }

    @Test
    void aWeightThatHardlyAChildOfTheAgeHasMustBeAnsweredFor() {
        server.change(() -> patient = desk.registerBornIn("2022-10-01"));
        var request =
                GetCheckRequest.newBuilder()
                        .setPatientId(patient.toString())
                        .addLines(desk.line("ing:cetirizine", "Cetirizine"))
                        .setWeightKg(14)
                        .build();
        var likely = doctor.getCheck(request);
        assertEquals(List.of(), doubts(likely));
        var slip = doctor.getCheck(request.toBuilder().setWeightKg(140).build());
        var doubt = doubts(slip).getFirst();
        assertEquals(Tier.TIER_INTERRUPTIVE, doubt.getTier());
        assertTrue(doubt.getEffect().contains("140 kg"), doubt.getEffect());
        var signature =
                SignPrescriptionRequest.newBuilder()
                        .setPatientId(patient.toString())
                        .addAllLines(request.getLinesList())
                        .setWeightKg(140)
                        .addAllOverrides(answers(likely))
                        .setMedicationsVersion(slip.getMedicationsVersion());
        assertEquals(
                "prescription/UNANSWERED_FINDINGS",
                Refusals.reason(() -> doctor.signPrescription(signature.build())),
                "another weight than it was checked with");
        var signed =
                doctor.signPrescription(
                        signature.clearOverrides().addAllOverrides(answers(slip)).build());
        assertTrue(
                signed.getPrescription().getFindingsList().stream()
                        .anyMatch(it ->
                                it.getFinding().getRuleId().equals("weight-unlikely")
                                        && it.hasAnswer()));
    }

    @Test
    void soMustOneThatTheRecordHas() {
        server.change(() -> {
            patient = desk.registerBornIn("2022-10-01");
            desk.weighs(patient, 140);
        });
        var checked = desk.check(doctor, patient, desk.line("ing:cetirizine", "Cetirizine"));
        assertEquals(1, doubts(checked).size());
    }

    private static List<Finding> doubts(GetCheckResponse checked) {
        return checked.getFindingsList().stream()
                .filter(it -> it.getRuleId().equals("weight-unlikely"))
                .toList();
    }

    private static List<Override> answers(GetCheckResponse checked) {
        return checked.getFindingsList().stream()
                .filter(it -> it.getTier() == Tier.TIER_INTERRUPTIVE)
                .map(it ->
                        Override.newBuilder()
                                .setFindingKey(it.getKey())
                                .setReason(OverrideReason.OVERRIDE_REASON_RECORD_WRONG)
                                .build())
                .toList();
    }

    @Test
    void whoToleratesWhatHeIsAllergicToSaysHowThatIsKnown() {
        desk.becomesAllergic(patient, "group:penicillins");
        var request =
                AddToleranceRequest.newBuilder()
                        .setPatientId(patient.toString())
                        .setIngredient("amoxicillin")
                        .build();
        assertEquals("note: required", Refusals.field(() -> record.addTolerance(request)));
    }

    @Test
    void whatWasToleratedBeforeTheReactionSaysNothing() {
        add("amoxicillin", "");
        server.clock().move(Duration.ofMinutes(1));
        desk.becomesAllergic(patient, "group:penicillins");
        assertEquals(1, found(FindingKind.FINDING_KIND_ALLERGY, amoxicillin()).size());
    }

    @Test
    void anAllergyToTheVerySubstanceIsNotTalkedAway() {
        desk.becomesAllergic(patient, "ing:amoxicillin");
        add("amoxicillin", "");
        assertEquals(1, found(FindingKind.FINDING_KIND_ALLERGY, amoxicillin()).size());
    }

    @Test
    void twoThatAreToleratedTogetherNoLongerInterrupt() {
        server.change(() -> desk.imports(patient, "warfarin", ""));
        var ibuprofen = desk.line("ing:ibuprofen", "Ibuprofen");
        var before = found(FindingKind.FINDING_KIND_INTERACTION, ibuprofen).getFirst();
        assertEquals(Tier.TIER_INTERRUPTIVE, before.getTier());
        add("ibuprofen", "warfarin");
        var after = found(FindingKind.FINDING_KIND_INTERACTION, ibuprofen).getFirst();
        assertEquals(Tier.TIER_PASSIVE, after.getTier());
        assertEquals(before.getLevel(), after.getLevel());
    }

    @Test
    void whatIsContraindicatedInterruptsAllTheSame() {
        server.change(() -> desk.imports(patient, "simvastatin", ""));
        add("simvastatin", "clarithromycin");
        var finding = found(FindingKind.FINDING_KIND_INTERACTION, desk.clarithromycin()).getFirst();
        assertEquals(Level.LEVEL_CONTRAINDICATED, finding.getLevel());
        assertEquals(Tier.TIER_INTERRUPTIVE, finding.getTier());
    }

    @Test
    void whatIsTakenBackHoldsNoLonger() {
        desk.becomesAllergic(patient, "group:penicillins");
        var tolerance = add("amoxicillin", "");
        assertEquals(List.of(tolerance), desk.record(patient).getTolerancesList());
        strike(tolerance);
        assertEquals(List.of(), desk.record(patient).getTolerancesList());
        assertEquals(1, found(FindingKind.FINDING_KIND_ALLERGY, amoxicillin()).size());
        assertEquals("record/ALREADY_STRUCK", Refusals.reason(() -> strike(tolerance)));
    }

    @Test
    void theSameIsRecordedOnce() {
        add("ibuprofen", "warfarin");
        assertEquals(
                "record/ALREADY_RECORDED", Refusals.reason(() -> add("warfarin", "ibuprofen")));
    }

    @Test
    void refusesWhatIsNoIngredient() {
        assertEquals("ingredient: ingredient.unknown", Refusals.field(() -> add("moonlight", "")));
        assertEquals("partner: partner.same", Refusals.field(() -> add("warfarin", "warfarin")));
    }

    // Pregnancy

    @Test
    void aPregnancyThatWasObservedForbids() {
        observe(PREGNANCY, "Pregnant", 20);
        assertTrue(forbids("pregnancy"));
        assertFalse(asksFor("unchecked-pregnancy"));
    }

    @Test
    void thatNobodyKnowsOfAPregnancyIsSaid() {
        assertFalse(forbids("pregnancy"));
        assertTrue(asksFor("unchecked-pregnancy"));
    }

    @Test
    void sheWhoIsNotPregnantIsNotAskedAgainSoon() {
        observe(PREGNANCY, "Không có thai", 3);
        assertFalse(asksFor("unchecked-pregnancy"));
    }

    @Test
    void aTestOfTheLastCycleIsNoAnswer() {
        observe(PREGNANCY, "Not pregnant", 40);
        assertTrue(asksFor("unchecked-pregnancy"));
    }

    @Test
    void aPregnancyOfLastYearIsOver() {
        observe(PREGNANCY, "Pregnant", 400);
        assertFalse(forbids("pregnancy"));
        assertTrue(asksFor("unchecked-pregnancy"));
    }

    // Smoking

    @Test
    void thePillForASmokerFrom35IsStopped() {
        observe(SMOKING, "Current every day smoker", 100);
        assertTrue(
                found(FindingKind.FINDING_KIND_CONTRAINDICATION, pill()).stream()
                        .anyMatch(it -> it.getRuleId().contains("smoker")));
    }

    @Test
    void thatNobodyKnowsOfSmokingIsSaid() {
        assertTrue(
                found(FindingKind.FINDING_KIND_UNCHECKED, pill()).stream()
                        .anyMatch(it -> it.getRuleId().equals("unchecked-smoking")));
    }

    @Test
    void whoNeverSmokedIsNotAsked() {
        observe(SMOKING, "Chưa từng hút thuốc", 900);
        assertEquals(
                List.of(),
                found(FindingKind.FINDING_KIND_UNCHECKED, pill()).stream()
                        .filter(it -> it.getRuleId().equals("unchecked-smoking"))
                        .toList());
    }

    // Usual doses

    @Test
    void ofAChildTheUsualDoseIsToldWithItsCeiling() {
        server.change(() -> patient = desk.registerBornIn("2020"));
        var usual = usual("ing:paracetamol").getDose();
        assertEquals(
                List.of(10.0, 15.0, 1000.0),
                List.of(usual.getLow(), usual.getHigh(), usual.getMaxMg()));
        assertTrue(usual.getNotReviewed());
    }

    @Test
    void ofAnAdultNoDoseByWeightIsUsual() {
        assertFalse(usual("ing:paracetamol").hasDose());
    }

    private GetUsualDoseResponse usual(String medicine) {
        return doctor.getUsualDose(
                GetUsualDoseRequest.newBuilder()
                        .setPatientId(patient.toString())
                        .setMedicineId(medicine)
                        .setRoute("oral")
                        .build());
    }

    private boolean forbids(String mechanism) {
        return found(FindingKind.FINDING_KIND_CONTRAINDICATION, warfarin()).stream()
                .anyMatch(it -> it.getMechanism().equals(mechanism));
    }

    private boolean asksFor(String rule) {
        return found(FindingKind.FINDING_KIND_UNCHECKED, warfarin()).stream()
                .anyMatch(it -> it.getRuleId().equals(rule));
    }

    // Results

    @Test
    void aResultWithoutAUnitIsNoResultAndIsNamed() {
        server.change(() -> patient = desk.registerBornIn("1948"));
        measure(CREATININE, "2.5", "", 10);
        assertEquals(List.of("unchecked-result"), uncheckedOf("metformin"));
        assertEquals(List.of(), contraindicated("metformin"));
        var told = found(FindingKind.FINDING_KIND_UNCHECKED, ordered("metformin")).getLast();
        assertTrue(told.getEffect().startsWith("Creatinine 2.5, 10 days old"), told.getEffect());
        measure(CREATININE, "2.5", "mg/dL", 9);
        assertEquals(List.of(), uncheckedOf("metformin"));
        assertEquals(Level.LEVEL_CONTRAINDICATED, contraindicated("metformin").getFirst());
    }

    @Test
    void aNewerResultThatCannotBeReadIsNamedBesideTheOlderOne() {
        measure(POTASSIUM, "6.1", "mmol/L", 40);
        measure(POTASSIUM, "haemolysed", "", 1);
        assertEquals(List.of("unchecked-result"), uncheckedOf("spironolactone"));
        assertEquals(Level.LEVEL_CONTRAINDICATED, contraindicated("spironolactone").getFirst());
    }

    @Test
    void whatIsAboveAllThatWasMeasuredCounts() {
        measure(POTASSIUM, ">6.5", "mmol/L", 1);
        assertEquals(Level.LEVEL_CONTRAINDICATED, contraindicated("spironolactone").getFirst());
        assertEquals(List.of(), uncheckedOf("spironolactone"));
    }

    private void measure(String loinc, String written, String unit, int daysAgo) {
        server.change(() -> desk.measures(patient, loinc, written, unit, daysAgo));
    }

    private OrderLine ordered(String inn) {
        return desk.line("ing:" + inn, inn);
    }

    private List<String> uncheckedOf(String inn) {
        return found(FindingKind.FINDING_KIND_UNCHECKED, ordered(inn)).stream()
                .map(Finding::getRuleId)
                .filter(rule -> !rule.equals("unchecked-dose"))
                .toList();
    }

    private List<Level> contraindicated(String inn) {
        return found(FindingKind.FINDING_KIND_CONTRAINDICATION, ordered(inn)).stream()
                .map(Finding::getLevel)
                .toList();
    }

    private OrderLine amoxicillin() {
        return desk.amoxicillin();
    }

    private OrderLine warfarin() {
        return desk.line("ing:warfarin", "Warfarin");
    }

    private OrderLine pill() {
        return desk.line("ing:ethinylestradiol", "Ethinylestradiol");
    }

    private void observe(String loinc, String answer, int daysAgo) {
        server.change(() -> desk.observes(patient, loinc, answer, daysAgo));
    }

    private Tolerance add(String ingredient, String partner) {
        return record.addTolerance(
                        AddToleranceRequest.newBuilder()
                                .setPatientId(patient.toString())
                                .setIngredient(ingredient)
                                .setPartner(partner)
                                .setNote("đã dùng tháng 3")
                                .build())
                .getTolerance();
    }

    private void strike(Tolerance tolerance) {
        var ignored =
                record.strikeTolerance(
                        StrikeToleranceRequest.newBuilder()
                                .setId(tolerance.getId())
                                .setVersion(tolerance.getVersion())
                                .setReason("phát ban")
                                .build());
    }

    private List<Finding> found(FindingKind kind, OrderLine line) {
        return desk.check(doctor, patient, line).getFindingsList().stream()
                .filter(finding -> finding.getKind() == kind)
                .toList();
    }
}
