package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Picture;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Threads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A visit of a series on the board, what is asked when it is moved or cancelled, and what a visit in the hand says.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SeriesScreensTest {

    private static final int DAYS_AHEAD = 7;
    private static SampleServer server;
    private static Board board;
    private static String inSeries;

    static Stream<Picture> pictures() {
        var over =
                Stream.of(
                        shot("selected", SeriesScreensTest::choose),
                        shot("cancel", SeriesScreensTest::cancel),
                        shot("move", SeriesScreensTest::move),
                        shot("correct", SeriesScreensTest::correct),
                        shot("waiting-elsewhere", _ -> {}),
                        shot("taken", scene -> carry(scene, v -> v.time().length() > 15)),
                        shot("low", scene -> carry(scene, v -> v.time().length() == 15)));
        return Stream.concat(
                Pictures.of(over), Stream.of(shot("small", SeriesScreensTest::choose).small()));
    }

    private static Shot shot(String name, Consumer<Scene> go) {
        return new Shot(
                "series-" + name,
                "linh",
                (desk, scene) -> {
                    Ui.find(scene, "appointment-day.grid");
                    for (var day = 0; day < DAYS_AHEAD; day++) {
                        Ui.key(scene, KeyCode.RIGHT, true);
                    }
                    Ui.find(scene, "appointment-day.visit." + inSeries);
                    go.accept(scene);
                });
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Ui.start();
        board = Board.of(server.deskOf("linh"));
        board.day().go(DAYS_AHEAD);
        book(0, 10 * 60, "Consultation", "grace kim", 6);
        book(1, 10 * 60, "Consultation", "oliver grant", 0);
        book(1, 10 * 60 + 30, "Follow-up", "nguyen", 0);
        inSeries = board.day().day().get().at(0, 10 * 60).orElseThrow().id();
        board.day().read();
    }

    private static void book(int column, int minute, String service, String person, int times) {
        board.day().place(column, minute);
        var booking = board.booking(() -> {}).orElseThrow();
        booking.whom().query().set(person);
        booking.whom().chooseHighlighted();
        booking.what().services().stream()
                .filter(it -> it.getName().equals(service))
                .findFirst()
                .ifPresent(booking.what().service()::set);
        if (times > 0) {
            booking.everyWeeks().set(2);
            booking.times().set(times);
        }
        booking.book();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void choose(Scene scene) {
        choose(scene, inSeries);
    }

    private static void choose(Scene scene, String id) {
        var block = Ui.find(scene, "appointment-day.visit." + id);
        var at = Ui.on(block::getBoundsInParent);
        mouse(scene, MouseEvent.MOUSE_PRESSED, at.getCenterX(), at.getMinY() + 5);
        mouse(scene, MouseEvent.MOUSE_RELEASED, at.getCenterX(), at.getMinY() + 5);
        Ui.find(scene, "appointment-selected.move");
    }

    private static void mouse(Scene scene, EventType<MouseEvent> type, double inX, double inY) {
        var grid = Ui.find(scene, "appointment-day.grid");
        Ui.run(() -> {
            var at = grid.localToScene(inX, inY);
            var x = at.getX();
            var y = at.getY();
            var left = MouseButton.PRIMARY;
            Event.fireEvent(
                    grid,
                    new MouseEvent(
                            type, x, y, x, y, left, 1, false, false, false, false, true, false,
                            false, false, false, true, null));
        });
    }

    private static void cancel(Scene scene) {
        choose(scene);
        Ui.key(scene, KeyCode.DELETE, false);
        Ui.find(scene, "appointment-cancel.person");
        Ui.key(scene, KeyCode.DIGIT2, false);
    }

    private static void correct(Scene scene) {
        choose(scene);
        Ui.key(scene, KeyCode.E, false);
        Ui.find(scene, "appointment-correct.second");
    }

    private static void move(Scene scene) {
        choose(scene);
        Ui.key(scene, KeyCode.M, false);
        Ui.key(scene, KeyCode.UP, false);
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "appointment-which.all");
    }

    /// Holds a visit of the second doctor over those of the first.
    private static void carry(Scene scene, Predicate<Visit> wanted) {
        var visit =
                board.day().day().get().visits().stream()
                        .filter(it -> it.column() > 0 && wanted.test(it) && it.expected())
                        .findFirst();
        choose(scene, visit.map(Visit::id).orElse(inSeries));
        Ui.key(scene, KeyCode.M, false);
        Ui.key(scene, KeyCode.LEFT, false);
        Ui.key(scene, KeyCode.UP, false);
    }

    /// With the board of the day open, as a receptionist has it.
    private static void atTheBoard(Consumer<Scene> work) {
        var desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "linh");
        var scene = Ui.show(desk, 1440, 900);
        try {
            shot("keys", work).go().accept(desk, scene);
        } finally {
            Ui.close(desk, scene);
        }
        Ui.verify();
    }

    private static void awaitGone(Scene scene, String id) {
        Ui.await(id + " gone", () -> Ui.lookup(scene, id) == null, gone -> gone);
    }

    private static long standing() {
        var again = Board.of(server.deskOf("linh"));
        return IntStream.range(0, 6)
                .filter(number -> {
                    again.day().go(again.desk().today().plusDays(DAYS_AHEAD + 14L * number));
                    return again.day()
                            .day()
                            .get()
                            .at(0, 10 * 60)
                            .filter(visit -> visit.appointment().getSeriesVisits() > 1)
                            .isPresent();
                })
                .count();
    }

    @Test
    void aDigitBeforeEnterCancelsAllAndOneKeyTakesThemBack() {
        atTheBoard(scene -> {
            choose(scene);
            Ui.key(scene, KeyCode.DELETE, false);
            Ui.find(scene, "appointment-cancel.person");
            Ui.key(scene, KeyCode.DIGIT3, false);
            Ui.key(scene, KeyCode.ENTER, false);
            awaitGone(scene, "appointment-day.visit." + inSeries);
            assertEquals(0, standing());
            Ui.key(scene, KeyCode.Z, true);
            Ui.find(scene, "appointment-day.visit." + inSeries);
            Ui.awaitTrue("all six", () -> standing() == 6);
        });
    }

    @Test
    void aDigitMovesTheFollowingTooAndEscapeLeavesTheVisitInTheHand() {
        atTheBoard(scene -> {
            move(scene);
            Ui.key(scene, KeyCode.ESCAPE, false);
            Ui.find(scene, "appointment-day.ghost");
            Ui.key(scene, KeyCode.ENTER, false);
            Ui.find(scene, "appointment-which.all");
            Ui.key(scene, KeyCode.DIGIT2, false);
            awaitGone(scene, "appointment-day.ghost");
            Ui.awaitTrue("all moved", () -> standing() == 6 && startsAt("09:45"));
            Ui.key(scene, KeyCode.Z, true);
            Ui.awaitTrue("all back", () -> startsAt("10:00") && standing() == 6);
        });
    }

    private static boolean startsAt(String time) {
        board.day().read();
        return board.day()
                .day()
                .get()
                .visit(inSeries)
                .filter(visit -> Times.start(board.desk(), visit.appointment()).equals(time))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryButton(Picture picture) {
        Pictures.take(server, picture);
    }
}
