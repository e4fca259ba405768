package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.queue.v1.AddWalkInRequest;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// What is said of a visit while it is carried over the board and when it was put down, on a day with three visits.
class InTheHandTest {

    private static final int AT = 10 * 60;
    private static SampleServer server;
    private static int weeks;

    private Board board;
    private int days;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        board = Board.of(server.deskOf("linh"));
        days = 7 * (2 + weeks++);
        board.day().go(days);
        book(0, AT, "grace kim");
        book(1, AT, "oliver grant");
        book(2, AT + 60, "oliver grant");
    }

    private void book(int column, int minute, String person) {
        board.day().place(column, minute);
        var booking = board.booking(() -> {}).orElseThrow();
        booking.whom().query().set(person);
        booking.whom().chooseHighlighted();
        booking.book();
    }

    private Visit at(int column, int minute) {
        return found(column, minute).orElseThrow();
    }

    private Optional<Visit> found(int column, int minute) {
        return board.day().day().get().at(column, minute);
    }

    /// Takes the visit of Oliver Grant at ten to another time.
    private Obstacle over(int column, int minute) {
        if (!board.moves().on()) {
            board.moves().begin(at(1, AT));
        }
        board.moves().to(column, minute);
        return board.moves().obstacle(board.moves().ghost().get().orElseThrow());
    }

    private String told() {
        return board.desk().notices().shown().getLast().text();
    }

    @Test
    void saysWhatIsInTheWay() {
        assertEquals(Way.FREE, over(3, AT).way());
        assertEquals(Way.BREAK, over(1, 12 * 60).way());
        assertEquals(Way.CLOSED, over(1, board.day().day().get().bounds().from()).way());
        assertEquals(new Obstacle(Way.TAKEN, "Grace Kim · 10:00 – 10:30"), over(0, AT + 15));
        var elsewhere = over(3, AT + 60);
        assertEquals(Way.PERSON, elsewhere.way());
        assertTrue(elsewhere.detail().contains("11:00 – 11:30"), elsewhere.detail());
        assertTrue(
                elsewhere.detail().contains(board.day().day().get().columns().get(2).name()),
                elsewhere.detail());
    }

    @Test
    void saysThatATimeHasGoneBy() {
        board.day().today();
        var visit =
                board.day().day().get().visits().stream()
                        .filter(board.actions().rights()::canMove)
                        .findFirst()
                        .orElseThrow();
        board.moves().begin(visit);
        board.moves().to(visit.column(), 8 * 60);
        assertEquals(
                Way.PAST, board.moves().obstacle(board.moves().ghost().get().orElseThrow()).way());
    }

    @Test
    void saysWhoKeepsTheTime() {
        var other = Board.of(server.deskOf("linh"));
        other.day().go(days);
        other.day().place(3, AT);
        var form = other.booking(() -> {}).orElseThrow();
        board.day().read();
        var held = over(3, AT);
        form.close();
        assertEquals(Way.HELD, held.way());
        assertTrue(held.detail().contains("Linh Mai"), held.detail());
    }

    @Test
    void aChangedLengthIsToldAsSuchAndTakenBack() {
        board.moves().begin(at(0, AT));
        board.moves().stretch(-1);
        board.moves().drop();
        assertEquals("Grace Kim at 10:00: 15 min long now", told());
        board.actions().undos().undo();
        assertEquals(30, at(0, AT).time().length());
        assertEquals("Grace Kim at 10:00: 30 min long now", told());
    }

    @Test
    void anotherDayIsSaidWithItsTime() {
        board.moves().begin(at(0, AT));
        board.day().go(1);
        board.moves().drop();
        assertTrue(told().contains("Tue"), told());
        board.actions().undos().undo();
    }

    @Test
    void whoTurnsBackToADayFindsTheVisitThereChosen() {
        board.day().place(0, AT);
        board.day().go(1);
        board.day().go(-1);
        assertEquals(Optional.of("Grace Kim"), board.day().selected().map(Visit::person));
    }

    @Test
    void theWaitingRoomIsOfNowOnEveryDay() {
        var waiting = board.waiting().waiting().get();
        assertTrue(!waiting.isEmpty());
        board.day().today();
        assertEquals(
                waiting.stream().map(Waiter::id).toList(),
                board.waiting().waiting().get().stream().map(Waiter::id).toList());
        board.day().go(3);
        board.waiting().choose(waiting.getFirst());
        assertEquals(
                List.of(waiting.getFirst().id()),
                board.day().selected().stream().map(Visit::id).toList());
    }

    @Test
    void whoCameWithoutAnAppointmentWaitsThereToo() {
        var desk = board.desk();
        var before = board.waiting().waiting().get().size();
        var someone =
                board.day().day().get().visits().stream()
                        .map(Visit::appointment)
                        .filter(visit -> visit.getPerson().getName().equals("Grace Kim"))
                        .findFirst()
                        .orElseThrow()
                        .getPerson();
        var request =
                AddWalkInRequest.newBuilder()
                        .setSiteId(desk.site().getId())
                        .setPatientId(someone.getPatientId())
                        .setServiceId(desk.session().desk().getServices(0).getId())
                        .build();
        var queue = QueueServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls().call(() -> queue.addWalkIn(request)).then(answer -> {});
        board.day().read();
        var waiting = board.waiting().waiting().get();
        assertEquals(before + 1, waiting.size());
        var last = waiting.getLast();
        assertEquals("Grace Kim", last.person());
        assertTrue(last.visit().isEmpty());
        board.waiting().choose(last);
        assertEquals("queue", desk.navigator().place().orElseThrow().feature());
    }
}
