package org.clinicdesk.client.replan;

import static org.clinicdesk.client.replan.Leave.HERRERA;
import static org.clinicdesk.client.replan.Leave.OKAFOR;
import static org.clinicdesk.client.replan.Leave.WHITLOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.replan.v1.NoticeState;
import org.clinicdesk.replan.v1.ReplanState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// The re-plan board as a receptionist uses it. Each test has a day of its own.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReplanModelTest {

    private static SampleServer server;
    private static Leave leave;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        leave = new Leave(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ReplanModel board(int day, String... times) {
        for (var time : times) {
            leave.book("Trương", "Bảng " + day + time, OKAFOR, day, time);
        }
        return new ReplanModel(leave.reception(), leave.of(OKAFOR, day));
    }

    private static List<ReplanState> states(ReplanModel model) {
        return model.rows().stream().map(row -> row.visit().getState()).toList();
    }

    @Test
    void theBestOfEachIsProposedAndAllAreAccepted() {
        var model = board(8, "09:00", "10:00");
        assertEquals(2, model.open());
        assertEquals(List.of(0, 0), model.rows().stream().map(ReplanModel.Row::chosen).toList());
        model.acceptAll();
        assertEquals(0, model.open());
        assertEquals(
                List.of(ReplanState.REPLAN_STATE_MOVED, ReplanState.REPLAN_STATE_MOVED),
                states(model));
        assertEquals(2, model.notices().toTell());
    }

    @Test
    void whoIsHereIsNotSentHomeWithAll() {
        leave.here("Trương", "Đã đến", HERRERA);
        var model = new ReplanModel(leave.reception(), leave.of(HERRERA, 0));
        var here = model.rows().stream().filter(row -> row.visit().getHere()).toList();
        assertTrue(!here.isEmpty());
        var home = here.stream().filter(row -> !model.proposed().contains(row)).toList();
        assertTrue(!home.isEmpty());
        model.acceptAll();
        assertEquals(
                home.stream().map(row -> row.visit().getAppointmentId()).toList(),
                model.rows().stream()
                        .filter(ReplanModel.Row::open)
                        .map(row -> row.visit().getAppointmentId())
                        .toList());
        model.undoAll();
    }

    /// The people come when they were told, and nobody has to be called.
    @Test
    void aClosedRoomIsExchangedForAnother() {
        var visit = leave.bookIn(leave.room(), "Tô", "Gia Bảo", OKAFOR, 86, "09:00");
        var model = new ReplanModel(leave.reception(), leave.closed(leave.room(), 86));
        var proposed = model.rows().getFirst().proposed().orElseThrow();
        assertEquals(visit.getStart(), proposed.getStart());
        assertTrue(Words.anotherRoom(model.rows().getFirst().visit(), proposed));
        model.acceptAll();
        assertEquals(List.of(ReplanState.REPLAN_STATE_MOVED), states(model));
        assertEquals(0, model.notices().shown().size());
    }

    @Test
    void anotherTimeCanBeChosenForOne() {
        var model = board(15, "09:00", "10:00");
        model.choose(1);
        var wanted = model.selectedOpen().orElseThrow().proposed().orElseThrow();
        model.accept();
        var moved = model.rows().getFirst().visit();
        assertEquals(wanted.getStart(), moved.getMovedTo().getStart());
        assertEquals(wanted.getPractitionerId(), moved.getMovedTo().getPractitionerId());
        assertEquals(1, model.open());
    }

    @Test
    void aTimeTakenMeanwhileIsSaidInItsRowAndProposedAnew() {
        var model = board(22, "09:00", "10:00");
        var second = model.rows().get(1);
        leave.book("Trương", "Nhanh chân", WHITLOW, 22, "10:00");
        model.acceptAll();
        assertEquals(2, model.open());
        var now = model.rows().get(1);
        assertEquals(leave.reception().texts().get("replan.reason.SLOT_TAKEN"), now.wrong());
        assertEquals("", model.rows().getFirst().wrong());
        assertEquals(now, model.selected().get());
        assertNotEquals(second.proposed(), now.proposed());
        model.acceptAll();
        assertEquals(0, model.open());
    }

    @Test
    void theLastStepIsTakenBackAsAWhole() {
        var model = board(29, "09:00", "10:00", "11:00");
        model.pin();
        model.acceptAll();
        assertEquals(0, model.open());
        model.undo();
        assertEquals(2, model.open());
        model.undo();
        assertEquals(3, model.open());
        assertTrue(model.lastStep().isEmpty());
    }

    @Test
    void theNoticeOfAStepTakesItBack() {
        var model = board(36, "09:00");
        var notices = leave.reception().notices();
        notices.clear();
        model.acceptAll();
        notices.shown().getFirst().undo().orElseThrow().run();
        assertEquals(1, model.open());
    }

    @Test
    void whatStaysSaysWhy() {
        var model = board(43, "09:00");
        model.keep(model.selectedOpen().orElseThrow(), "  Bác sĩ về sớm ");
        assertEquals(0, model.open());
        assertEquals("Bác sĩ về sớm", model.rows().getFirst().visit().getKeptReason());
    }

    @Test
    void callsGoDownTheList() {
        var model = board(50, "09:00", "10:00");
        model.acceptAll();
        var notices = model.notices();
        var first = notices.shown().getFirst();
        notices.selected().set(first);
        notices.notReached();
        assertEquals(NoticeState.NOTICE_STATE_NOT_REACHED, notices.shown().getFirst().getState());
        assertNotEquals(first.getAppointmentId(), notices.selected().get().getAppointmentId());
        notices.told();
        assertEquals(1, notices.toTell());
        assertEquals(NoticeState.NOTICE_STATE_TOLD, notices.shown().getLast().getState());
    }

    @Test
    void whatIsOpenStaysOnTheListOfWhatIsLeft() {
        var model = board(57, "09:00");
        var left = new LeftModel(leave.reception());
        var days = new Words(leave.reception());
        assertTrue(
                left.shown().stream()
                        .anyMatch(one ->
                                one.getOpen() == 1
                                        && days.days(one.getStart(), one.getEnd())
                                                .equals("Tue 19 January")));
        model.keep(model.selectedOpen().orElseThrow(), "Có người trực thay");
        left.read();
        assertFalse(
                left.shown().stream()
                        .anyMatch(one ->
                                days.days(one.getStart(), one.getEnd()).equals("Tue 19 January")));
    }

    @Test
    void aNurseOnlyLooks() {
        leave.book("Trương", "Chỉ xem", OKAFOR, 64, "09:00");
        var model = new ReplanModel(server.deskOf("banerjee"), leave.of(OKAFOR, 64));
        assertEquals(1, model.open());
        assertFalse(model.mayWrite());
        assertFalse(model.notices().may());
    }
}
