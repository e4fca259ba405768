package org.clinicdesk.client.queue;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.EveningVisit;
import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.queue.v1.QueueEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The waiting list in every language and theme.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class QueueScreensTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        var all = new Shot("queue-all", "banerjee", QueueScreensTest::open);
        return Stream.concat(Stream.of(all.small("vi"), all.small()), Pictures.of(shots()));
    }

    private static Stream<Shot> shots() {
        return Stream.of(
                new Shot("queue-mine", "okafor", QueueScreensTest::open),
                new Shot("queue-called", "whitlow", QueueScreensTest::open),
                new Shot("queue-transfer", "okafor", QueueScreensTest::transfer),
                new Shot("queue-groups", "okafor", QueueScreensTest::groups),
                new Shot("queue-expected", "linh", QueueScreensTest::expected),
                new Shot("queue-walk-in", "linh", QueueScreensTest::walkIn),
                new Shot("queue-all", "banerjee", QueueScreensTest::open),
                new Shot("queue-nobody", "ha", QueueScreensTest::open),
                new Shot("queue-elsewhere", "duc", QueueScreensTest::open));
    }

    private static void open(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("queue")));
        Ui.find(scene, "queue-list.entries");
    }

    private static void transfer(Desk desk, Scene scene) {
        open(desk, scene);
        rows(scene);
        Ui.key(scene, KeyCode.T, false);
        Ui.find(scene, "queue-transfer.reason");
    }

    private static void groups(Desk desk, Scene scene) {
        open(desk, scene);
        rows(scene);
        Ui.key(scene, KeyCode.G, false);
        Ui.find(scene, "queue-groups.primary");
    }

    private static void expected(Desk desk, Scene scene) {
        var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        var known = SearchPatientsRequest.newBuilder().setText("grace kim").setLimit(1).build();
        Ui.run(() ->
                desk.calls()
                        .call(() -> patients.searchPatients(known).getHits(0).getPerson())
                        .then(desk.patient()::set));
        Ui.await("somebody who comes today", desk.patient()::get, Objects::nonNull);
        open(desk, scene);
        Ui.press(scene, "queue-list.walk-in");
        Ui.find(scene, "queue-expected.other");
    }

    private static void walkIn(Desk desk, Scene scene) {
        expected(desk, scene);
        Ui.press(scene, "queue-expected.other");
        Ui.find(scene, "queue-walk-in.primary");
    }

    @SuppressWarnings("unchecked")
    private static TableView<QueueEntry> rows(Scene scene) {
        var list = (TableView<QueueEntry>) Ui.find(scene, "queue-list.entries");
        Ui.await("rows", () -> list.getItems().size(), size -> size > 0);
        return list;
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        oneIsWithAColleague();
        Ui.start();
    }

    /// Who is in the room of somebody waits for Dr. Đức too.
    private static void oneIsWithAColleague() {
        var colleague = new QueueModel(server.deskOf("banerjee"));
        colleague.read();
        var there =
                colleague.entries().stream()
                        .filter(entry -> !QueueModel.waits(entry))
                        .findFirst()
                        .orElseThrow();
        var session = server.deskOf("duc").session().desk();
        EveningVisit.arrive(
                server, session, there.getPerson().getPatientId(), session.getStaffId());
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
