package org.clinicdesk.client.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.queue.v1.CallNextRequest;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.visit.v1.GetVisitRequest;
import org.clinicdesk.visit.v1.Visit;
import org.clinicdesk.visit.v1.VisitServiceGrpc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.TimeUnit;

/// A visit at a real server. Everything runs in place, so each key is kept at once.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class VisitModelTest {

    private SampleServer server;
    private Desk doctor;
    private String id;
    private VisitModel model;

    @BeforeEach
    void call() {
        server = SampleServer.start();
        doctor = server.deskOf("okafor");
        var queue = QueueServiceGrpc.newBlockingV2Stub(doctor.channel());
        var next =
                CallNextRequest.newBuilder()
                        .setSiteId(doctor.session().desk().getSites(0).getId())
                        .build();
        doctor.calls()
                .call(() -> queue.callNext(next))
                .then(answer -> id = answer.getEntry().getVisitId());
        model = open(doctor);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private VisitModel open(Desk desk) {
        var opened = new VisitModel(desk, id);
        opened.read();
        return opened;
    }

    private Visit kept() throws Exception {
        return VisitServiceGrpc.newBlockingV2Stub(doctor.channel())
                .getVisit(GetVisitRequest.newBuilder().setId(id).build())
                .getVisit();
    }

    @Test
    void keepsWhatIsTyped() throws Exception {
        model.writing().notes().text("findings").set("Họng đỏ, amiđan sưng");
        assertEquals("Họng đỏ, amiđan sưng", kept().getNotes().getFindings());
        assertEquals(Keeping.State.KEPT, model.keeping().state().get());
    }

    @Test
    void keepsVitalSigns() throws Exception {
        model.writing().vitals().text(Sign.TEMPERATURE).set("37,8");
        assertEquals(37.8, kept().getVitals().getTemperature());
    }

    @Test
    void aFigureTypedHalfIsNotKept() throws Exception {
        model.writing().vitals().text(Sign.PULSE).set("1");
        assertEquals(0, kept().getVitals().getPulse());
        assertEquals(Keeping.State.VITALS_WRONG, model.keeping().state().get());
    }

    @Test
    void aWeightThatHardlyAnybodyHasIsKeptOnlyWhenItIsRight() throws Exception {
        model.writing().vitals().text(Sign.WEIGHT).set("405");
        assertEquals(0, kept().getVitals().getWeight());
        assertEquals(Keeping.State.WEIGHT_UNLIKELY, model.keeping().state().get());
        model.keeping().weightIsRight();
        assertEquals(405, kept().getVitals().getWeight());
        assertEquals(Keeping.State.KEPT, model.keeping().state().get());
    }

    @Test
    void aDiagnosisIsFoundByItsCode() throws Exception {
        model.diagnosis().query().set("I10");
        model.diagnosis().takeHighlighted();
        assertEquals("I10", kept().getNotes().getDiagnoses(0).getCode());
    }

    @Test
    void wordsThatAreNoDiagnosisAreTakenWithoutACode() throws Exception {
        model.diagnosis().query().set("Zyxwv");
        model.diagnosis().takeHighlighted();
        assertEquals("", kept().getNotes().getDiagnoses(0).getCode());
    }

    @Test
    void whatBothWroteIsThere() throws Exception {
        var nurse = open(server.deskOf("okafor"));
        nurse.writing().vitals().text(Sign.PULSE).set("88");
        model.writing().notes().text("plan").set("Rest");
        assertEquals(88, kept().getVitals().getPulse());
        assertEquals("Rest", kept().getNotes().getPlan());
    }

    @Test
    void aClashIsKeptByNobodyUntilItIsDecided() throws Exception {
        var other = open(server.deskOf("okafor"));
        other.writing().notes().text("plan").set("X-ray");
        model.writing().notes().text("plan").set("Rest");
        assertEquals("X-ray", kept().getNotes().getPlan());
        assertEquals(Keeping.State.CLASH, model.keeping().state().get());
        model.finish();
        assertFalse(kept().getFinished());
        model.writing().keepMine(model.writing().clashes().getFirst());
        assertEquals("Rest", kept().getNotes().getPlan());
    }

    @Test
    void withoutAnAssessmentThePlanIsAskedFor() throws Exception {
        model.finish();
        assertTrue(model.writing().notes().errors().containsKey("plan"));
        assertFalse(kept().getFinished());
    }

    @Test
    void aDiagnosisTypedButNotTakenHoldsTheEndBack() throws Exception {
        model.writing().notes().text("plan").set("Rest");
        model.diagnosis().query().set("I10");
        model.finish();
        assertFalse(kept().getFinished());
        assertEquals(Keeping.State.DIAGNOSIS_OPEN, model.keeping().state().get());
    }

    @Test
    void aSignThatCannotBeRightHoldsTheEndBack() throws Exception {
        model.writing().notes().text("plan").set("Rest");
        model.writing().vitals().text(Sign.PULSE).set("7x");
        model.finish();
        assertFalse(kept().getFinished());
    }

    @Test
    void theEndLeadsBackToTheWaitingRoom() throws Exception {
        doctor.navigator().go(Place.of("visit", "write").with("id", id));
        model.writing().notes().text("plan").set("Rest");
        model.finish();
        assertTrue(kept().getFinished());
        assertEquals(Place.of("queue"), doctor.navigator().place().orElseThrow());
    }

    @Test
    void wordsTypedAfterAColleagueFinishedStayOnTheScreen() throws Exception {
        var other = open(server.deskOf("okafor"));
        other.writing().notes().text("plan").set("Rest");
        other.finish();
        model.writing().notes().text("findings").set("Clear lungs");
        assertEquals("Clear lungs", model.writing().notes().text("findings").get());
        assertEquals(Keeping.State.NOT_KEPT, model.keeping().state().get());
        assertFalse(model.mayWrite());
    }

    @Test
    void aColleagueReadsOnly() {
        assertFalse(open(server.deskOf("whitlow")).mayWrite());
    }
}
