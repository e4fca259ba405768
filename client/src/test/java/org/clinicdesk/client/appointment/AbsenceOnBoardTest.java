package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.List;
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
        enter(head, AbsenceKind.ABSENCE_KIND_SICK, practitionerId, day, "");
    }

    private static void enter(
            Desk head, AbsenceKind kind, String practitionerId, LocalDate day, String note) {
        var request =
                AddAbsenceRequest.newBuilder()
                        .setKind(kind)
                        .setNote(note)
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

    @Test
    void whoBooksOnAHolidayIsToldItsName() {
        open();
        var day = LocalDate.of(2027, 4, 30);
        var doctor = Ui.on(() -> day().columns().getFirst().practitionerId());
        enter(server.deskOf("duc"), AbsenceKind.ABSENCE_KIND_HOLIDAY, "", day, "Thống nhất");
        Ui.run(() -> board.day().lay(Layout.DAY.weekOf(doctor)));
        Ui.run(() -> board.day().go(day));
        Ui.await("its week", () -> board.day().isShown(), shown -> shown);
        Ui.run(() -> board.day().place(day().indexOf(doctor, day), 9 * 60));
        var booking = Ui.on(() -> board.booking(() -> {}).orElseThrow());
        var why = Ui.await("why not", booking.when().refused()::get, words -> !words.isEmpty());
        Ui.run(booking::close);
        assertEquals(
                desk.texts().get("appointment.refused.OUTSIDE_HOURS.holiday.named", "Thống nhất"),
                why);
    }

    @Test
    void theBoardSaysWhyADayIsClosedAndWhoIsAway() {
        open();
        var day = LocalDate.of(2027, 2, 8);
        var away = Ui.on(() -> day().columns().getFirst());
        var head = server.deskOf("duc");
        enter(head, AbsenceKind.ABSENCE_KIND_HOLIDAY, "", day, "Tết");
        enter(head, AbsenceKind.ABSENCE_KIND_VACATION, away.practitionerId(), day, "");
        Ui.run(() -> board.day().go(day));
        var words =
                Ui.await(
                        "why",
                        () ->
                                board.closed().closed().get().stream()
                                        .map(board.closed()::words)
                                        .toList(),
                        closed -> closed.size() == 2);
        var kind = desk.texts().get("roster.kind.ABSENCE_KIND_HOLIDAY");
        assertTrue(words.contains(kind + " · Tết"), words::toString);
        assertTrue(words.stream().anyMatch(one -> one.contains(away.name())), words::toString);
        Ui.run(() -> board.day().go(day.plusDays(1)));
        Ui.await("a day like others", () -> board.closed().closed().get(), List::isEmpty);
    }
}
