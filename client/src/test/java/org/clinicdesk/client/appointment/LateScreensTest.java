package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.Reminder;
import org.clinicdesk.appointment.v1.ReminderOutcome;
import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Threads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Who is late: the list, the call, and the three proposals with a key each.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LateScreensTest {

    private static SampleServer server;
    private static String first;
    private static String second;

    static Stream<Pictures.Picture> pictures() {
        var list = new Shot("late", "linh", LateScreensTest::open);
        return Stream.concat(
                Pictures.of(
                        Stream.of(
                                list,
                                new Shot("late-call", "linh", LateScreensTest::call),
                                new Shot("late-export", "linh", LateScreensTest::export))),
                Stream.of(list.small()));
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Ui.start();
        var visits = new LateVisits(server);
        first = visits.begunAt("06:30", 0, "Tái khám huyết áp");
        second = visits.begunAt("07:10", 1, "Dolor de cabeza");
        visits.begunAt("07:25", 2, "");
        var board = Board.of(server.deskOf("linh"));
        var late = new LateModel(board);
        late.note(
                visit(board, second), ReminderOutcome.REMINDER_OUTCOME_COMING, late.today("9:40"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Appointment visit(Board board, String id) {
        return board.day().day().get().visit(id).orElseThrow().appointment();
    }

    private static void open(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("appointment")));
        Ui.press(scene, "appointment-unfinished.late");
        rows(scene);
    }

    private static TableView<?> rows(Scene scene) {
        var rows = (TableView<?>) Ui.find(scene, "appointment-unfinished.rows");
        Ui.await("rows", () -> rows.getItems().size(), size -> size > 0);
        return rows;
    }

    private static void call(Desk desk, Scene scene) {
        open(desk, scene);
        var rows = rows(scene);
        Ui.run(() -> {
            rows.requestFocus();
            rows.getSelectionModel().select(1);
        });
        Ui.key(scene, KeyCode.R, false);
        Ui.find(scene, "appointment-call.time");
        Ui.type(scene, "appointment-call.time", "8:10");
        Ui.press(scene, "appointment-call.coming");
    }

    private static void export(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("appointment")));
        Ui.await(
                "a board",
                () -> Ui.lookup(scene, "appointment-unfinished.late") != null,
                there -> there);
        Ui.key(scene, KeyCode.E, true);
        Ui.find(scene, "appointment-export.month");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryControl(Pictures.Picture picture) {
        Pictures.take(server, picture);
    }

    @Test
    void aTimeOfTheCallIsOneOfTodayThatIsNotOver() {
        var late = new LateModel(Board.of(server.deskOf("linh")));
        assertTrue(late.today("9:40").isPresent());
        assertEquals(late.today("10:05"), late.today("1005"));
        for (var none : new String[] {"8:59", "25:00", "soon", ""}) {
            assertEquals(Optional.empty(), late.today(none), none);
        }
    }

    @Test
    void aCallIsNotedAndTakenBack() {
        var board = Board.of(server.deskOf("linh"));
        var late = new LateModel(board);
        var visit = visit(board, first);
        late.note(visit, ReminderOutcome.REMINDER_OUTCOME_NOT_REACHED, Optional.empty());
        assertEquals(
                ReminderOutcome.REMINDER_OUTCOME_NOT_REACHED,
                late.called(visit).orElseThrow().getOutcome());
        board.actions().undos().undo();
        assertEquals(Optional.empty(), late.called(visit));
    }

    @Test
    void moveTakesTheVisitIntoTheHandOverTheFirstFreeTime() {
        var board = Board.of(server.deskOf("linh"));
        var visit = visit(board, first);
        new LateModel(board).move(visit);
        var ghost = board.moves().ghost().get().orElseThrow();
        assertEquals(first, ghost.visit().id());
        assertTrue(board.moves().fits(ghost));
        assertFalse(ghost.stays());
        board.moves().cancel();
    }

    private static void atTheList(BiConsumer<Desk, Scene> work) {
        var desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "linh");
        var scene = Ui.show(desk, 1440, 900);
        try {
            open(desk, scene);
            work.accept(desk, scene);
        } finally {
            Ui.close(desk, scene);
        }
        Ui.verify();
    }

    private static void key(Scene scene, KeyCode code) {
        Ui.key(scene, code, false);
    }

    private static String focused(Scene scene) {
        return Ui.await("the keyboard", () -> scene.getFocusOwner().getId(), id -> id != null);
    }

    private static void awaitGhost(Scene scene, boolean there) {
        Ui.await(
                "in the hand: " + there,
                () -> Ui.lookup(scene, "appointment-day.ghost") != null,
                is -> is == there);
    }

    private static Instant startOfFirst() {
        return Day.instant(visit(Board.of(server.deskOf("linh")), first).getStart());
    }

    @Test
    void moveAndEnterGiveTheFirstFreeTime() {
        var before = startOfFirst();
        atTheList((desk, scene) -> {
            rows(scene);
            key(scene, KeyCode.M);
            awaitGhost(scene, true);
            assertEquals("appointment-day.grid", focused(scene));
            Ui.await("the free time", () -> ghost(scene).contains("Free"), free -> free);
            key(scene, KeyCode.ENTER);
            awaitGhost(scene, false);
            Ui.awaitTrue("another time", () -> startOfFirst().isAfter(before));
            Ui.key(scene, KeyCode.Z, true);
            Ui.awaitTrue("the time before", () -> startOfFirst().equals(before));
        });
    }

    private static String ghost(Scene scene) {
        return Ui.lookup(scene, "appointment-day.ghost") instanceof GhostBlock block
                ? block.getAccessibleText()
                : "";
    }

    @Test
    void escapeDropsWhatTheListPutIntoTheHand() {
        atTheList((desk, scene) -> {
            rows(scene);
            key(scene, KeyCode.M);
            awaitGhost(scene, true);
            Ui.await("the free time", () -> ghost(scene).contains("Free"), free -> free);
            Ui.run(() -> Ui.lookup(scene, "appointment-unfinished.late").requestFocus());
            key(scene, KeyCode.ESCAPE);
            awaitGhost(scene, false);
            assertEquals("appointment-day.grid", focused(scene));
        });
    }

    @Test
    void whoIsShownOnTheBoardHasTheKeyboardThere() {
        atTheList((desk, scene) -> {
            rows(scene);
            key(scene, KeyCode.ENTER);
            Ui.find(scene, "appointment-selected.name");
            assertEquals("appointment-day.grid", focused(scene));
        });
    }

    @Test
    void theKeysReleaseAndTakeBack() {
        atTheList((desk, scene) -> {
            var rows = rows(scene);
            var before = Ui.on(() -> rows.getItems().size());
            Ui.run(() -> {
                rows.requestFocus();
                rows.getSelectionModel().select(0);
            });
            Ui.key(scene, KeyCode.L, false);
            Ui.await("one less", () -> rows.getItems().size(), size -> size == before - 1);
            Ui.key(scene, KeyCode.Z, true);
            Ui.await("all again", () -> rows.getItems().size(), size -> size == (int) before);
        });
    }

    private static Optional<ReminderOutcome> noted(String id) {
        var board = Board.of(server.deskOf("linh"));
        board.unfinished().read();
        return board.unfinished().lists().get().getRemindersList().stream()
                .filter(reminder -> reminder.getAppointmentId().equals(id))
                .map(Reminder::getOutcome)
                .findFirst();
    }

    @Test
    void keysFasterThanTheServerAreForWhoWasLit() {
        atTheList((desk, scene) -> {
            key(scene, KeyCode.ESCAPE);
            Ui.press(scene, "appointment-unfinished.unconfirmed");
            var rows = rows(scene);
            var asked = List.copyOf(Ui.on(() -> rows.getItems()));
            var confirmed = (Appointment) asked.get(0);
            var missed = (Appointment) asked.get(1);
            Ui.run(() -> {
                rows.requestFocus();
                rows.getSelectionModel().select(0);
                Ui.strokeAtOnce(scene, KeyCode.C);
                Ui.strokeAtOnce(scene, KeyCode.N);
            });
            Ui.awaitTrue("who was not reached", () -> noted(missed.getId()).isPresent());
            assertEquals(Optional.empty(), noted(confirmed.getId()));
            Ui.await("one less", () -> rows.getItems().size(), size -> size == asked.size() - 1);
            assertEquals(asked.get(2), Ui.on(() -> rows.getSelectionModel().getSelectedItem()));
            Ui.key(scene, KeyCode.Z, true);
            Ui.key(scene, KeyCode.Z, true);
            Ui.await("all again", () -> rows.getItems().size(), size -> size == asked.size());
            assertEquals(Optional.empty(), noted(missed.getId()));
        });
    }

    @Test
    void whoIsReleasedLeavesHisTimeFreeOnTheBoard() {
        var board = Board.of(server.deskOf("linh"));
        var visit = board.day().day().get().visit(first).orElseThrow();
        new LateModel(board).release(visit.appointment());
        var day = board.day().day().get();
        assertEquals(
                AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW,
                day.visit(first).orElseThrow().status());
        assertFalse(day.taken(visit.column(), visit.time(), ""));
        board.actions().undos().undo();
        assertTrue(board.day().day().get().taken(visit.column(), visit.time(), ""));
    }
}
