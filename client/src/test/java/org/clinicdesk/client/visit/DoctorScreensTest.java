package org.clinicdesk.client.visit;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.record.v1.AddToleranceRequest;
import org.clinicdesk.record.v1.RecordServiceGrpc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DoctorScreensTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        var called = new Shot("visit-called", "okafor", DoctorScreensTest::called);
        return Stream.concat(Stream.of(called.small()), Pictures.of(shots(called)));
    }

    private static Stream<Shot> shots(Shot called) {
        return Stream.of(
                called,
                new Shot("queue-all", "okafor", DoctorScreensTest::everybody),
                new Shot("visit", "okafor", DoctorScreensTest::visit),
                new Shot("visit-colleague", "herrera", DoctorScreensTest::inTheRoom),
                new Shot(
                        "record", "castro", (desk, scene) -> record(desk, scene, "nguyen thi anh")),
                new Shot("record-allergy", "banerjee", DoctorScreensTest::allergy),
                new Shot("record-tolerated", "okafor", DoctorScreensTest::tolerated),
                new Shot("record-answers", "banerjee", DoctorScreensTest::answers),
                new Shot("record-answer", "banerjee", DoctorScreensTest::answer));
    }

    private static void go(Desk desk, Place place) {
        Ui.run(() -> desk.navigator().go(place));
    }

    private static void everybody(Desk desk, Scene scene) {
        go(desk, Place.of("queue"));
        Ui.press(scene, "queue-list.whose.all");
    }

    private static void visit(Desk desk, Scene scene) {
        go(desk, Place.of("queue"));
        Ui.press(scene, "queue-list.call-next");
        Ui.type(scene, "visit-form.findings", "Họng đỏ, amiđan không sưng. Phổi trong, tim đều.");
        Ui.type(scene, "visit-write.systolic", "138");
        Ui.type(scene, "visit-write.diastolic", "86");
        Ui.type(scene, "visit-write.temperature", "47");
        if (Ui.lookup(scene, "visit-write.remove-I10") == null) {
            Ui.type(scene, "visit-write.diagnosis", "I10");
            Ui.find(scene, "visit-write.found-I10");
            Ui.key(scene, KeyCode.ENTER, false);
        }
        Ui.type(scene, "visit-write.diagnosis", "J02");
        Ui.find(scene, "visit-write.found-free");
    }

    /// Nothing is written yet: the notes come later in this class.
    private static void called(Desk desk, Scene scene) {
        go(desk, Place.of("queue"));
        Ui.press(scene, "queue-list.call-next");
        Ui.find(scene, "visit-form.reason");
    }

    private static void inTheRoom(Desk desk, Scene scene) {
        go(desk, Place.of("queue"));
        Ui.press(scene, "queue-list.call-next");
        Ui.find(scene, "visit-form.reason");
        Ui.press(scene, "visit-write.finish");
    }

    private static void record(Desk desk, Scene scene, String name) {
        go(desk, Place.of("record", "view").with("patient_id", patient(desk, name)));
        Ui.find(scene, "record-view.allergies");
    }

    private static void allergy(Desk desk, Scene scene) {
        record(desk, scene, "juan perez");
        var button = (ButtonBase) Ui.find(scene, "record-view.add-allergy");
        Ui.run(button::fire);
        Ui.type(scene, "record-form.substance", "peni");
    }

    /// Told once; with the next picture it is known already.
    private static void tolerated(Desk desk, Scene scene) {
        var request =
                AddToleranceRequest.newBuilder()
                        .setPatientId(patient(desk, "oliver grant"))
                        .setIngredient("acetylsalicylic acid")
                        .setPartner("warfarin")
                        .setNote("Theo dõi INR hai tuần một lần, không chảy máu")
                        .build();
        var done = new CompletableFuture<Boolean>();
        desk.calls()
                .call(() ->
                        RecordServiceGrpc.newBlockingV2Stub(desk.channel()).addTolerance(request))
                .refused(_ -> done.complete(false))
                .then(_ -> done.complete(true));
        done.join();
        record(desk, scene, "oliver grant");
        Ui.find(scene, "record-view.tolerances");
    }

    /// Asked, taken back, and asked again; with the next picture once more.
    private static void answers(Desk desk, Scene scene) {
        record(desk, scene, "nguyen thi anh");
        Ui.press(scene, "record-view.confirm-allergies");
        Ui.awaitTrue("said", () -> !desk.notices().shown().isEmpty());
        Ui.run(() -> desk.undos().undo());
        Ui.find(scene, "record-view.former-allergies");
        var former = (TitledPane) Ui.find(scene, "record-view.former-allergies");
        Ui.run(() -> former.setExpanded(true));
    }

    private static void answer(Desk desk, Scene scene) {
        record(desk, scene, "lopez munoz");
        Ui.press(scene, "record-view.confirm-allergies");
        Ui.press(scene, "record-view.take-back-answer");
        Ui.find(scene, "record-answer.primary");
    }

    private static String patient(Desk desk, String name) {
        try {
            return PatientServiceGrpc.newBlockingV2Stub(desk.channel())
                    .searchPatients(SearchPatientsRequest.newBuilder().setText(name).build())
                    .getHits(0)
                    .getPerson()
                    .getPatientId();
        } catch (io.grpc.StatusException e) {
            throw new AssertionError(e);
        }
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
