package org.clinicdesk.client.staff;

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
class StaffScreensTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        return Pictures.of(
                Stream.of(
                        new Shot(
                                "staff-list",
                                "quynh",
                                (desk, scene) -> go(desk, Place.of("staff"))),
                        new Shot("staff-new", "admin", StaffScreensTest::wrong),
                        new Shot("staff-member", "admin", StaffScreensTest::member),
                        new Shot("staff-password", "admin", StaffScreensTest::password),
                        new Shot(
                                "staff-roles",
                                "admin",
                                (desk, scene) -> go(desk, StaffFeature.ROLES))));
    }

    private static void go(Desk desk, Place place) {
        Ui.run(() -> desk.navigator().go(place));
    }

    private static void wrong(Desk desk, Scene scene) {
        go(desk, StaffFeature.NEW);
        Ui.type(scene, "staff-form.name", "BS. Nguyễn Thị Ánh Tuyết");
        Ui.type(scene, "staff-form.login", "Ánh");
        Ui.press(scene, "staff-new.save");
    }

    private static void member(Desk desk, Scene scene) {
        go(desk, Place.of("staff"));
        Ui.type(scene, "staff-list.query", "duc");
        Ui.press(scene, "staff-list.edit");
        Ui.find(scene, "staff-form.role-doctor");
    }

    private static void password(Desk desk, Scene scene) {
        go(desk, Place.of("staff"));
        Ui.type(scene, "staff-list.query", "castro");
        Ui.press(scene, "staff-list.reset");
        Ui.press(scene, "staff-reset.primary");
        Ui.find(scene, "staff-password.value");
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
