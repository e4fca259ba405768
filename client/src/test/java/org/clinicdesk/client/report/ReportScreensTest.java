package org.clinicdesk.client.report;

import javafx.scene.Scene;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReportScreensTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        return Pictures.of(
                Stream.of(
                        new Shot("report-day", "quynh", (desk, scene) -> go(desk)),
                        new Shot("report-none", "quynh", ReportScreensTest::nothing)));
    }

    private static void go(Desk desk) {
        Ui.run(() -> desk.navigator().go(Place.of("report")));
    }

    private static void nothing(Desk desk, Scene scene) {
        go(desk);
        for (var i = 0; i < 3; i++) {
            Ui.press(scene, "report-day.previous");
        }
        Ui.press(scene, "report-day.xlsx");
        Ui.find(scene, "report-day.refused");
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
}
