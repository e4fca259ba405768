package org.clinicdesk.client.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.AllergyAnswer;
import org.clinicdesk.record.v1.AllergyState;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.Medication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// Records of the sample clinic.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ChartModelTest {

    private static SampleServer server;
    private static Desk desk;

    @BeforeAll
    static void sitDown() {
        server = SampleServer.start();
        desk = server.deskOf("okafor");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static String patient(Desk desk, String name) {
        try {
            return PatientServiceGrpc.newBlockingV2Stub(desk.channel())
                    .searchPatients(SearchPatientsRequest.newBuilder().setText(name).build())
                    .getHits(0)
                    .getPerson()
                    .getPatientId();
        } catch (io.grpc.StatusException e) {
            throw new AssertionError(e);
        }
    }

    private ChartModel chart(String name) {
        var model = new ChartModel(desk, patient(desk, name));
        model.refresh();
        return model;
    }

    @Test
    void whatWasEnteredInErrorIsNoMedicineOfThePast() {
        var record =
                GetRecordResponse.newBuilder()
                        .addMedications(Medication.newBuilder().setText("Warfarin"))
                        .addMedications(
                                Medication.newBuilder()
                                        .setText("Cetirizine")
                                        .setEnteredInError(true)
                                        .setStoppedReason("nhầm người"))
                        .build();
        assertEquals(
                List.of("Warfarin"),
                ChartModel.medications(record, false).stream().map(Medication::getText).toList());
        assertEquals(
                List.of("Cetirizine"),
                ChartModel.denied(record).stream().map(Medication::getText).toList());
    }

    @Test
    void theSevereAllergyIsThere() {
        var record = chart("nguyen thi anh").record().get();
        assertEquals("Penicillin", ChartModel.allergies(record).getFirst().getSubstance());
    }

    @Test
    void onlyTheNewestOfEachSignIsTheLatest() {
        var latest = ChartModel.latest(chart("nguyen thi anh").record().get(), true);
        assertEquals(
                latest.size(),
                latest.stream().map(it -> it.getCode().getCode()).distinct().count());
        assertTrue(latest.stream().anyMatch(it -> it.getValue().equals("122")));
    }

    @Test
    void whoeverWasAskedAndKnowsNoneIsRecorded() {
        var model = chart("henry adams");
        assertEquals(
                AllergyState.ALLERGY_STATE_NEVER_ASKED, model.record().get().getAllergyState());
        model.confirm();
        assertEquals(AllergyState.ALLERGY_STATE_NONE_KNOWN, model.record().get().getAllergyState());
    }

    @Test
    void theAnswerOfSomebodyElseIsTakenBackAtOnceOrLaterWithAReason() {
        var model = chart("ibanez");
        var before = model.record().get().getAllergyState();
        model.confirm();
        assertEquals(AllergyState.ALLERGY_STATE_NONE_KNOWN, model.record().get().getAllergyState());
        desk.undos().undo();
        assertEquals(before, model.record().get().getAllergyState());
        assertEquals(
                "The answer about allergies was taken back",
                desk.notices().shown().getLast().text());
        model.confirm();
        model.takeBack(ChartModel.answer(model.record().get()).orElseThrow(), " nhầm người ");
        var record = model.record().get();
        assertEquals(before, record.getAllergyState());
        assertEquals(
                List.of("Taken back at once", "nhầm người"),
                ChartModel.formerAnswers(record).stream()
                        .map(AllergyAnswer::getTakenBackReason)
                        .sorted()
                        .toList());
    }

    @Test
    void anAllergySavedWithoutAChangeStaysAsItIs() {
        var chart = chart("nguyen thi anh");
        var allergy = ChartModel.allergies(chart.record().get()).getFirst();
        var model = AllergyModel.amending(desk, chart.patientId(), allergy, chart::refresh);
        model.add();
        assertEquals(allergy, ChartModel.allergies(chart.record().get()).getFirst());
    }

    @Test
    void whoeverWasAskedLongAgoIsAskedAgain() {
        var model = chart("nguyen thi anh");
        var asked = model.record().get().getAllergiesConfirmedAt();
        model.confirm();
        var record = model.record().get();
        assertTrue(record.getAllergiesConfirmedAt().getSeconds() > asked.getSeconds());
        assertFalse(record.getAllergiesDue());
        assertFalse(ChartModel.allergies(record).isEmpty());
    }

    @Test
    void anAllergyIsCodedByTheAgentTaken() {
        var chart = chart("oliver grant");
        var model = new AllergyModel(desk, chart.patientId(), chart::refresh);
        model.draft().text("substance").set("amoxi");
        model.take(model.highlighted().get());
        model.add();
        assertEquals("ing:amoxicillin", named(chart, "Amoxicillin").getAgent());
    }

    @Test
    void wordsThatNoCheckHeedsAreAskedForOnceMore() {
        var chart = chart("noah");
        var model = new AllergyModel(desk, chart.patientId(), chart::refresh);
        model.draft().text("substance").set("thuốc vàng của bà");
        var before = ChartModel.allergies(chart.record().get()).size();
        model.add();
        assertTrue(model.unheeded().get());
        assertEquals(before, ChartModel.allergies(chart.record().get()).size());
        model.add();
        assertEquals(before + 1, ChartModel.allergies(chart.record().get()).size());
    }

    @Test
    void aCombinationIsOfferedWholeFirst() {
        var model = new AllergyModel(desk, patient(desk, "oliver grant"), () -> {});
        model.draft().text("substance").set("augmentin");
        assertEquals(
                List.of(
                        "ing:amoxicillin+ing:clavulanic acid",
                        "ing:amoxicillin",
                        "ing:clavulanic acid"),
                model.found().stream().map(it -> it.getId()).toList());
    }

    /// Either of the two may have been the cause, and the word that was said stays.
    @Test
    void ofACombinationAllPartsAreHeeded() {
        var chart = chart("lucia");
        var model = new AllergyModel(desk, chart.patientId(), chart::refresh);
        model.draft().text("substance").set("bactri");
        model.take(model.highlighted().get());
        model.draft().text("substance").set("Bactrim as a child");
        model.add();
        var told = named(chart, "Bactrim as a child");
        assertEquals("ing:sulfamethoxazole+ing:trimethoprim", told.getAgent());
        assertEquals("Checked as sulfamethoxazole + trimethoprim", new Words(desk).coded(told));
    }

    @Test
    void aNameThatIsTypedWhollyIsCodedWithoutChoosing() {
        var chart = chart("oliver grant");
        var model = new AllergyModel(desk, chart.patientId(), chart::refresh);
        model.draft().text("substance").set("bactrim");
        model.add();
        assertFalse(model.unheeded().get());
        assertEquals("ing:sulfamethoxazole+ing:trimethoprim", named(chart, "bactrim").getAgent());
    }

    @Test
    void whatIsBetterKnownTakesThePlaceOfWhatWasTold() {
        var chart = chart("oliver grant");
        var told = new AllergyModel(desk, chart.patientId(), chart::refresh);
        told.draft().text("substance").set("naproxen");
        told.draft().text("reaction").set("itching");
        told.add();
        var before = named(chart, "naproxen");
        var model = AllergyModel.amending(desk, chart.patientId(), before, chart::refresh);
        assertEquals("itching", model.draft().text("reaction").get());
        model.draft().text("reaction").set("anaphylaxis");
        model.add();
        var after = named(chart, "naproxen");
        assertEquals("anaphylaxis", after.getReaction());
        assertEquals(before.getAgent(), after.getAgent());
        var former = ChartModel.formerAllergies(chart.record().get()).getFirst();
        assertEquals(before.getId(), former.getId());
        assertTrue(new Words(desk).struck(former).endsWith(former.getStruckBy()));
    }

    private static Allergy named(ChartModel chart, String substance) {
        return ChartModel.allergies(chart.record().get()).stream()
                .filter(it -> it.getSubstance().equalsIgnoreCase(substance))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void wordsChangedAfterwardsDropTheCode() {
        var model = new AllergyModel(desk, patient(desk, "oliver grant"), () -> {});
        model.draft().text("substance").set("amoxi");
        model.take(model.highlighted().get());
        model.draft().text("substance").set("peanut");
        assertNull(model.agent().get());
    }

    @Test
    void theSameAllergyTwiceIsToldAtTheField() {
        var chart = chart("nguyen thi anh");
        var model = new AllergyModel(desk, chart.patientId(), chart::refresh);
        model.draft().text("substance").set("penicillin");
        model.found().stream()
                .filter(it -> it.getId().equals("group:penicillins"))
                .findFirst()
                .ifPresent(model::take);
        model.add();
        assertTrue(model.draft().errors().containsKey("substance"));
    }

    @Test
    void anAllergyStruckOutHoldsNoMore() {
        var chart = chart("emily carter");
        var model =
                new StrikeModel(
                        desk,
                        ChartModel.allergies(chart.record().get()).getFirst(),
                        chart::refresh);
        model.strike();
        assertTrue(model.draft().errors().containsKey("struck_as"));
        model.draft().text("struck_as").set("STRUCK_AS_ENTERED_IN_ERROR");
        model.strike();
        assertTrue(ChartModel.allergies(chart.record().get()).isEmpty());
        assertEquals(
                AllergyState.ALLERGY_STATE_NEVER_ASKED, chart.record().get().getAllergyState());
    }

    @Test
    void aPharmacistReadsOnly() {
        var model = new ChartModel(server.deskOf("castro"), "");
        assertFalse(model.mayConfirm() || model.mayAddAllergy() || model.mayStrike());
    }
}
