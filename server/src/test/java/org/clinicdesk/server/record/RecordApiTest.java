package org.clinicdesk.server.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.record.v1.AddAllergyRequest;
import org.clinicdesk.record.v1.AddConditionRequest;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.AllergyAnswer;
import org.clinicdesk.record.v1.AllergyCertainty;
import org.clinicdesk.record.v1.AllergyState;
import org.clinicdesk.record.v1.AllergyType;
import org.clinicdesk.record.v1.Coding;
import org.clinicdesk.record.v1.ConfirmAllergiesRequest;
import org.clinicdesk.record.v1.ConfirmAllergiesResponse;
import org.clinicdesk.record.v1.GetDocumentRequest;
import org.clinicdesk.record.v1.GetRecordRequest;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.GetRecordRulesRequest;
import org.clinicdesk.record.v1.Medication;
import org.clinicdesk.record.v1.ReactionSeverity;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.clinicdesk.record.v1.SetRecordRulesRequest;
import org.clinicdesk.record.v1.StrikeAllergyRequest;
import org.clinicdesk.record.v1.StruckAs;
import org.clinicdesk.record.v1.TakeBackAnswerRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.patient.Gender;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Person;
import org.clinicdesk.server.patient.PersonName;
import org.clinicdesk.server.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

@OnServer
class RecordApiTest {

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final TestServer server;
    private final RecordServiceGrpc.RecordServiceBlockingStub doctor;
    private UUID patient = new UUID(0, 0);

    RecordApiTest(TestServer server) {
        this.server = server;
        this.doctor = RecordServiceGrpc.newBlockingStub(server.as("doctor"));
    }

    @BeforeEach
    void registerSomebody() {
        server.change(() -> patient = register());
    }

    @Test
    void aNewPersonWasNeverAskedAboutAllergies() {
        var record = read();
        assertEquals(AllergyState.ALLERGY_STATE_NEVER_ASKED, record.getAllergyState());
        assertFalse(record.hasAllergiesConfirmedAt());
    }

    @Test
    void recordsAnAllergy() {
        var added = add(penicillin());
        var record = read();
        assertEquals(AllergyState.ALLERGY_STATE_RECORDED, record.getAllergyState());
        assertEquals(List.of(added), record.getAllergiesList());
        assertEquals("dị ứng penicillin từ nhỏ", added.getSubstance());
        assertEquals(ReactionSeverity.REACTION_SEVERITY_SEVERE, added.getSeverity());
    }

    @Test
    void refusesAnAllergyThatStandsInTheRecord() {
        add(penicillin());
        assertEquals(
                "record/ALREADY_RECORDED",
                Refusals.reason(() -> add(penicillin().setSubstance("other words"))));
    }

    @Test
    void refusesTheSameWordsWithoutAnAgent() {
        add(penicillin().setSubstance("Phấn hoa").setAgent(""));
        assertEquals(
                "record/ALREADY_RECORDED",
                Refusals.reason(() -> add(penicillin().setSubstance("phan hoa").setAgent(""))));
    }

    @Test
    void refusesAnAgentThatIsNotKnown() {
        assertEquals(
                "agent: agent.unknown",
                Refusals.field(() -> add(penicillin().setAgent("penicillin"))));
    }

    @Test
    void strikesAnAllergyOutAndKeepsItReadable() {
        var struck = strike(add(penicillin()));
        var record = read();
        assertEquals("another patient's", struck.getStruckReason());
        assertEquals(List.of(struck), record.getAllergiesList());
        assertTrue(server.inDatabase(() -> records().allergies(patient)).isEmpty());
    }

    @Test
    void asksAgainAfterTheLastAllergyWasStruckOut() {
        strike(add(penicillin()));
        assertEquals(AllergyState.ALLERGY_STATE_NEVER_ASKED, read().getAllergyState());
    }

    @Test
    void recordsAnAllergyAgainAfterItWasStruckOut() {
        strike(add(penicillin()));
        add(penicillin());
        assertEquals(AllergyState.ALLERGY_STATE_RECORDED, read().getAllergyState());
    }

    @Test
    void refusesToStrikeTwice() {
        var allergy = add(penicillin());
        strike(allergy);
        assertEquals("record/ALREADY_STRUCK", Refusals.reason(() -> strike(allergy)));
    }

    @Test
    void refusesToStrikeAnotherVersion() {
        var allergy = add(penicillin());
        assertEquals(
                "platform/STALE",
                Refusals.reason(() -> strike(allergy.toBuilder().setVersion(7).build())));
    }

    @Test
    void confirmsThatNoAllergyIsKnown() {
        var confirmed = confirm();
        var record = read();
        assertEquals(AllergyState.ALLERGY_STATE_NONE_KNOWN, record.getAllergyState());
        assertEquals(confirmed.getConfirmedAt(), record.getAllergiesConfirmedAt());
    }

    @Test
    void refusesToConfirmOtherAllergiesThanHold() {
        var seen = add(penicillin());
        assertEquals("record/ALLERGIES_CHANGED", Refusals.reason(this::confirm));
        add(penicillin().setSubstance("Phấn hoa").setAgent(""));
        assertEquals("record/ALLERGIES_CHANGED", Refusals.reason(() -> confirm(seen)));
    }

    @Test
    void whoTellsOfAnAllergyWasAskedThen() {
        confirm();
        var added = add(penicillin());
        var record = read();
        assertEquals(AllergyState.ALLERGY_STATE_RECORDED, record.getAllergyState());
        assertEquals(added.getRecordedAt(), record.getAllergiesConfirmedAt());
    }

    // What he was asked

    @Test
    void anAllergyEnteredInErrorLeavesWhatWasAnsweredBefore() {
        var confirmed = confirm();
        server.clock().move(Duration.ofMinutes(1));
        var added = add(penicillin());
        var amended = add(penicillin().setAmends(added.getId()).setReaction("rash"));
        strike(amended);
        var record = read();
        assertEquals(AllergyState.ALLERGY_STATE_NONE_KNOWN, record.getAllergyState());
        assertEquals(confirmed.getConfirmedAt(), record.getAllergiesConfirmedAt());
    }

    @Test
    void whoseLastAllergyWasTakenOffWasAskedAndIsAskedAgain() {
        var added = add(penicillin());
        strikeAs(added, StruckAs.STRUCK_AS_TEST_NEGATIVE);
        var record = read();
        assertEquals(AllergyState.ALLERGY_STATE_NONE_LEFT, record.getAllergyState());
        assertEquals(added.getRecordedAt(), record.getAllergiesConfirmedAt());
        assertTrue(record.getAllergiesDue());
    }

    @Test
    void whoKnewOfNoOtherKnowsOfNoneWhenThatIsTakenOff() {
        var added = add(penicillin());
        server.clock().move(Duration.ofMinutes(1));
        var confirmed = confirm(added);
        strikeAs(added, StruckAs.STRUCK_AS_TEST_NEGATIVE);
        var record = read();
        assertEquals(AllergyState.ALLERGY_STATE_NONE_KNOWN, record.getAllergyState());
        assertEquals(confirmed.getConfirmedAt(), record.getAllergiesConfirmedAt());
        assertFalse(record.getAllergiesDue());
    }

    @Test
    void anAnswerOfSomebodyElseIsTakenBackAndStaysReadable() {
        takeBack(confirm().getAnswer());
        var record = read();
        assertEquals(AllergyState.ALLERGY_STATE_NEVER_ASKED, record.getAllergyState());
        assertFalse(record.hasAllergiesConfirmedAt());
        var answer = record.getAllergyAnswers(0);
        assertTrue(answer.getNoneKnown());
        assertTrue(answer.hasTakenBackAt());
        assertEquals("wrong person", answer.getTakenBackReason());
        assertFalse(answer.getTakenBackBy().isBlank());
    }

    @Test
    void theAnswerBeforeHoldsAgain() {
        var first = confirm();
        server.clock().move(Duration.ofMinutes(5));
        takeBack(confirm().getAnswer());
        var record = read();
        assertEquals(AllergyState.ALLERGY_STATE_NONE_KNOWN, record.getAllergyState());
        assertEquals(first.getConfirmedAt(), record.getAllergiesConfirmedAt());
        var added = add(penicillin());
        server.clock().move(Duration.ofMinutes(5));
        takeBack(confirm(added).getAnswer());
        assertEquals(AllergyState.ALLERGY_STATE_RECORDED, read().getAllergyState());
        assertEquals(added.getRecordedAt(), read().getAllergiesConfirmedAt());
    }

    @Test
    void refusesToTakeAnAnswerBackTwice() {
        var answer = confirm().getAnswer();
        takeBack(answer);
        assertEquals("record/ALREADY_TAKEN_BACK", Refusals.reason(() -> takeBack(answer)));
    }

    private void takeBack(AllergyAnswer answer) {
        var ignored =
                doctor.takeBackAnswer(
                        TakeBackAnswerRequest.newBuilder()
                                .setId(answer.getId())
                                .setVersion(answer.getVersion())
                                .setReason("wrong person")
                                .build());
    }

    @Test
    void asksAgainAfterTheMonthsOfTheClinic() {
        assertTrue(read().getAllergiesDue());
        var longAgo = server.clock().instant().minus(Duration.ofDays(366));
        server.change(() -> records().chartForUpdate(patient).noAllergies(longAgo));
        assertTrue(read().getAllergiesDue());
        askAfter(0);
        assertFalse(read().getAllergiesDue());
        askAfter(12);
        assertTrue(read().getAllergiesDue());
        confirm();
        assertFalse(read().getAllergiesDue());
    }

    @Test
    void ofTwoWhoSetTheMonthsTheSecondIsStale() {
        var office = RecordServiceGrpc.newBlockingStub(server.as("administrator"));
        var rules = office.getRecordRules(GetRecordRulesRequest.getDefaultInstance()).getRules();
        askAfter(24);
        askAfter(12);
        var late = SetRecordRulesRequest.newBuilder().setRules(rules).build();
        assertEquals("platform/STALE", Refusals.reason(() -> office.setRecordRules(late)));
    }

    @Test
    void keepsHowSureAnAllergyIsAndSinceWhen() {
        var told = add(penicillin());
        assertEquals(AllergyCertainty.ALLERGY_CERTAINTY_UNCONFIRMED, told.getCertainty());
        var tested =
                add(
                        penicillin()
                                .setSubstance("Aspirin")
                                .setAgent("ing:acetylsalicylic acid")
                                .setCertainty(AllergyCertainty.ALLERGY_CERTAINTY_CONFIRMED)
                                .setOnset("1998-07"));
        assertEquals(AllergyCertainty.ALLERGY_CERTAINTY_CONFIRMED, tested.getCertainty());
        assertEquals("1998-07", tested.getOnset());
        assertEquals(
                "onset: date.future",
                Refusals.field(() -> add(penicillin().setAgent("").setOnset("2027"))));
    }

    @Test
    void codesWordsThatSayItWholly() {
        var told = add(penicillin().setSubstance("Bactrim").setAgent(""));
        assertEquals("Bactrim", told.getSubstance());
        assertEquals("ing:sulfamethoxazole+ing:trimethoprim", told.getAgent());
        assertEquals("", add(penicillin().setSubstance("pollen of birch").setAgent("")).getAgent());
        assertEquals(
                "agent: agent.unknown",
                Refusals.field(() -> add(penicillin().setAgent("ing:amoxicillin+ing:nothing"))));
    }

    @Test
    void tellsAnewWhatIsBetterKnown() {
        var before = add(penicillin().setReaction("itching"));
        var amended =
                penicillin()
                        .setReaction("anaphylaxis")
                        .setSeverity(ReactionSeverity.REACTION_SEVERITY_SEVERE)
                        .setAmends(before.getId())
                        .setAmendsVersion(before.getVersion());
        var after = add(amended);
        var all = read().getAllergiesList();
        assertEquals(
                List.of(after.getId(), before.getId()), all.stream().map(Allergy::getId).toList());
        assertEquals("anaphylaxis", all.getFirst().getReaction());
        var former = all.getLast();
        assertEquals("itching", former.getReaction());
        assertEquals(StruckAs.STRUCK_AS_AMENDED, former.getStruckAs());
        assertTrue(former.hasStruckAt());
        assertFalse(former.getStruckBy().isBlank());
        assertEquals(AllergyState.ALLERGY_STATE_RECORDED, read().getAllergyState());
        assertEquals("platform/STALE", Refusals.reason(() -> add(amended)));
    }

    @Test
    void tellsAnewOnlyOfTheSamePerson() {
        var before = add(penicillin());
        server.change(() -> patient = register());
        var other = penicillin().setAmends(before.getId()).build();
        assertEquals(
                "amends: allergy.other_person", Refusals.field(() -> doctor.addAllergy(other)));
        assertEquals(
                "struck_as: unfit",
                Refusals.field(() ->
                        doctor.strikeAllergy(
                                StrikeAllergyRequest.newBuilder()
                                        .setId(before.getId())
                                        .setVersion(before.getVersion())
                                        .setStruckAs(StruckAs.STRUCK_AS_AMENDED)
                                        .build())));
    }

    @Test
    void whoTakesALabelOffSaysWhy() {
        var allergy = add(penicillin());
        var strike =
                StrikeAllergyRequest.newBuilder()
                        .setId(allergy.getId())
                        .setVersion(allergy.getVersion());
        var other = strike.clone().setStruckAs(StruckAs.STRUCK_AS_OTHER).setReason("  ");
        assertEquals("reason: required", Refusals.field(() -> doctor.strikeAllergy(other.build())));
        var tolerated = strike.setStruckAs(StruckAs.STRUCK_AS_TOLERATED).build();
        var struck = doctor.strikeAllergy(tolerated).getAllergy();
        assertEquals(StruckAs.STRUCK_AS_TOLERATED, struck.getStruckAs());
        assertEquals("", struck.getStruckReason());
    }

    @Test
    void recordsACondition() {
        var added = doctor.addCondition(asthma().setOnset("2019-05").build()).getCondition();
        assertEquals("2019-05", added.getOnset());
        assertTrue(added.getActive());
        assertEquals(List.of(added), read().getConditionsList());
    }

    @Test
    void refusesAnOnsetThatIsNoDate() {
        assertEquals(
                "onset: date.none",
                Refusals.field(() -> doctor.addCondition(asthma().setOnset("2019-02-30").build())));
    }

    @Test
    void refusesAnOnsetToCome() {
        assertEquals(
                "onset: date.future",
                Refusals.field(() -> doctor.addCondition(asthma().setOnset("2030").build())));
    }

    @Test
    void refusesAConditionWithoutAName() {
        var request = asthma().setCode(Coding.newBuilder().setCode("195967001")).build();
        assertEquals(
                "code.display: string.min_len", Refusals.field(() -> doctor.addCondition(request)));
    }

    @Test
    void showsTheNewestOfEachKindFirst() {
        server.change(() -> {
            observe("29463-7", "Body weight", "70", 2);
            observe("29463-7", "Body weight", "71", 1);
            observe("8302-2", "Body height", "168", 900);
        });
        var shown = read().getObservationsList();
        assertEquals(
                List.of("71", "168", "70"), shown.stream().map(seen -> seen.getValue()).toList());
    }

    @Test
    void findsTheLatestOfOneKind() {
        server.change(() -> {
            observe("29463-7", "Body weight", "70", 2);
            observe("29463-7", "Body weight", "71", 1);
        });
        var latest = server.inDatabase(() -> records().latest(patient, "29463-7"));
        assertEquals("71", latest.orElseThrow().measured().shown());
    }

    @Test
    void showsAtMostTwoHundredObservations() {
        server.change(() -> {
            for (var day = 0; day < 230; day++) {
                observe("29463-7", "Body weight", "7" + day % 10, day);
            }
        });
        assertEquals(200, read().getObservationsCount());
    }

    @Test
    void aCourseEndsByItself() {
        server.change(() -> {
            take("Amoxicillin 500 mg capsule", TODAY.minusDays(1));
            take("Metformin 500 mg tablet", TODAY);
        });
        var active = read().getMedicationsList().stream().filter(Medication::getActive).toList();
        assertEquals(
                List.of("Metformin 500 mg tablet"),
                active.stream().map(Medication::getText).toList());
    }

    @Test
    void aStoppedMedicationIsKeptAndNotActive() {
        var line = new UUID[1];
        server.change(() -> line[0] = take("Warfarin 5 mg tablet", null));
        server.change(() -> records().stopMedication(line[0], "bleeding", TODAY));
        var shown = read().getMedications(0);
        assertFalse(shown.getActive());
        assertEquals(TODAY.toString(), shown.getUntil());
        assertTrue(server.inDatabase(() -> records().activeMedications(patient, TODAY)).isEmpty());
    }

    @Test
    void everyChangeOfMedicationsRaisesTheirVersion() {
        var line = new UUID[1];
        server.change(() -> line[0] = take("Warfarin 5 mg tablet", null));
        server.change(() -> records().stopMedication(line[0], "bleeding", TODAY));
        assertEquals(2, server.inDatabase(() -> records().medicationsVersion(patient)));
    }

    @Test
    void opensADocument() {
        server.change(() ->
                records()
                        .addDocument(
                                new Document(
                                        Ids.next(server.clock()),
                                        patient,
                                        "Giấy ra viện",
                                        at(1),
                                        "text/plain",
                                        "Khoẻ".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        var listed = read().getDocuments(0);
        var opened =
                doctor.getDocument(GetDocumentRequest.newBuilder().setId(listed.getId()).build());
        assertEquals(listed, opened.getDocument());
        assertEquals("Khoẻ", opened.getContent().toStringUtf8());
    }

    @Test
    void showsEncountersAndImmunizationsNewestFirst() {
        server.change(() -> {
            meet("old", 9);
            meet("new", 1);
            records()
                    .addImmunization(
                            new Immunization(
                                    Ids.next(server.clock()),
                                    patient,
                                    new org.clinicdesk.server.record.Coding(
                                            "http://hl7.org/fhir/sid/cvx", "140", "Influenza"),
                                    at(3)));
        });
        var record = read();
        assertEquals(
                List.of("new", "old"),
                record.getEncountersList().stream().map(e -> e.getType()).toList());
        assertEquals("Influenza", record.getImmunizations(0).getCode().getDisplay());
    }

    @Test
    void aReadIsInTheAuditTrailOfThePerson() {
        read();
        var sql =
                "select count(*) from audit where patient_id = :patient and method like"
                        + " '%GetRecord'";
        var rows =
                server.inDatabase(() ->
                        server.clinic()
                                .platform()
                                .db()
                                .session()
                                .createNativeQuery(sql, Long.class)
                                .setParameter("patient", patient)
                                .getSingleResult());
        assertEquals(1, rows);
    }

    @Test
    void whoIsNotRegisteredHasNoRecord() {
        assertEquals(
                "platform/NOT_FOUND",
                Refusals.reason(() ->
                        doctor.getRecord(
                                GetRecordRequest.newBuilder().setPatientId(NOBODY).build())));
    }

    @Test
    void thereIsNoSuchDocument() {
        assertEquals(
                "platform/NOT_FOUND",
                Refusals.reason(() ->
                        doctor.getDocument(GetDocumentRequest.newBuilder().setId(NOBODY).build())));
    }

    @Test
    void theChartOfSomebodyChangedInTheSameTransactionCanBeLocked() {
        server.change(() -> {
            var patients = server.clinic().features().patient.patients();
            patients.get(patient).visited(TODAY);
            server.clinic().platform().db().session().flush();
            records().chartForUpdate(patient);
        });
        assertTrue(server.inDatabase(() -> records().chart(patient)).isPresent());
    }

    @Test
    void somebodyRegisteredInTheSameTransactionGetsAChart() {
        server.change(() -> {
            patient = register();
            take("Warfarin 5 mg tablet", null);
        });
        assertEquals(1, server.inDatabase(() -> records().medicationsVersion(patient)));
    }

    private UUID register() {
        var person =
                new Person(
                        new PersonName("Lý", "Thị Hồng Nhung", true),
                        new PartialDate("1975"),
                        false,
                        Gender.FEMALE,
                        List.of(),
                        "",
                        "",
                        "vi",
                        "",
                        "");
        return server.clinic().features().patient.patients().register(person).id();
    }

    private Records records() {
        return server.clinic().features().record.records();
    }

    private static Instant at(int daysAgo) {
        return TestServer.MONDAY_MORNING.minus(Duration.ofDays(daysAgo));
    }

    private void observe(String loinc, String display, String value, int daysAgo) {
        var code =
                new org.clinicdesk.server.record.Coding(
                        org.clinicdesk.server.record.Coding.LOINC, loinc, display);
        var measured = new Measured(value, Double.valueOf(value), "kg");
        records()
                .addObservation(
                        new Observation(
                                Ids.next(server.clock()),
                                patient,
                                code,
                                at(daysAgo),
                                measured,
                                true));
    }

    private UUID take(String text, @org.jspecify.annotations.Nullable LocalDate lastDay) {
        var line = Ids.next(server.clock());
        records()
                .addMedication(
                        org.clinicdesk.server.record.Medication.prescribed(
                                Ids.next(server.clock()),
                                patient,
                                new Taken(text, "", List.of(), true),
                                "",
                                TODAY.minusDays(7),
                                lastDay,
                                line));
        return line;
    }

    private void meet(String type, int daysAgo) {
        records()
                .addEncounter(
                        new Encounter(
                                Ids.next(server.clock()),
                                patient,
                                at(daysAgo),
                                null,
                                new Encounter.Circumstances(type, "", "", "")));
    }

    private GetRecordResponse read() {
        return doctor.getRecord(
                GetRecordRequest.newBuilder().setPatientId(patient.toString()).build());
    }

    private Allergy add(AddAllergyRequest.Builder request) {
        return doctor.addAllergy(request.build()).getAllergy();
    }

    private AddAllergyRequest.Builder penicillin() {
        return AddAllergyRequest.newBuilder()
                .setPatientId(patient.toString())
                .setSubstance("dị ứng penicillin từ nhỏ")
                .setAgent("group:penicillins")
                .setType(AllergyType.ALLERGY_TYPE_ALLERGY)
                .setReaction("anaphylaxis")
                .setSeverity(ReactionSeverity.REACTION_SEVERITY_SEVERE);
    }

    private Allergy strike(Allergy allergy) {
        return strikeAs(allergy, StruckAs.STRUCK_AS_ENTERED_IN_ERROR);
    }

    private Allergy strikeAs(Allergy allergy, StruckAs as) {
        return doctor.strikeAllergy(
                        StrikeAllergyRequest.newBuilder()
                                .setId(allergy.getId())
                                .setVersion(allergy.getVersion())
                                .setReason("another patient's")
                                .setStruckAs(as)
                                .build())
                .getAllergy();
    }

    private ConfirmAllergiesResponse confirm(Allergy... seen) {
        return doctor.confirmAllergies(
                ConfirmAllergiesRequest.newBuilder()
                        .setPatientId(patient.toString())
                        .addAllAllergyIds(Arrays.stream(seen).map(Allergy::getId).toList())
                        .build());
    }

    private void askAfter(int months) {
        var office = RecordServiceGrpc.newBlockingStub(server.as("administrator"));
        var rules = office.getRecordRules(GetRecordRulesRequest.getDefaultInstance()).getRules();
        var _ =
                office.setRecordRules(
                        SetRecordRulesRequest.newBuilder()
                                .setRules(rules.toBuilder().setAskAllergiesAfterMonths(months))
                                .build());
    }

    private AddConditionRequest.Builder asthma() {
        return AddConditionRequest.newBuilder()
                .setPatientId(patient.toString())
                .setCode(
                        Coding.newBuilder()
                                .setSystem("http://snomed.info/sct")
                                .setCode("195967001")
                                .setDisplay("Asthma"));
    }
}
