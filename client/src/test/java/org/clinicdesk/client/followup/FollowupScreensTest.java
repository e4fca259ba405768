package org.clinicdesk.client.followup;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Picture;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Notices;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Threads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What is due at the desk, and the follow-ups of one person beside his record.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FollowupScreensTest {

    private static SampleServer server;
    private static String patientId;

    static Stream<Picture> pictures() {
        var due = new Shot("followup-due", "linh", FollowupScreensTest::due);
        return Stream.of(
                        Pictures.everywhere(due),
                        Stream.of(due.small(), due.small("vi")),
                        Pictures.of(
                                Stream.of(
                                        new Shot(
                                                "followup-order",
                                                "okafor",
                                                FollowupScreensTest::order),
                                        new Shot(
                                                "followup-record",
                                                "okafor",
                                                FollowupScreensTest::record),
                                        new Shot(
                                                "followup-todo",
                                                "linh",
                                                (desk, scene) ->
                                                        Ui.find(
                                                                scene,
                                                                "appointment-unfinished.follow-ups")))))
                .flatMap(all -> all);
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Ui.start();
        var doctor = server.deskOf("okafor");
        patientId = Known.find(doctor, "grace kim").getPatientId();
        order(doctor, "grace kim", 0, "Đo huyết áp, xem lại thuốc");
        order(doctor, "grace kim", 90, "HbA1c sau ba tháng");
        order(doctor, "oliver grant", 0, "Cắt chỉ");
        order(doctor, "henry adams", 14, "");
        order(doctor, "lucia fernandez", 0, "Resultados del análisis");
    }

    private static void order(Desk desk, String person, int days, String reason) {
        var order = new OrderModel(desk, Known.find(desk, person));
        order.due().set(desk.today().plusDays(days));
        order.reason().set(reason);
        order.order(() -> {});
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void due(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("followup")));
        Ui.press(scene, "followup-due.until.month");
        var rows = (TableView<?>) Ui.find(scene, "followup-due.rows");
        Ui.await("rows", () -> rows.getItems().size(), size -> size > 2);
        Ui.find(scene, "followup-due.time.6");
    }

    private static void record(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("record", "view").with("patient_id", patientId)));
        Ui.find(scene, "followup-panel.order");
    }

    private static void order(Desk desk, Scene scene) {
        record(desk, scene);
        Ui.key(scene, KeyCode.G, true);
        Ui.find(scene, "followup-order.reason");
    }

    @Test
    void aDoctorOrdersWithThreeKeys() {
        var desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "okafor");
        var scene = Ui.show(desk, 1440, 900);
        try {
            order(desk, scene);
            Ui.key(scene, KeyCode.RIGHT, false);
            Ui.key(scene, KeyCode.ENTER, false);
            Ui.await(
                    "ordered",
                    () -> desk.notices().shown().stream().map(Notices.Notice::text).toList(),
                    said -> said.toString().contains("23 Feb"));
        } finally {
            Ui.close(desk, scene);
        }
        Ui.verify();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryControl(Picture picture) {
        Pictures.take(server, picture);
    }
}
