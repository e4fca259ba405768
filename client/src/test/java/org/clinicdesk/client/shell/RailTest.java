package org.clinicdesk.client.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Scene;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Picture;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The window of who may do everything, and so has every place in the rail, on low screens.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RailTest {

    /// The last of the rail.
    private static final String LAST = "audit";

    private static SampleServer server;

    static Stream<Picture> low() {
        var shot =
                new Shot(
                        "rail-low",
                        "admin",
                        (desk, scene) -> {
                            Ui.run(() -> desk.navigator().go(Place.of(LAST)));
                            Ui.pause();
                            Ui.pause();
                            Ui.run(() -> staysInside(scene));
                        });
        return Stream.of(
                new Picture(shot, "en", Theme.Mode.LIGHT, 1366, 768),
                new Picture(shot, "vi", Theme.Mode.DARK, 1100, 720),
                new Picture(shot, "es", Theme.Mode.LIGHT, 1024, 640));
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
    @MethodSource("low")
    void nothingIsPushedOutOfALowWindow(Picture picture) {
        Pictures.take(server, picture);
    }

    private static void staysInside(Scene scene) {
        for (var part : Stream.of(".topbar", ".statusbar").toList()) {
            assertInside(scene, scene.getRoot().lookup(part));
        }
        assertInside(scene, Ui.lookup(scene, "shell-rail." + LAST));
    }

    private static void assertInside(Scene scene, Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        assertTrue(
                bounds.getMinY() >= 0 && bounds.getMaxY() <= scene.getHeight(),
                "Out of the window: " + node + " " + bounds);
    }
}
