package org.clinicdesk.client.appointment;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Picture;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What a form offers that was left before, what of a series was left out, and where the keyboard is on a tick box.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FormScreensTest {

    private static SampleServer server;

    static Stream<Picture> pictures() {
        var over =
                Stream.of(
                        new Shot("form-left", "linh", FormScreensTest::leave),
                        new Shot("form-missed", "linh", FormScreensTest::miss),
                        new Shot("form-tick", "linh", FormScreensTest::tick));
        return Stream.concat(
                Pictures.of(over),
                Stream.of(
                        new Shot("form-left", "linh", FormScreensTest::leave).small(),
                        new Shot("form-missed", "linh", FormScreensTest::miss).small(),
                        new Shot("roster-reception", "linh", (desk, _) -> roster(desk)).small()));
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

    private static void begin(Scene scene) {
        Ui.find(scene, "appointment-day.grid");
        Ui.key(scene, KeyCode.F, false);
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "appointment-book.person");
    }

    private static void leave(Desk desk, Scene scene) {
        begin(scene);
        Ui.type(scene, "appointment-book.person", "grace kim");
        Ui.find(scene, "appointment-book.hit.0");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "appointment-book.taken");
        Ui.type(scene, "appointment-form.reason", "Đau đầu gối khi lên cầu thang");
        Ui.key(scene, KeyCode.ESCAPE, false);
        Ui.await("gone", () -> Ui.lookup(scene, "appointment-book") == null, gone -> gone);
        begin(scene);
        Ui.find(scene, "appointment-book.begun");
    }

    /// Two visits left out of a series, with what is free instead.
    private static void miss(Desk desk, Scene scene) {
        Ui.find(scene, "appointment-day.grid");
        var left =
                List.of(
                        new LeftOut.Line(
                                "Mon 23 November, 11:15",
                                desk.texts()
                                        .get(
                                                "appointment.refused.SLOT_TAKEN.doctor",
                                                "Dr. Amara Okafor"),
                                "",
                                Stream.of("13:00", "15:00", "16:30")
                                        .map(time ->
                                                new LeftOut.Choice(
                                                        time + " · Dr. Amara Okafor", _ -> {}))
                                        .toList()),
                        new LeftOut.Line(
                                "Mon 7 December, 11:15",
                                desk.texts().get("appointment.refused.SLOT_TAKEN.patient"),
                                "",
                                List.of(
                                        new LeftOut.Choice(
                                                "Tue 8 December, 11:15 · Dr. Amara Okafor",
                                                _ -> {}))));
        Ui.run(() -> MissedDialog.open(desk, new LeftOut("appointment.missed.title", left)));
        Ui.find(scene, "appointment-missed.instead-4");
    }

    private static void tick(Desk desk, Scene scene) {
        Ui.run(() -> {
            var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
            var request = SearchPatientsRequest.newBuilder().setText("hoai an").setLimit(5).build();
            desk.calls()
                    .call(() -> patients.searchPatients(request))
                    .then(found -> {
                        desk.patient().set(found.getHits(0).getPerson());
                        desk.navigator().go(Place.of("queue", "walk-in"));
                    });
        });
        var box = Ui.find(scene, "queue-group.PRIORITY_GROUP_PREGNANT");
        Ui.run(box::requestFocus);
    }

    private static void roster(Desk desk) {
        Ui.run(() -> desk.navigator().go(Place.of("roster")));
    }

    @ParameterizedTest
    @MethodSource
    void pictures(Picture picture) {
        Pictures.take(server, picture);
    }
}
