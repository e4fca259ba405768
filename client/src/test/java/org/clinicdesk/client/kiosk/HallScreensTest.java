package org.clinicdesk.client.kiosk;

import javafx.scene.Scene;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.kiosk.v1.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What stands in the hall: the places that open the windows, and the face of the kiosk.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HallScreensTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        return Pictures.of(
                Stream.of(
                        new Shot(
                                "waitingroom-preview",
                                "screen",
                                (_, scene) -> Ui.find(scene, "waitingroom-wall.last")),
                        new Shot(
                                "kiosk-start",
                                "kiosk",
                                (_, scene) -> Ui.find(scene, "kiosk.open"))));
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
    void opensWithWordsOnEveryControl(Pictures.Picture picture) {
        Pictures.take(server, picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "es"})
    void theKioskShowsItsStartAPlaceAndARefusal(String language) {
        var settings = server.settings();
        settings.language(Locale.of(language));
        var desk = server.desk(settings, Threads.ofToolkit());
        server.signIn(desk, "kiosk");
        var model = new KioskModel(desk);
        var scene =
                Ui.show(() -> {
                    var made = new Scene(new KioskView(desk, model).root(), 1280, 720);
                    desk.theme().dress(made);
                    return made;
                });
        picture(scene, "kiosk-face-" + language);
        Ui.run(() -> model.take("A-001"));
        Ui.await("a place", () -> model.shown().get(), KioskModel.Placed.class::isInstance);
        picture(scene, "kiosk-placed-" + language);
        Ui.run(() -> model.show(several(model)));
        picture(scene, "kiosk-several-" + language);
        Ui.run(() -> {
            model.start();
            model.take("Q-001");
        });
        Ui.await("a refusal", () -> model.shown().get(), KioskModel.Refused.class::isInstance);
        picture(scene, "kiosk-refused-" + language);
        var start = Instant.parse("2026-11-23T07:00:00Z");
        Ui.run(() -> model.show(new KioskModel.Early(start, start.minus(Duration.ofHours(1)))));
        picture(scene, "kiosk-early-" + language);
        Ui.close(desk, scene);
        Ui.verify();
    }

    /// Of somebody who comes for three visits.
    private static KioskModel.Placed several(KioskModel model) {
        var one = ((KioskModel.Placed) model.shown().get()).places().getFirst();
        var waits = one.toBuilder().setState(Place.State.STATE_WAITS).setEstimatedMinutes(35);
        return new KioskModel.Placed(
                List.of(one, waits.setBefore(2).build(), waits.setBefore(0).build()));
    }

    private static void picture(Scene scene, String name) {
        Ui.picture(scene, Path.of("target", "screens", name + ".png"));
    }
}
