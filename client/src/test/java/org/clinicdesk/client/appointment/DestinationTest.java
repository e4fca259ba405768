package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Coming to the board for a certain visit, and taking back what was done there.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DestinationTest {

    private static SampleServer server;

    private Desk desk;
    private Board board;

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
        desk = server.deskOf("linh");
        board = Board.of(desk);
    }

    private static Visit tomorrow(Desk desk) {
        var board = Board.of(desk);
        board.day().go(1);
        return board.day().day().get().visits().stream()
                .filter(Visit::expected)
                .findFirst()
                .orElseThrow();
    }

    private Destination to(Visit visit, boolean move) {
        return new Destination(
                visit.id(),
                visit.appointment().getSiteId(),
                visit.appointment().getPractitionerId(),
                Times.date(desk, visit.appointment()),
                visit.time().from(),
                move);
    }

    @Test
    void theVisitIsChosenOnItsDay() {
        var visit = tomorrow(server.deskOf("linh"));
        to(visit, false).go(board);
        assertEquals(Optional.of(visit.id()), board.day().selected().map(Visit::id));
        assertFalse(board.moves().on());
        board.day().today();
        to(visit, false).go(board);
        assertEquals(Optional.of(visit.id()), board.day().selected().map(Visit::id));
    }

    @Test
    void aVisitToBeMovedIsInTheHand() {
        var visit = tomorrow(server.deskOf("linh"));
        to(visit, true).go(board);
        assertTrue(board.moves().on());
        assertEquals(visit.id(), board.moves().ghost().get().orElseThrow().visit().id());
    }

    private Visit inTheAfternoon() {
        return board.day().day().get().visits().stream()
                .filter(visit -> visit.expected() && visit.time().from() >= 14 * 60)
                .findFirst()
                .orElseThrow();
    }

    private Visit again(Visit visit) {
        return board.day().day().get().visit(visit.id()).orElseThrow();
    }

    private void carry(Visit visit, int minute) {
        board.moves().begin(visit);
        board.moves().to(visit.column(), minute);
        board.moves().drop();
    }

    /// A free time of the doctor of a visit.
    private int free(Visit visit) {
        var day = board.day().day().get();
        for (int minute = 9 * 60 + 30; minute < 17 * 60; minute += Minutes.SLOT) {
            if (day.free(visit.column(), new Minutes(minute, minute + visit.time().length()), "")) {
                return minute;
            }
        }
        throw new AssertionError("The day is full");
    }

    @Test
    void aRefusedWayBackCanBeGoneOnceItsTimeIsFree() {
        var visit = inTheAfternoon();
        var before = visit.time().from();
        carry(visit, free(visit));
        var moved = again(visit).time().from();
        assertFalse(moved == before);
        var other = Board.of(server.deskOf("linh"));
        other.day().place(visit.column(), before);
        var form = other.booking(() -> {}).orElseThrow();
        form.whom().query().set("grace kim");
        form.whom().chooseHighlighted();
        form.book();
        board.day().read();
        desk.undos().undo();
        assertEquals(moved, again(visit).time().from());
        var inTheWay = board.day().day().get().at(visit.column(), before).orElseThrow();
        Board.of(server.deskOf("linh"))
                .actions()
                .cancel(inTheWay, org.clinicdesk.appointment.v1.CancelReason.CANCEL_REASON_CLINIC);
        desk.undos().undo();
        assertEquals(before, again(visit).time().from());
    }
}
