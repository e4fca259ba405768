package org.clinicdesk.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.platform.Address;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.Theme;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.client.session.SessionFeature;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Every screen opens in every language and theme, has words on every control, and is saved as a picture under
/// `target/screens` for people to judge.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ScreensTest {

    private static SampleServer server;

    /// A screen, and what is done before the picture is taken.
    record Shot(String name, boolean signedIn, BiConsumer<Desk, Scene> go) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// One picture: which screen, which language, which theme, which size.
    record Picture(Shot shot, String language, Theme.Mode theme, int width, int height) {
        @Override
        public String toString() {
            return shot.name
                    + "-"
                    + theme.name().toLowerCase(Locale.ROOT)
                    + "-"
                    + language
                    + (width < 1440 ? "-small" : "");
        }
    }

    static Stream<Shot> shots() {
        return Stream.of(
                new Shot("sign-in", false, (desk, scene) -> {}),
                new Shot("lock", true, (desk, scene) -> Ui.run(desk.session()::lock)),
                new Shot(
                        "password",
                        true,
                        (desk, scene) ->
                                Ui.run(() -> desk.navigator().go(SessionFeature.PASSWORD))),
                new Shot("patient-empty", true, (desk, scene) -> {}),
                new Shot(
                        "patient-none",
                        true,
                        (desk, scene) -> Ui.type(scene, "patient-search.query", "Zyx")),
                new Shot(
                        "patient-search",
                        true,
                        (desk, scene) -> Ui.type(scene, "patient-search.query", "nguyen t")),
                new Shot("patient-register", true, ScreensTest::register),
                new Shot("patient-record", true, ScreensTest::record),
                new Shot("palette", true, ScreensTest::palette),
                new Shot("keys", true, (desk, scene) -> Ui.key(scene, KeyCode.F1, false)),
                new Shot("toasts", true, ScreensTest::notices));
    }

    private static void register(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("patient", "register")));
        Ui.type(scene, "patient-form.family", "Nguyễn");
        Ui.type(scene, "patient-form.given", "Thị Ánh");
        Ui.press(scene, "patient-register.next");
        Ui.type(scene, "patient-form.birth_date", "14/3/1986");
    }

    private static void record(Desk desk, Scene scene) {
        Ui.type(scene, "patient-search.query", "nguyen thi anh");
        Ui.press(scene, "patient-search.open");
        Ui.type(scene, "patient-form.phones", "12");
        Ui.press(scene, "patient-record.save");
    }

    private static void palette(Desk desk, Scene scene) {
        Ui.key(scene, KeyCode.K, true);
        Ui.type(scene, "shell-palette.query", "an");
    }

    private static void notices(Desk desk, Scene scene) {
        Ui.type(scene, "patient-search.query", "mu");
        Ui.run(() -> {
            desk.notices().done("Carlos Ortega 11:15", "Dr. James Whitlow", () -> {});
            desk.explain(
                    new Problem(
                            Status.Code.INTERNAL,
                            "UNEXPECTED",
                            "platform",
                            Map.of("code", "7F3A"),
                            List.of()));
            desk.connection().use(List.of(new Address("localhost", 1)));
            desk.changes().follow(Set.of("staff"), () -> {});
        });
    }

    static Stream<Picture> pictures() {
        return shots().flatMap(shot ->
                Stream.of(
                        new Picture(shot, "en", Theme.Mode.LIGHT, 1440, 900),
                        new Picture(shot, "vi", Theme.Mode.DARK, 1440, 900),
                        new Picture(shot, "es", Theme.Mode.LIGHT, 1100, 720)));
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

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryControl(Picture picture) {
        var settings = server.settings();
        settings.language(Locale.of(picture.language));
        settings.theme(picture.theme);
        var desk = server.desk(settings, Threads.ofToolkit());
        if (picture.shot.signedIn) {
            server.signIn(desk, "linh");
        }
        var scene = Ui.on(() -> new Frame(desk).scene(picture.width, picture.height));
        if (picture.shot.signedIn) {
            Ui.run(() -> desk.navigator().go(Place.of("patient")));
        }
        picture.shot.go.accept(desk, scene);
        settle();
        Ui.picture(scene, Path.of("target", "screens", picture + ".png"));
        Ui.run(() -> judge(scene));
        Ui.run(desk::close);
    }

    /// Lets searches come back and layouts come to rest.
    private static void settle() {
        for (int i = 0; i < 15; i++) {
            Ui.pause();
        }
    }

    private static void judge(Scene scene) {
        Ui.nodes(scene.getRoot()).stream()
                .filter(Ui::shown)
                .forEach(node -> {
                    switch (node) {
                        case Button button -> {
                            assertTrue(named(button), "No words for " + button);
                            assertTrue(whole(button), "Cut off: " + button.getText());
                        }
                        case TextInputControl input ->
                                assertTrue(
                                        input.getAccessibleText() != null,
                                        "No accessible text for " + input);
                        default -> {}
                    }
                });
    }

    private static boolean named(Labeled control) {
        return control.getText() != null && !control.getText().isBlank()
                || control.getAccessibleText() != null;
    }

    private static boolean whole(Labeled control) {
        return control.isWrapText()
                || control.getWidth() + 1 >= control.prefWidth(-1)
                || control.getText().isEmpty();
    }
}
