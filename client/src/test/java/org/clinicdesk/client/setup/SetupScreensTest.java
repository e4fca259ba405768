package org.clinicdesk.client.setup;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The screens of the bookings setup, by the keyboard.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SetupScreensTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        var form = new Shot("setup-type", "quynh", SetupScreensTest::form);
        return Stream.concat(
                Pictures.of(
                        Stream.of(
                                new Shot("setup-types", "quynh", SetupScreensTest::types),
                                form,
                                new Shot("setup-resource", "quynh", SetupScreensTest::resource),
                                new Shot("setup-doctor", "quynh", SetupScreensTest::doctor),
                                new Shot(
                                        "setup-prescribing",
                                        "quynh",
                                        SetupScreensTest::prescribing))),
                Stream.of(form.small()));
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

    private static void types(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("setup")));
        Ui.awaitTrue("the types", () -> hasRows(scene, "setup-types.rows"));
    }

    private static boolean hasRows(Scene scene, String id) {
        var found = Ui.lookup(scene, id);
        return found instanceof javafx.scene.control.TableView<?> table
                && !table.getItems().isEmpty();
    }

    /// A new one with something that cannot be saved.
    private static void form(Desk desk, Scene scene) {
        types(desk, scene);
        Ui.key(scene, KeyCode.N, true);
        Ui.find(scene, "setup-type-form.name");
        Ui.type(scene, "setup-type-form.minutes", "2");
        Ui.press(scene, "setup-type.colour-00838F");
        Ui.press(scene, "setup-type.primary");
    }

    /// Days that no prescription is valid.
    private static void prescribing(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("setup", "rules")));
        var days = (TextField) Ui.find(scene, "setup-prescribing-form.valid_days");
        Ui.awaitTrue("the rules", () -> days.getText().equals("90"));
        Ui.type(scene, "setup-prescribing-form.valid_days", "0");
        Ui.press(scene, "setup-rules.save");
        Ui.run(() -> ((ScrollPane) scene.lookup(".page-scroll")).setVvalue(1));
    }

    private static void resource(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("setup", "resources")));
        Ui.awaitTrue("the rooms", () -> hasRows(scene, "setup-resources.rows"));
        Ui.key(scene, KeyCode.N, true);
        Ui.find(scene, "setup-resource-form.name");
    }

    private static void doctor(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("setup", "doctors")));
        Ui.awaitTrue("the doctors", () -> hasRows(scene, "setup-doctors.rows"));
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "setup-limits-form.day_visits");
        Ui.type(scene, "setup-limits-form.day_visits", "0");
        Ui.press(scene, "setup-limits.primary");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryControl(Pictures.Picture picture) {
        Pictures.take(server, picture);
    }

    @Test
    void theQueueTellsWhatHappenedToSomebody() {
        var shot = new Shot("queue-history", "linh", SetupScreensTest::history);
        Pictures.take(server, shot.in("en", Theme.Mode.LIGHT));
        Pictures.take(server, shot.in("vi", Theme.Mode.DARK));
    }

    private static void history(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("queue")));
        Ui.awaitTrue("the queue", () -> hasRows(scene, "queue-list.entries"));
        assertNotNull(Ui.lookup(scene, "queue-list.wall"));
        Ui.key(scene, KeyCode.H, false);
        Ui.find(scene, "queue-history");
    }
}
