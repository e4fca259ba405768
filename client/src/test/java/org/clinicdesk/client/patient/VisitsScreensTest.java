package org.clinicdesk.client.patient;

import com.google.protobuf.Timestamp;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.common.v1.PersonLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The visits of somebody beside his name, and all of them over the screen; and the keys of the screen that has most.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class VisitsScreensTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        var panel = new Shot("patient-visits", "linh", VisitsScreensTest::panel);
        var all = new Shot("patient-visits-all", "linh", VisitsScreensTest::all);
        var record = new Shot("patient-visits-record", "linh", VisitsScreensTest::record);
        var keys = new Shot("keys-board", "linh", VisitsScreensTest::keys);
        var series = new Shot("patient-visits-series", "linh", VisitsScreensTest::series);
        return Stream.concat(
                Pictures.of(Stream.of(panel, all, series)),
                Stream.of(record.small(), keys.small(), all.small(), panel.small()));
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Ui.start();
        var desk = server.deskOf("linh");
        var search = new PatientSearchModel(desk);
        search.query().set("ho ngoc lan");
        var visits = search.visits();
        visits.steps().run(VisitStep.CANCEL, visits.visits().get().ahead().getLast());
        visits.steps().run(VisitStep.CONFIRM, visits.visits().get().ahead().getFirst());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void panel(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("patient")));
        Ui.type(scene, "patient-search.query", "ho ngoc lan");
        Ui.find(scene, "patient-search.visits.0");
    }

    private static void all(Desk desk, Scene scene) {
        panel(desk, scene);
        Ui.key(scene, KeyCode.T, true);
        Ui.find(scene, "patient-visits.1");
    }

    private static void series(Desk desk, Scene scene) {
        panel(desk, scene);
        Ui.run(() -> {
            var steps = new VisitSteps(desk, visit -> {}, () -> {});
            var visit =
                    Appointment.newBuilder()
                            .setPerson(PersonLine.newBuilder().setName("Hồ Ngọc Lan"))
                            .setStart(Timestamp.newBuilder().setSeconds(1_796_000_400))
                            .setSeriesNumber(2)
                            .setSeriesVisits(6)
                            .build();
            SeriesDialog.run(desk, steps, VisitStep.CANCEL, visit);
        });
        Ui.find(scene, "patient-series.scope_all");
    }

    private static void record(Desk desk, Scene scene) {
        panel(desk, scene);
        Ui.press(scene, "patient-search.open");
        Ui.find(scene, "patient-record.visits.0");
    }

    private static void keys(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("appointment")));
        Ui.find(scene, "appointment-day.grid");
        Ui.key(scene, KeyCode.F1, false);
        Ui.find(scene, "shell-keys");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void standsOnTheScreen(Pictures.Picture picture) {
        Pictures.take(server, picture);
    }
}
