package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Visits every week, four times, on the board of a desk. Each test has a week and a person of its own.
class SeriesDeskTest {

    private static final int TIMES = 4;
    private static final int AT = 9 * 60;
    private static SampleServer server;
    private static int weeks;

    private Desk desk;
    private Board board;
    private LocalDate first;

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
        first = desk.today().plusWeeks(4 + 8L * weeks++);
    }

    /// Books the series and shows its first visit.
    private Visit series(String person) {
        board.day().go(first);
        board.day().place(0, AT);
        var booking = board.booking(() -> {}).orElseThrow();
        booking.whom().query().set(person);
        booking.whom().chooseHighlighted();
        booking.everyWeeks().set(1);
        booking.times().set(TIMES);
        booking.book();
        assertEquals(Optional.empty(), booking.missed());
        return at(0, AT);
    }

    /// The visit at a time, some weeks after the first.
    private Visit at(int week, int minute) {
        return found(week, minute).orElseThrow();
    }

    private java.util.Optional<Visit> found(int week, int minute) {
        board.day().go(first.plusWeeks(week));
        return board.day().day().get().at(0, minute);
    }

    private List<Boolean> standing(int minute) {
        return IntStream.range(0, TIMES)
                .mapToObj(week -> found(week, minute).filter(Visit::expected).isPresent())
                .toList();
    }

    private static List<Boolean> weeks(boolean... standing) {
        return IntStream.range(0, standing.length).mapToObj(i -> standing[i]).toList();
    }

    private void move(Visit visit, int minute, Which which) {
        board.moves().begin(visit);
        board.moves().to(0, minute);
        assertTrue(board.moves().inSeries().isPresent());
        board.moves().drop(which);
    }

    @Test
    void aVisitSaysItsPlaceInTheSeries() {
        series("grace kim");
        var third = at(2, AT);
        var words = new VisitWords(desk);
        assertEquals("3 of 4 in a series", words.series(third));
        assertTrue(words.card(third).contains("3 of 4"), words.card(third));
        assertTrue(words.visit(third).contains("3 of 4"), words.visit(third));
    }

    @Test
    void thisAndTheFollowingAreMovedAndTakenBackAsAWhole() {
        series("oliver grant");
        move(at(1, AT), AT + 30, Which.FOLLOWING);
        assertEquals(weeks(true, false, false, false), standing(AT));
        assertEquals(weeks(false, true, true, true), standing(AT + 30));
        assertEquals(
                "3 visits of Oliver Grant moved, this one to "
                        + desk.texts().dates().day(first.plusWeeks(1))
                        + ", 09:30",
                desk.notices().shown().getLast().text());
        board.actions().undos().undo();
        assertEquals(weeks(true, true, true, true), standing(AT));
    }

    @Test
    void aSeriesThatGoesAWeekOnComesBackThroughItsOwnTimes() {
        var visit = series("grace kim");
        board.moves().begin(visit);
        board.day().go(7);
        board.moves().drop(Which.ALL);
        assertEquals(weeks(false, true, true, true), standing(AT));
        board.actions().undos().undo();
        assertEquals(weeks(true, true, true, true), standing(AT));
    }

    @Test
    void whatCannotGoAlongIsToldVisitByVisit() {
        series("oliver grant");
        board.day().go(first.plusWeeks(2));
        board.day().place(0, AT + 60);
        var other = board.booking(() -> {}).orElseThrow();
        other.whom().query().set("nguyen");
        other.whom().chooseHighlighted();
        other.book();
        move(at(0, AT), AT + 60, Which.ALL);
        var left = board.actions().series().leftOut().get().orElseThrow();
        assertEquals(1, left.lines().size());
        assertTrue(
                left.lines().getFirst().when().contains("09:00")
                        || left.lines().getFirst().when().contains("10:00"),
                left.toString());
        assertFalse(left.lines().getFirst().why().isEmpty());
        board.actions().series().read();
        board.actions().undos().undo();
        assertEquals(weeks(true, true, true, true), standing(AT));
    }

    @Test
    void allAreCancelledAndTakenBackAsAWhole() {
        var visit = series("grace kim");
        board.actions().cancel(visit, CancelReason.CANCEL_REASON_PATIENT, Which.ALL);
        assertEquals(weeks(false, false, false, false), standing(AT));
        board.actions().undos().undo();
        assertEquals(weeks(true, true, true, true), standing(AT));
    }

    @Test
    void noneComesBackWhileTheTimeOfOneIsGivenAway() {
        var visit = series("oliver grant");
        board.actions().cancel(visit, CancelReason.CANCEL_REASON_CLINIC, Which.ALL);
        var back = board.desk().notices().shown().getLast().undo().orElseThrow();
        board.day().go(first.plusWeeks(1));
        board.day().place(0, AT);
        var other = board.booking(() -> {}).orElseThrow();
        other.whom().query().set("nguyen");
        other.whom().chooseHighlighted();
        other.book();
        back.run();
        var left = board.actions().series().leftOut().get().orElseThrow();
        assertEquals(1, left.lines().size(), "told of one");
        assertFalse(left.lines().getFirst().why().isEmpty());
        assertEquals(weeks(false, true, false, false), standing(AT));
        board.actions().cancel(at(1, AT), CancelReason.CANCEL_REASON_PATIENT);
        back.run();
        assertEquals(weeks(true, true, true, true), standing(AT));
    }

    @Test
    void whoeverAgreesToOneThatIsAskedForIsOfferedTheOthers() {
        board.day().go(first);
        board.day().place(0, AT);
        var booking = board.booking(() -> {}).orElseThrow();
        booking.whom().query().set("grace kim");
        booking.whom().chooseHighlighted();
        booking.everyWeeks().set(1);
        booking.times().set(TIMES);
        booking.what().requested().set(true);
        booking.book();
        assertTrue(desk.notices().shown().getLast().text().contains("still to be agreed"));
        board.actions().confirm(at(0, AT));
        assertEquals(3, requested());
        desk.notices().shown().getLast().offer().orElseThrow().run().run();
        assertEquals(0, requested());
        board.actions().undos().undo();
        assertEquals(3, requested());
    }

    @Test
    void noneIsAgreedToWhileOneChangedAndThenTheRestIs() {
        board.day().go(first);
        board.day().place(0, AT);
        var booking = board.booking(() -> {}).orElseThrow();
        booking.whom().query().set("oliver grant");
        booking.whom().chooseHighlighted();
        booking.everyWeeks().set(1);
        booking.times().set(TIMES);
        booking.what().requested().set(true);
        booking.book();
        board.actions().confirm(at(0, AT));
        var all = desk.notices().shown().getLast().offer().orElseThrow();
        board.actions().cancel(at(2, AT), CancelReason.CANCEL_REASON_PATIENT);
        all.run().run();
        var left = board.actions().series().leftOut().get().orElseThrow();
        assertEquals(1, left.lines().size());
        assertEquals(
                AppointmentStatus.APPOINTMENT_STATUS_REQUESTED,
                at(1, AT).appointment().getStatus());
        desk.notices().shown().getLast().offer().orElseThrow().run().run();
        assertEquals(weeks(true, true, false, true), standing(AT));
        assertTrue(at(3, AT).is(AppointmentStatus.APPOINTMENT_STATUS_BOOKED));
    }

    private long requested() {
        return IntStream.range(0, TIMES)
                .filter(week -> at(week, AT).is(AppointmentStatus.APPOINTMENT_STATUS_REQUESTED))
                .count();
    }

    @Test
    void aVisitOfItsOwnAsksNothing() {
        var single =
                board.day().day().get().visits().stream()
                        .filter(Visit::expected)
                        .findFirst()
                        .orElseThrow();
        assertFalse(Which.asked(single.appointment()));
        assertEquals("", new VisitWords(desk).series(single));
    }
}
