package org.clinicdesk.client.replan;

import static org.clinicdesk.client.replan.Leave.OKAFOR;
import static org.clinicdesk.client.replan.Leave.WHITLOW;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Threads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReplanScreensTest {

    private static SampleServer server;
    private static Leave leave;
    private static String today;
    private static String telling;
    private static String refused;
    private static String nobody;
    private static String room;
    private static String accepted;

    static Stream<Pictures.Picture> pictures() {
        var board = new Shot("replan-board", "linh", ReplanScreensTest::board);
        return Stream.concat(
                Stream.concat(Pictures.everywhere(board), Stream.of(board.small())),
                Pictures.of(
                        Stream.of(
                                new Shot(
                                        "replan-alternative",
                                        "linh",
                                        ReplanScreensTest::alternative),
                                new Shot("replan-notices", "linh", ReplanScreensTest::notices),
                                new Shot("replan-refused", "linh", ReplanScreensTest::refused),
                                new Shot("replan-keep", "linh", ReplanScreensTest::keep),
                                new Shot("replan-nobody", "linh", ReplanScreensTest::nobody),
                                new Shot("replan-room", "linh", ReplanScreensTest::room),
                                new Shot("replan-look-only", "banerjee", ReplanScreensTest::board),
                                new Shot(
                                        "replan-unfinished", "linh", ReplanScreensTest::unfinished),
                                new Shot("replan-left", "linh", ReplanScreensTest::left))));
    }

    private static void go(Desk desk, Place place) {
        Ui.run(() -> desk.navigator().go(place));
    }

    private static void board(Desk desk, Scene scene) {
        go(desk, ReplanFeature.board(today));
        Ui.find(scene, "replan-board.alternative.1");
    }

    /// What the arrow keys light is what would be accepted.
    private static void alternative(Desk desk, Scene scene) {
        board(desk, scene);
        Ui.run(Ui.find(scene, "replan-board.alternative.1")::requestFocus);
        Ui.stroke(scene, KeyCode.DOWN);
        Ui.awaitTrue(
                "the second alternative keeps the keyboard",
                () -> scene.getFocusOwner().getId().equals("replan-board.alternative.2"));
    }

    private static void notices(Desk desk, Scene scene) {
        go(desk, ReplanFeature.board(telling));
        Ui.find(scene, "replan-board.visits");
        Ui.key(scene, KeyCode.M, false);
        Ui.find(scene, "replan-board.told");
    }

    private static void refused(Desk desk, Scene scene) {
        go(desk, ReplanFeature.board(refused));
        Ui.find(scene, "replan-board.alternative.1");
        var model = new ReplanModel(leave.reception(), refused);
        var taken = model.rows().getLast().proposed().orElseThrow();
        leave.take(taken);
        Ui.press(scene, "replan-board.accept-all");
        Ui.await(
                "why nothing was moved",
                () ->
                        Ui.nodes(scene.getRoot()).stream()
                                .filter(node -> node.getStyleClass().contains("t-red"))
                                .findFirst()
                                .orElse(null),
                Objects::nonNull);
    }

    private static void room(Desk desk, Scene scene) {
        go(desk, ReplanFeature.board(room));
        Ui.find(scene, "replan-board.alternative.1");
    }

    private static void keep(Desk desk, Scene scene) {
        board(desk, scene);
        Ui.press(scene, "replan-board.keep");
        Ui.find(scene, "replan-keep.reason");
    }

    private static void nobody(Desk desk, Scene scene) {
        go(desk, ReplanFeature.board(nobody));
        Ui.find(scene, "replan-board.visits");
    }

    private static void unfinished(Desk desk, Scene scene) {
        go(desk, Place.of("appointment"));
        Ui.find(scene, "appointment-unfinished.replan");
    }

    private static void left(Desk desk, Scene scene) {
        go(desk, ReplanFeature.LEFT);
        Ui.find(scene, "replan-left.rows");
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        leave = new Leave(server);
        today = leave.of(OKAFOR, 0);
        leave.book("Đặng", "Thị Hồng Nhung", WHITLOW, 9, "09:00");
        leave.book("Fernández", "Ignacio", WHITLOW, 9, "10:00");
        leave.book("Vũ", "Quang Huy", WHITLOW, 9, "10:30");
        leave.book("Okonkwo", "Adaeze", WHITLOW, 9, "14:00");
        telling = leave.of(WHITLOW, 9);
        told(new ReplanModel(leave.reception(), telling));
        leave.book("Cao", "Minh", OKAFOR, 16, "09:00");
        leave.book("Ibáñez", "Rosa", OKAFOR, 16, "10:00");
        refused = leave.of(OKAFOR, 16);
        nobody = leave.of(OKAFOR, 30);
        leave.bookIn(leave.room(), "Tô", "Gia Bảo", OKAFOR, 23, "09:00");
        leave.bookIn(leave.room(), "Kim", "Grace", WHITLOW, 23, "10:00");
        room = leave.closed(leave.room(), 23);
        leave.book("Bùi", "Thanh Hà", OKAFOR, 31, "09:00");
        accepted = leave.of(OKAFOR, 31);
        Ui.start();
    }

    /// One of each state: told, not reached, waiting for a time, to be told.
    private static void told(ReplanModel model) {
        model.pin();
        model.acceptAll();
        var notices = model.notices();
        notices.selected().set(notices.shown().get(1));
        notices.told();
        notices.selected().set(notices.shown().get(1));
        notices.notReached();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void enterAcceptsTheAlternativeThatIsLit() {
        var desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "linh");
        var scene = Ui.show(desk, 1440, 900);
        try {
            go(desk, ReplanFeature.board(accepted));
            Ui.run(Ui.find(scene, "replan-board.alternative.1")::requestFocus);
            Ui.stroke(scene, KeyCode.DOWN);
            var second = Ui.find(scene, "replan-board.alternative.2");
            Ui.awaitTrue("the second has the keyboard", () -> scene.getFocusOwner() == second);
            Ui.key(scene, KeyCode.ENTER, false);
            Ui.await(
                    "nothing is left to choose",
                    () -> Ui.lookup(scene, "replan-board.alternative.1"),
                    Objects::isNull);
            var table = Ui.find(scene, "replan-board.visits");
            Ui.awaitTrue("the list has the keyboard", () -> scene.getFocusOwner() == table);
        } finally {
            Ui.close(desk, scene);
        }
        Ui.verify();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryControl(Pictures.Picture picture) {
        Pictures.take(server, picture);
    }
}
