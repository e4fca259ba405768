package org.clinicdesk.client.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.queue.v1.QueuePriority;
import org.clinicdesk.queue.v1.QueueState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The waiting room of a real server.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class QueueModelTest {

    private SampleServer server;
    private Desk desk;
    private QueueModel model;

    @BeforeEach
    void sitDown() {
        server = SampleServer.start();
        desk = server.deskOf("okafor");
        model = new QueueModel(desk);
        model.read();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDoctorSeesHisOwnFirst() {
        var me = desk.session().desk().getStaffId();
        assertFalse(model.entries().isEmpty());
        assertTrue(model.entries().stream().allMatch(entry -> entry.getPractitionerId().equals(me)));
    }

    @Test
    void everybodyIsMore() {
        var mine = model.entries().size();
        model.whose().set(QueueModel.Whose.ALL);
        assertTrue(model.entries().size() > mine);
    }

    @Test
    void theReceptionSeesEverybodyAndCallsNobody() {
        var reception = new QueueModel(server.deskOf("linh"));
        assertEquals(QueueModel.Whose.ALL, reception.whose().get());
        assertFalse(reception.mayCall());
    }

    @Test
    void callingOpensTheVisitOfTheFirst() {
        var first = model.entries().getFirst();
        model.callNext();
        assertEquals("visit", desk.navigator().place().orElseThrow().feature());
        assertEquals(first.getPerson(), desk.patient().get());
    }

    @Test
    void aCallCanBeTakenBack() {
        desk.navigator().go(Place.of("queue"));
        model.callNext();
        desk.notices().shown().getLast().undo().orElseThrow().run();
        assertEquals(Place.of("queue"), desk.navigator().place().orElseThrow());
        assertEquals(QueueState.QUEUE_STATE_WAITING, model.entries().getFirst().getState());
    }

    @Test
    void whoeverHasAVisitOpenIsBroughtToIt() {
        model.callNext();
        var visit = desk.navigator().place();
        desk.navigator().go(Place.of("queue"));
        model.callNext();
        assertEquals(visit, desk.navigator().place());
    }

    @Test
    void anEmergencyGoesFirst() {
        var last = model.entries().getLast();
        model.prioritise(last, QueuePriority.QUEUE_PRIORITY_EMERGENCY);
        assertEquals(last.getId(), model.entries().getFirst().getId());
    }

    @Test
    void aPriorityChangedMeanwhileIsReadAgain() {
        var stale = model.entries().getFirst();
        model.prioritise(stale, QueuePriority.QUEUE_PRIORITY_URGENT);
        model.prioritise(stale, QueuePriority.QUEUE_PRIORITY_NORMAL);
        assertEquals(QueuePriority.QUEUE_PRIORITY_URGENT, model.entries().getFirst().getPriority());
    }
}
