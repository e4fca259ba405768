package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Notices;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.client.platform.Undos;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Queue;

/// Ctrl+Z pressed again and again goes back step by step, wherever the visit is shown meanwhile.
class TakingBackTest {

    private static SampleServer server;

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
        board = Board.of(server.deskOf("linh"));
    }

    @AfterEach
    void nothingWasRefused() {
        assertTrue(
                board.desk().notices().shown().stream()
                        .noneMatch(notice -> notice.kind() == Notices.Kind.PROBLEM),
                board.desk().notices().shown().toString());
    }

    private Day day() {
        return board.day().day().get();
    }

    private Visit again(Visit visit) {
        return day().visit(visit.id()).orElseThrow();
    }

    private Undos undos() {
        return board.desk().undos();
    }

    private Visit later() {
        return day().visits().stream()
                .filter(v -> v.is(AppointmentStatus.APPOINTMENT_STATUS_BOOKED))
                .filter(v -> v.time().from() > 12 * 60)
                .findFirst()
                .orElseThrow();
    }

    private int[] free() {
        for (var column = 0; column < day().columns().size(); column++) {
            for (var minute = 9 * 60 + 30; minute < 17 * 60; minute += Minutes.SLOT) {
                if (day().free(column, new Minutes(minute, minute + 45), "")) {
                    return new int[] {column, minute};
                }
            }
        }
        throw new AssertionError("The day is full");
    }

    private Visit booked() {
        var slot = free();
        board.day().place(slot[0], slot[1]);
        var form = board.booking(() -> {}).orElseThrow();
        form.whom().query().set("nguyen");
        form.whom().chooseHighlighted();
        form.book();
        assertEquals("", form.when().refused().get());
        form.close();
        return board.day().selected().orElseThrow();
    }

    private Appointment unconfirmed(String id) {
        board.unfinished().read();
        return board.unfinished().lists().get().getUnconfirmedList().stream()
                .filter(visit -> visit.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasSaidOfAVisitOfAnotherDay() {
        var calls = new LateModel(board);
        board.unfinished().read();
        var first = board.unfinished().lists().get().getUnconfirmed(0).getId();
        calls.answer(unconfirmed(first), Answer.LEFT_MESSAGE);
        calls.answer(unconfirmed(first), Answer.DECLINED);
        undos().undo();
        assertEquals(Confirmation.CONFIRMATION_LEFT_MESSAGE, unconfirmed(first).getConfirmation());
        undos().undo();
        assertEquals(Confirmation.CONFIRMATION_UNCONFIRMED, unconfirmed(first).getConfirmation());
    }

    @Test
    void aMoveUnderAnAnswerAfterTheBoardWentToAnotherDay() {
        var visit = later();
        var slot = free();
        board.moves().begin(visit);
        board.moves().to(slot[0], slot[1]);
        board.moves().drop();
        board.actions().confirm(again(visit));
        board.day().go(7);
        undos().undo();
        undos().undo();
        board.day().go(-7);
        assertEquals(visit.time(), again(visit).time());
        assertFalse(
                again(visit).appointment().getConfirmation()
                        == Confirmation.CONFIRMATION_CONFIRMED);
    }

    @Test
    void aBookingUnderACancellationUnderAnAnswer() {
        var visit = booked();
        board.actions().confirm(visit);
        board.actions().cancel(again(visit), CancelReason.CANCEL_REASON_PATIENT);
        board.day().go(1);
        undos().undo();
        undos().undo();
        undos().undo();
        board.day().go(-1);
        assertTrue(day().visit(visit.id()).isEmpty());
    }

    @Test
    void aCheckInThatItsOwnKeyTookBack() {
        var visit = booked();
        board.actions().checkIn(again(visit));
        board.actions().undoCheckIn(again(visit));
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, again(visit).status());
        undos().undo();
        assertTrue(day().visit(visit.id()).isEmpty());
    }

    @Test
    void pressedTwiceInAHurry() {
        var visit = later();
        board.actions().confirm(visit.appointment(), Confirmation.CONFIRMATION_LEFT_MESSAGE);
        board.actions().confirm(again(visit).appointment(), Confirmation.CONFIRMATION_DECLINED);
        undos().undo();
        undos().undo();
        assertEquals(
                visit.appointment().getConfirmation(),
                again(visit).appointment().getConfirmation());
    }

    @Test
    void theSecondStartsOnlyWhenTheFirstHasCome() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        var direct = new boolean[] {true};
        var desk =
                server.desk(
                        server.settings(),
                        new Threads(
                                task -> {
                                    if (direct[0]) {
                                        task.run();
                                    } else {
                                        waiting.add(task);
                                    }
                                },
                                Runnable::run,
                                time -> {}));
        server.signIn(desk, "linh");
        board = Board.of(desk);
        var visit = later();
        board.actions().confirm(visit.appointment(), Confirmation.CONFIRMATION_LEFT_MESSAGE);
        board.actions().confirm(again(visit).appointment(), Confirmation.CONFIRMATION_DECLINED);
        direct[0] = false;
        undos().undo();
        undos().undo();
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
        assertEquals(
                visit.appointment().getConfirmation(),
                again(visit).appointment().getConfirmation());
    }
}
