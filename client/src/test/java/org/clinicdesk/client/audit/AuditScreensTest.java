package org.clinicdesk.client.audit;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

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
class AuditScreensTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        return Pictures.of(
                Stream.of(
                        new Shot("audit-trail", "quynh", (desk, scene) -> go(desk)),
                        new Shot("audit-person", "quynh", AuditScreensTest::person)));
    }

    private static void go(Desk desk) {
        Ui.run(() -> desk.navigator().go(Place.of("audit")));
    }

    private static void person(Desk desk, Scene scene) {
        go(desk);
        Ui.key(scene, KeyCode.F, true);
        Ui.type(scene, "audit-person.query", "nguyen t");
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Ui.start();
        AuditModelTest.leaveTraces(server);
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
