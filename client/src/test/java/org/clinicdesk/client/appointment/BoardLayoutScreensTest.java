package org.clinicdesk.client.appointment;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Picture;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Rooms, weeks, views of one's own and a new person in the booking form, saved under `target/screens` for people to
/// judge.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BoardLayoutScreensTest {

    private static SampleServer server;

    static Stream<Picture> pictures() {
        return Stream.concat(
                Stream.of(shot("week", BoardLayoutScreensTest::week).small()),
                Pictures.of(
                        Stream.of(
                                shot("rooms", BoardLayoutScreensTest::rooms),
                                shot("week", BoardLayoutScreensTest::week),
                                shot("shown", BoardLayoutScreensTest::shown),
                                shot("views", BoardLayoutScreensTest::views),
                                shot("book-room", BoardLayoutScreensTest::bookRoom),
                                shot("register", BoardLayoutScreensTest::register))));
    }

    private static Shot shot(String name, Consumer<Scene> go) {
        return new Shot(
                "board-" + name,
                "linh",
                (desk, scene) -> {
                    Ui.await(
                            "a day",
                            () ->
                                    Ui.lookup(scene, "appointment-day.count.waiting")
                                                    instanceof Label label
                                            ? label.getText()
                                            : "0",
                            count -> !count.equals("0"));
                    go.accept(scene);
                });
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Rooms.giveEachDoctorOne(Board.of(server.deskOf("linh")));
        Ui.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void rooms(Scene scene) {
        Ui.key(scene, KeyCode.END, false);
        for (int i = 0; i < 30 && Ui.lookup(scene, "appointment-selected.move") == null; i++) {
            Ui.key(scene, KeyCode.UP, false);
        }
        Ui.key(scene, KeyCode.R, false);
        Ui.await(
                "rooms",
                () -> Ui.lookup(scene, "appointment-day.practitioner.none"),
                head -> head != null);
        Ui.key(scene, KeyCode.M, false);
        Ui.key(scene, KeyCode.RIGHT, false);
    }

    private static void week(Scene scene) {
        Ui.key(scene, KeyCode.D, false);
        Ui.find(scene, "appointment-day.practitioner.MONDAY");
    }

    private static void shown(Scene scene) {
        Ui.key(scene, KeyCode.L, false);
        Ui.find(scene, "appointment-shown.all");
    }

    private static void views(Scene scene) {
        week(scene);
        var view = (Button) Ui.find(scene, "appointment-day.view");
        if (!view.getText().contains("Shift+F1")) {
            Ui.key(scene, KeyCode.V, false);
            Ui.type(scene, "appointment-views.name", "Tuần của bác sĩ");
            Ui.press(scene, "appointment-views.primary");
            Ui.await("the view", view::getText, text -> text.contains("Shift+F1"));
        }
        Ui.key(scene, KeyCode.V, false);
        Ui.find(scene, "appointment-views.show.1");
    }

    private static void bookRoom(Scene scene) {
        Ui.key(scene, KeyCode.R, false);
        Ui.key(scene, KeyCode.F2, false);
        Ui.find(scene, "appointment-book.doctor");
    }

    private static void register(Scene scene) {
        Ui.key(scene, KeyCode.F2, false);
        Ui.type(scene, "appointment-book.person", "nguyễn thị minh khai");
        Ui.find(scene, "appointment-book.register");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.type(scene, "patient-form.birth_date", "1986");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryButton(Picture picture) {
        Pictures.take(server, picture);
    }
}
