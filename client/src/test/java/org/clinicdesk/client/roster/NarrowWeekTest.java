package org.clinicdesk.client.roster;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Picture;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The week in the smallest window, and weekly hours with a last day.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class NarrowWeekTest {

    private static SampleServer server;

    static Stream<Picture> pictures() {
        var week = new Shot("roster-narrow", "duc", NarrowWeekTest::week);
        var until = new Shot("roster-until", "duc", NarrowWeekTest::until);
        return Stream.of(
                new Picture(week, "vi", Theme.Mode.LIGHT, 1100, 720),
                until.small(),
                until.in("en", Theme.Mode.DARK));
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

    private static void week(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(RosterFeature.WEEK));
        Ui.find(scene, "roster-week.cell-0-0");
    }

    private static void until(Desk desk, Scene scene) {
        week(desk, scene);
        var cell = Ui.find(scene, "roster-week.cell-0-0");
        Ui.run(cell::requestFocus);
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.press(scene, "roster-hours.reach.weekly");
        Ui.type(scene, "roster-hours.until", "18/12/2026");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void standsOnTheScreen(Picture picture) {
        Pictures.take(server, picture);
    }
}
