package org.clinicdesk.client.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.queue.v1.CallNextRequest;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.waitingroom.v1.Announcement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The screen on the wall, with the account of the machine. In the sample clinic somebody is in a room.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WaitingRoomModelTest {

    private final AtomicInteger rung = new AtomicInteger();
    private SampleServer server;
    private Desk screen;
    private WaitingRoomModel model;

    @BeforeEach
    void hang() {
        server = SampleServer.start();
        screen = server.deskOf("screen");
        model = new WaitingRoomModel(screen, rung::incrementAndGet);
        model.read();
    }

    @AfterEach
    void takeDown() {
        server.close();
    }

    @Test
    void showsWhoIsCalledWithoutASoundAtTheStart() {
        assertFalse(model.calls().isEmpty());
        assertEquals(0, rung.get());
        assertFalse(model.fresh().get());
    }

    @Test
    void ringsAtANewCallAndShowsItFirst() {
        var before = model.calls().stream().map(Announcement::getTicket).toList();
        var doctor = server.deskOf("okafor");
        var queue = QueueServiceGrpc.newBlockingV2Stub(doctor.channel());
        var site = doctor.session().desk().getSites(0);
        var wish =
                CallNextRequest.newBuilder()
                        .setSiteId(site.getId())
                        .setRoomId(site.getRooms(1).getId())
                        .build();
        var called = ask(doctor, () -> queue.callNext(wish)).getEntry();
        model.read();
        assertEquals(1, rung.get());
        assertTrue(model.fresh().get());
        assertEquals(called.getTicket(), model.calls().getFirst().getTicket());
        assertEquals("Room 2", model.calls().getFirst().getRoomName());
        assertEquals(before, model.calls().stream().skip(1).map(Announcement::getTicket).toList());
        model.read();
        assertEquals(1, rung.get());
    }

    @Test
    void aMachineOnTheWallMayDoNothingElse() {
        assertFalse(screen.may(QueueServiceGrpc.getListQueueMethod()));
        assertTrue(screen.has("waitingroom"));
        assertEquals(
                1,
                screen.features().stream()
                        .filter(feature -> feature.inRail() && screen.may(feature.needs()))
                        .count());
    }

    @Test
    void theChimeBeginsAndEndsInSilence() {
        var samples = Chime.samples();
        assertEquals(0, samples[0]);
        assertEquals(0, samples[1]);
        assertTrue(samples.length > 44_100);
    }

    private static <T> T ask(Desk desk, Calls.Work<T> work) {
        var answer = new CompletableFuture<T>();
        desk.calls()
                .call(work)
                .refused(problem -> answer.completeExceptionally(new AssertionError(problem)))
                .then(answer::complete);
        return answer.join();
    }
}
