package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.WallTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Two desks: leave is entered at one, and the board that is open at the other shows it by itself.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AbsenceOnBoardTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static SampleServer server;

    private Desk desk;
    private Board board;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Ui.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void nothingThrown() {
        desk.changes().stop();
        Ui.verify();
    }

    private void open() {
        desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "linh");
        board = Ui.on(() -> Board.of(desk));
        Ui.await("a day", () -> board.day().wasRead(), read -> read);
    }

    /// As the window does with the topics of the screen that is shown.
    private void follow() {
        Ui.run(() -> desk.changes().follow(board.day().topics(), board.day()::read));
    }

    private Day day() {
        return board.day().day().get();
    }

    private static void enterLeave(Desk head, String practitionerId, LocalDate day) {
        var request =
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_SICK)
                        .setPractitionerId(practitionerId)
                        .setTime(WallTime.newBuilder().setFirstDay(day.toString()))
                        .setDespiteBooked(true)
                        .build();
        var answer = new CompletableFuture<Boolean>();
        head.calls()
                .call(() -> RosterServiceGrpc.newBlockingV2Stub(head.channel()).addAbsence(request))
                .refused(problem -> answer.completeExceptionally(new AssertionError(problem)))
                .then(added -> answer.complete(true));
        assertTrue(answer.join());
    }

    private boolean works(String practitionerId, LocalDate on) {
        return day().columns().stream()
                .filter(column -> column.practitionerId().equals(practitionerId))
                .filter(column -> column.date().equals(on))
                .anyMatch(column -> !column.hours().isEmpty());
    }

    private void awaitAway(String practitionerId, LocalDate on) {
        Ui.await("nobody works", () -> works(practitionerId, on), open -> !open);
    }

    @Test
    void anOpenDayClosesTheColumnAndCountsTheVisitsHit() {
        open();
        follow();
        var away = Ui.on(() -> day().columns().getFirst().practitionerId());
        Ui.await("his hours", () -> works(away, MONDAY), open -> open);
        enterLeave(server.deskOf("duc"), away, MONDAY);
        awaitAway(away, MONDAY);
        Ui.await("visits hit", () -> board.unfinished().hit().get(), hit -> hit > 0);
    }

    @Test
    void anOpenWeekClosesTheDay() {
        open();
        var away = Ui.on(() -> day().columns().get(1).practitionerId());
        Ui.run(() -> board.day().lay(Layout.DAY.weekOf(away)));
        follow();
        Ui.await("his hours", () -> works(away, MONDAY.plusDays(2)), open -> open);
        enterLeave(server.deskOf("duc"), away, MONDAY.plusDays(2));
        awaitAway(away, MONDAY.plusDays(2));
    }
}
