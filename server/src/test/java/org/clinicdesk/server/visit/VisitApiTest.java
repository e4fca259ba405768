package org.clinicdesk.server.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.UndoCallRequest;
import org.clinicdesk.record.v1.Coding;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.patient.Gender;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.patient.Person;
import org.clinicdesk.server.patient.PersonName;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.queue.Arrival;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.queue.QueueEntry;
import org.clinicdesk.server.queue.StayState;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.visit.v1.FinishVisitRequest;
import org.clinicdesk.visit.v1.GetVisitRequest;
import org.clinicdesk.visit.v1.Notes;
import org.clinicdesk.visit.v1.SaveVisitRequest;
import org.clinicdesk.visit.v1.SaveVitalsRequest;
import org.clinicdesk.visit.v1.SearchDiagnosesRequest;
import org.clinicdesk.visit.v1.Visit;
import org.clinicdesk.visit.v1.VisitServiceGrpc;
import org.clinicdesk.visit.v1.VisitServiceGrpc.VisitServiceBlockingStub;
import org.clinicdesk.visit.v1.Vitals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@OnServer
class VisitApiTest {

    private static final Coding TONSILLITIS =
            Coding.newBuilder()
                    .setSystem("http://hl7.org/fhir/sid/icd-10")
                    .setCode("J03.9")
                    .setDisplay("Viêm amiđan cấp")
                    .build();
    private static final Notes NOTES =
            Notes.newBuilder()
                    .setReason("Đau họng ba ngày")
                    .setFindings("Amiđan sưng đỏ, sốt 38,5")
                    .addDiagnoses(TONSILLITIS)
                    .setPlan("Amoxicillin, tái khám sau 7 ngày")
                    .build();

    private final TestServer server;
    private final VisitServiceBlockingStub doctor;
    private final VisitServiceBlockingStub head;
    private final VisitServiceBlockingStub nurse;
    private UUID patient = new UUID(0, 0);
    private Visit visit = Visit.getDefaultInstance();
    private @Nullable QueueEntry entry;

    VisitApiTest(TestServer server) {
        this.server = server;
        this.doctor = stub("doctor");
        this.head = stub("head-doctor");
        this.nurse = stub("nurse");
    }

    private VisitServiceBlockingStub stub(String role) {
        return VisitServiceGrpc.newBlockingStub(server.as(role));
    }

    @BeforeEach
    void callSomebodyIn() {
        server.change(() -> patient = register());
        visit = callIn("okafor");
    }

    /// The person arrives and is called, after whoever was in the room has left it.
    private Visit callIn(String login) {
        var called = new QueueEntry[1];
        server.change(() -> {
            var now = server.clock().instant();
            queue().inRoomWith(staff(login))
                    .ifPresent(other -> queue().finish(other.visitId().orElseThrow(), now));
            var arrival =
                    new Arrival(
                            site(),
                            patient,
                            null,
                            service(),
                            staff(login),
                            null,
                            "Sore throat",
                            now);
            called[0] = queue().call(queue().join(arrival).id(), site(), staff(login), now);
        });
        entry = called[0];
        return get(called[0].visitId().orElseThrow().toString());
    }

    private QueueEntries queue() {
        return server.clinic().features().queue.entries();
    }

    private UUID register() {
        return server.clinic()
                .features()
                .patient
                .patients()
                .register(
                        new Person(
                                new PersonName("Ibáñez", "Begoña", false),
                                new PartialDate("1970"),
                                false,
                                Gender.FEMALE,
                                List.of(),
                                "",
                                "",
                                "es",
                                "",
                                ""))
                .id();
    }

    private UUID staff(String login) {
        return server.clinic().features().staff.staff().byLogin(login).orElseThrow().id();
    }

    private UUID service() {
        return server.clinic().features().site.sites().services().getFirst().id();
    }

    private UUID site() {
        return server.clinic().features().site.sites().sites().getFirst().id();
    }

    private Visits visits() {
        return server.clinic().features().visit.visits();
    }

    private Records records() {
        return server.clinic().features().record.records();
    }

    @Test
    void aVisitBeginsWithWhatTheDeskNoted() {
        assertEquals("Sore throat", visit.getNotes().getReason());
        assertEquals("Begoña Ibáñez", visit.getPerson().getName());
        assertEquals("Dr. Amara Okafor", visit.getPractitionerName());
        assertFalse(visit.getFinished() || visit.hasEnd());
    }

    @Test
    void keepsADraft() {
        var saved = save(doctor, visit, NOTES);
        assertEquals(NOTES, saved.getNotes());
        assertEquals(saved, get(visit.getId()));
        assertTrue(saved.getVersion() > visit.getVersion());
    }

    @Test
    void aChangeOfTheDiagnosesAloneIsAChange() {
        var saved = save(doctor, visit, NOTES);
        var again = save(doctor, saved, NOTES.toBuilder().clearDiagnoses().build());
        assertTrue(again.getVersion() > saved.getVersion());
        assertEquals(List.of(), get(visit.getId()).getNotes().getDiagnosesList());
    }

    @Test
    void refusesADraftOverWhatSomebodyElseWrote() {
        save(doctor, visit, NOTES);
        assertEquals("platform/STALE", Refusals.reason(() -> save(doctor, visit, NOTES)));
    }

    @Test
    void refusesToWriteInTheVisitOfAnother() {
        server.change(() -> patient = register());
        var other = callIn("duc");
        assertEquals("visit/NOT_YOURS", Refusals.reason(() -> save(doctor, other, NOTES)));
        assertEquals("visit/NOT_YOURS", Refusals.reason(() -> finish(doctor, other)));
    }

    @Test
    void aHeadDoctorFinishesForAnother() {
        var finished = finish(head, save(head, visit, NOTES));
        assertTrue(finished.getFinished());
        assertEquals(
                Optional.of(server.inDatabase(() -> staff("duc"))),
                server.inDatabase(() -> visits().get(Ids.of(visit.getId())).finishedBy()));
    }

    @Test
    void refusesADiagnosisWithoutAName() {
        var notes = NOTES.toBuilder().addDiagnoses(Coding.newBuilder().setCode("J00")).build();
        assertEquals(
                "notes.diagnoses[1].display: string.min_len",
                Refusals.field(() -> save(doctor, visit, notes)));
    }

    @Test
    void keepsVitalSignsAndEntersThemIntoTheRecord() {
        var vitals =
                Vitals.newBuilder()
                        .setSystolic(128)
                        .setDiastolic(82)
                        .setPulse(76)
                        .setTemperature(38.5)
                        .setRespiration(16)
                        .setOxygenSaturation(97)
                        .setWeight(61.2)
                        .setHeight(158)
                        .build();
        assertEquals(vitals, measure(visit, vitals).getVitals());
        assertEquals(
                "29463-7=61.2 kg, 59408-5=97 %, 8302-2=158 cm, 8310-5=38.5 Cel, 8462-4=82 mm[Hg], "
                        + "8480-6=128 mm[Hg], 8867-4=76 /min, 9279-1=16 /min",
                observations());
    }

    @Test
    void entersOnlyWhatIsNew() {
        var measured = measure(visit, Vitals.newBuilder().setPulse(80).build());
        server.clock().move(Duration.ofMinutes(1));
        measure(measured, Vitals.newBuilder().setPulse(80).setWeight(70).build());
        assertEquals("29463-7=70 kg, 8867-4=80 /min", observations());
    }

    @Test
    void aCorrectedValueIsTheNewest() {
        var measured = measure(visit, Vitals.newBuilder().setWeight(45).build());
        server.clock().move(Duration.ofMinutes(1));
        measure(measured, Vitals.newBuilder().setWeight(40.5).build());
        assertEquals(
                "40.5",
                server.inDatabase(() ->
                        records().latest(patient, "29463-7").orElseThrow().measured().shown()));
    }

    @Test
    void asksForAWeightThatHardlyAnybodyOfTheAgeHas() {
        var slip = Vitals.newBuilder().setWeight(405).setPulse(80).build();
        assertEquals("visit/WEIGHT_UNLIKELY", Refusals.reason(() -> measure(visit, slip)));
        assertEquals("", observations());
        var confirmed =
                nurse.saveVitals(
                                SaveVitalsRequest.newBuilder()
                                        .setId(visit.getId())
                                        .setVersion(visit.getVersion())
                                        .setVitals(slip)
                                        .setWeightConfirmed(true)
                                        .build())
                        .getVisit();
        var more = slip.toBuilder().setTemperature(37).build();
        assertEquals(more, measure(confirmed, more).getVitals(), "asked once");
    }

    private String observations() {
        return server.inDatabase(() -> records().observations(patient, 50)).stream()
                .map(seen ->
                        seen.code().code()
                                + "="
                                + seen.measured().shown()
                                + " "
                                + seen.measured().unit())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Test
    void finishingEntersTheRecord() {
        var finished = finish(doctor, save(doctor, visit, NOTES));
        assertTrue(finished.getFinished() && finished.hasEnd());
        var encounter = server.inDatabase(() -> records().encounters(patient, 10)).getFirst();
        assertEquals(Optional.of(Ids.of(visit.getId())), encounter.visitId());
        assertEquals("Dr. Amara Okafor", encounter.circumstances().practitioner());
        assertEquals("Đau họng ba ngày", encounter.circumstances().reason());
        assertEquals(List.of("J03.9"), conditions());
        assertEquals(
                Optional.of(LocalDate.parse("2026-11-23")),
                server.inDatabase(() ->
                        server.clinic().features().patient.patients().get(patient).lastVisit()));
    }

    @Test
    void aConditionTheRecordHasIsNotEnteredAgain() {
        finish(doctor, save(doctor, visit, NOTES));
        visit = callIn("okafor");
        finish(doctor, save(doctor, visit, NOTES));
        assertEquals(List.of("J03.9"), conditions());
    }

    private List<String> conditions() {
        return server.inDatabase(() -> records().conditions(patient, 10)).stream()
                .map(condition -> condition.code().code())
                .toList();
    }

    @Test
    void aLongReasonIsKeptWhole() {
        var reason = "Đau 👩‍⚕️ ".repeat(150);
        finish(doctor, save(doctor, visit, NOTES.toBuilder().setReason(reason).build()));
        assertEquals(reason, get(visit.getId()).getNotes().getReason());
        assertTrue(
                server.inDatabase(() -> records().encounters(patient, 10))
                        .getFirst()
                        .circumstances()
                        .reason()
                        .endsWith("…"));
    }

    @Test
    void refusesToFinishWithoutAnAssessment() {
        var saved =
                save(doctor, visit, Notes.newBuilder().setReason("Cough").setPlan("  ").build());
        assertEquals("visit/NO_ASSESSMENT", Refusals.reason(() -> finish(doctor, saved)));
    }

    @Test
    void aPlanIsAnAssessment() {
        assertTrue(
                finish(doctor, save(doctor, visit, Notes.newBuilder().setPlan("Rest").build()))
                        .getFinished());
    }

    @Test
    void whatIsFinishedStands() {
        var finished = finish(doctor, save(doctor, visit, NOTES));
        assertEquals("visit/FINISHED", Refusals.reason(() -> save(doctor, finished, NOTES)));
        assertEquals("visit/FINISHED", Refusals.reason(() -> finish(doctor, finished)));
        assertEquals(
                "visit/FINISHED",
                Refusals.reason(() -> measure(finished, Vitals.newBuilder().setPulse(60).build())));
    }

    @Test
    void finishingEndsTheStay() {
        finish(doctor, save(doctor, visit, NOTES));
        assertEquals(
                StayState.DONE,
                server.inDatabase(
                        () -> queue().byVisit(Ids.of(visit.getId())).orElseThrow().state()));
    }

    @Test
    void aRefusalLeavesThePersonInTheRoom() {
        assertEquals("visit/NO_ASSESSMENT", Refusals.reason(() -> finish(doctor, visit)));
        assertEquals(
                StayState.IN_ROOM,
                server.inDatabase(
                        () -> queue().byVisit(Ids.of(visit.getId())).orElseThrow().state()));
    }

    @Test
    void aCallTakenBackWithdrawsAnUntouchedVisit() {
        undoCall();
        assertEquals("platform/NOT_FOUND", Refusals.reason(() -> get(visit.getId())));
    }

    @Test
    void refusesToTakeACallBackOnceSomethingIsWritten() {
        measure(visit, Vitals.newBuilder().setPulse(60).build());
        assertEquals("queue/VISIT_WRITTEN", Refusals.reason(this::undoCall));
        assertEquals(60, get(visit.getId()).getVitals().getPulse());
    }

    private void undoCall() {
        QueueServiceGrpc.newBlockingStub(server.as("doctor"))
                .undoCall(
                        UndoCallRequest.newBuilder()
                                .setEntryId(entry.id().toString())
                                .setVersion(entry.version())
                                .build());
    }

    @Test
    void findsDiagnosesWhileTyping() {
        var found =
                doctor.searchDiagnoses(
                        SearchDiagnosesRequest.newBuilder().setText("viem amidan").build());
        assertEquals("J03.9", found.getDiagnoses(0).getCode());
    }

    private Visit get(String id) {
        return doctor.getVisit(GetVisitRequest.newBuilder().setId(id).build()).getVisit();
    }

    private static Visit save(VisitServiceBlockingStub as, Visit visit, Notes notes) {
        return as.saveVisit(
                        SaveVisitRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setNotes(notes)
                                .build())
                .getVisit();
    }

    private Visit measure(Visit visit, Vitals vitals) {
        return nurse.saveVitals(
                        SaveVitalsRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setVitals(vitals)
                                .build())
                .getVisit();
    }

    private static Visit finish(VisitServiceBlockingStub as, Visit visit) {
        return as.finishVisit(
                        FinishVisitRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build())
                .getVisit();
    }
}
