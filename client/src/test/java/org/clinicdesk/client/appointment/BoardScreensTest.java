package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Theme;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.client.shell.Frame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The board and what lies over it, in every language and both themes, saved under `target/screens` for people to
/// judge.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BoardScreensTest {

    private static SampleServer server;

    record Shot(String name, Consumer<Scene> go) {}

    record Picture(Shot shot, String language, Theme.Mode theme, int width, int height) {
        @Override
        public String toString() {
            return "board-"
                    + shot.name
                    + "-"
                    + theme.name().toLowerCase(Locale.ROOT)
                    + "-"
                    + language
                    + (width < 1440 ? "-small" : "");
        }
    }

    static Stream<Picture> pictures() {
        var day = new Shot("day", BoardScreensTest::chooseWaiting);
        var everywhere =
                Stream.of("en", "vi", "es")
                        .flatMap(language ->
                                Stream.of(Theme.Mode.values())
                                        .map(theme ->
                                                new Picture(day, language, theme, 1440, 900)));
        var small = Stream.of(new Picture(day, "es", Theme.Mode.LIGHT, 1100, 720));
        var over =
                Stream.of(
                                new Shot("book", BoardScreensTest::book),
                                new Shot("refused", BoardScreensTest::refused),
                                new Shot("move", BoardScreensTest::move),
                                new Shot("cancel", BoardScreensTest::cancel),
                                new Shot("booked", BoardScreensTest::chooseBooked))
                        .flatMap(shot ->
                                Stream.of(
                                        new Picture(shot, "en", Theme.Mode.LIGHT, 1440, 900),
                                        new Picture(shot, "vi", Theme.Mode.DARK, 1440, 900),
                                        new Picture(shot, "es", Theme.Mode.LIGHT, 1440, 900)));
        return Stream.of(everywhere, small, over).flatMap(pictures -> pictures);
    }

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
        Ui.verify();
    }

    private static void chooseWaiting(Scene scene) {
        var row = Ui.find(scene, "appointment-waiting").lookup(".waiting");
        Ui.run(((Button) row)::fire);
    }

    private static void chooseBooked(Scene scene) {
        Ui.key(scene, KeyCode.END, false);
        for (int i = 0; i < 30 && Ui.lookup(scene, "appointment-selected.move") == null; i++) {
            Ui.key(scene, KeyCode.UP, false);
        }
    }

    private static void book(Scene scene) {
        Ui.key(scene, KeyCode.F2, false);
        Ui.type(scene, "appointment-book.person", "nguyen t");
        Ui.find(scene, "appointment-book.hit.1");
    }

    private static void refused(Scene scene) {
        chooseBooked(scene);
        Ui.key(scene, KeyCode.F, false);
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.type(scene, "appointment-book.person", "nguyen t");
        Ui.find(scene, "appointment-book.hit.1");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.type(scene, "appointment-form.reason", "Đau họng hai ngày");
        for (int i = 0; i < 60; i++) {
            Ui.press(scene, "appointment-book.later");
        }
        Ui.press(scene, "appointment-book.primary");
        Ui.find(scene, "appointment-book.time-refused");
    }

    private static void move(Scene scene) {
        chooseBooked(scene);
        Ui.key(scene, KeyCode.M, false);
        List.of(KeyCode.RIGHT, KeyCode.UP, KeyCode.UP).forEach(key -> Ui.key(scene, key, false));
    }

    private static void cancel(Scene scene) {
        chooseBooked(scene);
        Ui.key(scene, KeyCode.DELETE, false);
        Ui.find(scene, "appointment-cancel.person");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryButton(Picture picture) {
        var settings = server.settings();
        settings.language(Locale.of(picture.language));
        settings.theme(picture.theme);
        var desk = server.desk(settings, Threads.ofToolkit());
        server.signIn(desk, "linh");
        var scene = Ui.on(() -> new Frame(desk).scene(picture.width, picture.height));
        Ui.await(
                "a day",
                () ->
                        Ui.lookup(scene, "appointment-day.count.waiting") instanceof Label label
                                ? label.getText()
                                : "0",
                count -> !count.equals("0"));
        picture.shot.go.accept(scene);
        for (int i = 0; i < 6; i++) {
            Ui.pause();
        }
        Ui.picture(scene, Path.of("target", "screens", picture + ".png"));
        Ui.run(() -> judge(scene));
        Ui.run(desk::close);
    }

    private static void judge(Scene scene) {
        for (var node : Ui.nodes(scene.getRoot())) {
            if (Ui.shown(node) && node instanceof Button button) {
                var words = button.getText() == null ? "" : button.getText();
                assertTrue(
                        !words.isBlank() || button.getAccessibleText() != null,
                        "No words for " + button);
                assertTrue(
                        words.isEmpty() || button.getWidth() + 1 >= button.prefWidth(-1),
                        "Cut off: " + words);
            }
        }
    }
}
