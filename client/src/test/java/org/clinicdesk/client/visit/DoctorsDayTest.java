package org.clinicdesk.client.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.visit.v1.GetVisitRequest;
import org.clinicdesk.visit.v1.Visit;
import org.clinicdesk.visit.v1.VisitServiceGrpc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.TimeUnit;

/// A doctor sees somebody, by the keyboard alone.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DoctorsDayTest {

    private SampleServer server;
    private Desk desk;
    private Scene scene;

    @BeforeEach
    void sitDown() {
        server = SampleServer.start();
        Ui.start();
        desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "okafor");
        scene = Ui.show(desk, 1440, 900);
        Ui.run(() -> desk.navigator().go(Place.of("queue")));
    }

    @AfterEach
    void stop() {
        Ui.close(desk, scene);
        server.close();
        Ui.verify();
    }

    private String visitId() {
        return desk.navigator().place().map(place -> place.get("id")).orElse("");
    }

    private Visit kept(String id) throws Exception {
        return VisitServiceGrpc.newBlockingV2Stub(desk.channel())
                .getVisit(GetVisitRequest.newBuilder().setId(id).build())
                .getVisit();
    }

    @Test
    void fromCallNextToTheEndOfTheVisit() throws Exception {
        Ui.find(scene, "queue-list.call-next");
        Ui.key(scene, KeyCode.F9, false);
        Ui.find(scene, "visit-form.reason");
        Ui.type(scene, "visit-form.findings", "Huyết áp cao, tim đều");
        Ui.key(scene, KeyCode.TAB, false);
        assertEquals("visit-write.systolic", Ui.on(() -> scene.getFocusOwner().getId()));
        Ui.type(scene, "visit-write.systolic", "150");
        Ui.type(scene, "visit-write.diastolic", "95");
        Ui.type(scene, "visit-write.diagnosis", "I10");
        Ui.find(scene, "visit-write.found-I10");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "visit-write.remove-I10");
        var id = visitId();
        Ui.key(scene, KeyCode.ENTER, true);
        Ui.find(scene, "queue-list.entries");
        var visit = kept(id);
        assertTrue(visit.getFinished());
        assertEquals("Huyết áp cao, tim đều", visit.getNotes().getFindings());
        assertEquals("I10", visit.getNotes().getDiagnoses(0).getCode());
        assertEquals(150, visit.getVitals().getSystolic());
    }

    @Test
    void theNextIsCalledFromEveryScreen() {
        Ui.run(() -> desk.navigator().go(Place.of("appointment")));
        Ui.find(scene, "appointment-day.grid");
        Ui.key(scene, KeyCode.F9, false);
        Ui.find(scene, "visit-form.reason");
        Ui.key(scene, KeyCode.F9, false);
        Ui.await(
                "said that somebody is called",
                () -> desk.notices().shown().getLast().offer().isPresent(),
                offered -> offered);
        assertEquals("visit", desk.navigator().place().orElseThrow().feature());
    }

    @Test
    void whoDoesNotComeIsCalledAgainFromTheNotes() {
        Ui.find(scene, "queue-list.call-next");
        Ui.key(scene, KeyCode.F9, false);
        var reason = (TextInputControl) Ui.find(scene, "visit-form.reason");
        assertEquals(
                reason.getText().length(),
                Ui.await("the caret", reason::getCaretPosition, at -> at > 0));
        Ui.find(scene, "queue-called.transfer");
        Ui.press(scene, "queue-called.recall");
        var said = desk.texts().get("queue.recalled", "");
        Ui.await(
                "called again",
                () -> desk.notices().shown().getLast().text(),
                text -> text.endsWith(said));
    }

    @Test
    void whoDoesNotAnswerLetsTheNextPass() {
        Ui.find(scene, "queue-list.call-next");
        Ui.key(scene, KeyCode.F9, false);
        Ui.press(scene, "queue-called.no-answer");
        Ui.find(scene, "queue-list.entries");
    }

    @Test
    void aCallIsTakenBackUntilSomethingIsWritten() throws Exception {
        Ui.find(scene, "queue-list.call-next");
        Ui.key(scene, KeyCode.F9, false);
        Ui.find(scene, "queue-called.send-back");
        assertFalse(kept(visitId()).getWritten());
        Ui.type(scene, "visit-form.findings", "Tim đều");
        Ui.await("gone", () -> Ui.lookup(scene, "queue-called.send-back") == null, so -> so);
        Ui.await("written", () -> kept(visitId()).getWritten(), written -> written);
        assertNull(Ui.lookup(scene, "queue-called.send-back"));
    }

    @Test
    void whatIsTypedIsKeptWithoutAnyKey() throws Exception {
        Ui.find(scene, "queue-list.call-next");
        Ui.key(scene, KeyCode.F9, false);
        Ui.type(scene, "visit-form.plan", "Uống nhiều nước");
        Ui.await(
                "the words on the server",
                () -> kept(visitId()).getNotes().getPlan(),
                "Uống nhiều nước"::equals);
    }

    @Test
    void withoutAnAssessmentThePlanSaysSo() {
        Ui.find(scene, "queue-list.call-next");
        Ui.key(scene, KeyCode.F9, false);
        Ui.press(scene, "visit-write.finish");
        Ui.find(scene, "visit-form.plan.error");
    }
}
