package org.clinicdesk.server.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Descriptors.FieldDescriptor;

import org.clinicdesk.queue.v1.RecallRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.queue.QueueMorning;
import org.clinicdesk.waitingroom.v1.Announcement;
import org.clinicdesk.waitingroom.v1.ListCallsRequest;
import org.clinicdesk.waitingroom.v1.WaitingRoomServiceGrpc;
import org.clinicdesk.waitingroom.v1.WaitingRoomServiceGrpc.WaitingRoomServiceBlockingStub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// The screen on the wall.
@OnServer
class WaitingRoomApiTest {

    private final TestServer server;
    private QueueMorning morning;
    private WaitingRoomServiceBlockingStub screen;

    WaitingRoomApiTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void aNewMorning() {
        morning = new QueueMorning(server);
        screen =
                WaitingRoomServiceGrpc.newBlockingStub(
                        server.withToken(server.freshSignIn("screen").getToken()));
    }

    @Test
    void whoWaitsIsNotShown() {
        morning.arrive("Ánh", 0);
        assertEquals(List.of(), calls());
    }

    @Test
    void theLastCallIsOnTop() {
        morning.arrive("Bích", 0);
        morning.add(morning.walkIn("Chung", "1990"));
        var first =
                morning.okafor
                        .callNext(morning.next().setRoomId(morning.desk.room(1)).build())
                        .getEntry();
        server.clock().move(Duration.ofSeconds(5));
        morning.duc.callNext(morning.next().setRoomId(morning.desk.room(4)).build());
        assertEquals(List.of("A-002 Room 4", "A-001 Room 1"), shown());
        server.clock().move(Duration.ofSeconds(5));
        morning.okafor.recall(
                RecallRequest.newBuilder()
                        .setEntryId(first.getId())
                        .setVersion(first.getVersion())
                        .build());
        assertEquals(List.of("A-001 Room 1", "A-002 Room 4"), shown());
    }

    @Test
    void whoDidNotAnswerDisappears() {
        morning.arrive("Dũng", 0);
        morning.noAnswer(morning.callNext(morning.okafor));
        assertEquals(List.of(), calls());
    }

    @Test
    void theContractHasNoFieldForAPerson() {
        assertEquals(
                List.of("ticket", "room_name", "at"),
                Announcement.getDescriptor().getFields().stream()
                        .map(FieldDescriptor::getName)
                        .toList());
    }

    private List<String> shown() {
        return calls().stream().map(call -> call.getTicket() + " " + call.getRoomName()).toList();
    }

    private List<Announcement> calls() {
        return screen.listCalls(
                        ListCallsRequest.newBuilder().setSiteId(morning.desk.site()).build())
                .getCallsList();
    }
}
