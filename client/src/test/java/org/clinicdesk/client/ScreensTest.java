package org.clinicdesk.client;

import io.grpc.Status;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures.Picture;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.platform.Address;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.Theme;
import org.clinicdesk.client.session.SessionFeature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
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

    static Stream<Shot> shots() {
        return Stream.of(
                new Shot("sign-in", "", (desk, scene) -> {}),
                new Shot("lock", "linh", (desk, scene) -> Ui.run(desk.session()::lock)),
                new Shot(
                        "password",
                        "linh",
                        (desk, scene) ->
                                Ui.run(() -> desk.navigator().go(SessionFeature.PASSWORD))),
                patient("patient-empty", (desk, scene) -> {}),
                patient(
                        "patient-none",
                        (desk, scene) -> Ui.type(scene, "patient-search.query", "Zyx")),
                patient(
                        "patient-search",
                        (desk, scene) -> Ui.type(scene, "patient-search.query", "nguyen t")),
                patient("patient-register", ScreensTest::register),
                patient("patient-record", ScreensTest::record),
                patient("palette", ScreensTest::palette),
                patient("keys", (desk, scene) -> Ui.key(scene, KeyCode.F1, false)),
                patient("toasts", ScreensTest::notices));
    }

    /// Begins where people are found.
    private static Shot patient(String name, BiConsumer<Desk, Scene> go) {
        return new Shot(
                name,
                "linh",
                (desk, scene) -> {
                    Ui.run(() -> desk.navigator().go(Place.of("patient")));
                    go.accept(desk, scene);
                });
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
        var everyPlace = new Shot("places", "admin", (desk, scene) -> {});
        return Stream.concat(
                shots().flatMap(shot ->
                        Stream.of(
                                shot.in("en", Theme.Mode.LIGHT),
                                shot.in("vi", Theme.Mode.DARK),
                                shot.small())),
                Stream.of(everyPlace.in("vi", Theme.Mode.LIGHT), everyPlace.small()));
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

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryControl(Picture picture) {
        Pictures.take(server, picture);
    }
}
