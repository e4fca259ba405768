package org.clinicdesk.client.waitlist;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.waitlist.v1.FreedSlot;
import org.clinicdesk.waitlist.v1.Urgency;
import org.clinicdesk.waitlist.v1.Wanted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The list in every language and theme, and its keys.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WaitlistScreensTest {

    /// Of the times that became free, the one that another desk offers.
    private static final int OFFERED = 1;

    private static SampleServer server;
    private static PersonLine someone;

    static Stream<Pictures.Picture> pictures() {
        var list = new Shot("waitlist", "linh", WaitlistScreensTest::open);
        return Stream.of(
                        Pictures.everywhere(list),
                        Stream.of(list.small()),
                        Pictures.of(
                                Stream.of(
                                        new Shot("waitlist-add", "linh", WaitlistScreensTest::add),
                                        new Shot(
                                                "waitlist-withdraw",
                                                "linh",
                                                WaitlistScreensTest::withdraw),
                                        new Shot(
                                                "waitlist-offered",
                                                "linh",
                                                WaitlistScreensTest::offered),
                                        new Shot(
                                                "waitlist-reader",
                                                "quynh",
                                                WaitlistScreensTest::open),
                                        new Shot(
                                                "waitlist-board",
                                                "linh",
                                                WaitlistScreensTest::board))))
                .flatMap(all -> all);
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Ui.start();
        var others = new FreedTimes(server.deskOf("linh"));
        var second = Wanted.newBuilder().setNote("Di động, sau 16:00");
        others.waits(
                others.person("Nguyễn", "Thị Hồng Nhung", "0903 555 121"),
                Urgency.URGENCY_URGENT,
                second);
        others.waits(
                others.person("Trần", "Minh Khôi", "0912 888 430"),
                Urgency.URGENCY_ROUTINE,
                Wanted.newBuilder().addPractitionerIds(others.doctor(0)));
        others.waits(
                others.person("Ñíguez Álvarez", "María Fernanda", "+34 600 100 200"),
                Urgency.URGENCY_ASAP,
                Wanted.newBuilder()
                        .setFromMinute(480)
                        .setToMinute(720)
                        .addWeekdays(1)
                        .addWeekdays(3)
                        .setLatest("2026-12-18"));
        others.frees(0, 7, "09:00");
        others.frees(1, 7, "14:30");
        others.frees(0, 9, "10:00");
        someone = others.person("Lê", "Quốc Bảo", "0987 654 321");
        others.books(someone, 0, 21, "15:00");
        offerOne();
    }

    /// Another desk asks somebody for the second time.
    private static void offerOne() {
        var desk = server.deskOf("linh");
        var model = new WaitlistModel(desk);
        model.read();
        new OfferSteps(desk, model).next(model.slots().get(OFFERED));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void open(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("waitlist")));
        slots(scene);
        Ui.find(scene, "waitlist-slot.person.1");
    }

    @SuppressWarnings("unchecked")
    private static TableView<FreedSlot> slots(Scene scene) {
        var slots = (TableView<FreedSlot>) Ui.find(scene, "waitlist-list.slots");
        Ui.await("slots", () -> slots.getItems().size(), size -> size > 0);
        return slots;
    }

    private static void add(Desk desk, Scene scene) {
        Ui.run(() -> desk.patient().set(someone));
        open(desk, scene);
        Ui.key(scene, KeyCode.W, false);
        Ui.find(scene, "waitlist-wish.primary");
    }

    private static void withdraw(Desk desk, Scene scene) {
        open(desk, scene);
        var entries = (TableView<?>) Ui.find(scene, "waitlist-list.entries");
        Ui.run(() -> entries.getSelectionModel().select(0));
        Ui.key(scene, KeyCode.DELETE, false);
        Ui.find(scene, "waitlist-withdraw.patient");
    }

    private static void offered(Desk desk, Scene scene) {
        open(desk, scene);
        var slots = slots(scene);
        Ui.run(() -> slots.getSelectionModel().select(OFFERED));
        Ui.find(scene, "waitlist-slot.left");
    }

    private static void board(Desk desk, Scene scene) {
        Ui.run(() -> desk.navigator().go(Place.of("appointment")));
        Ui.find(scene, "appointment-proposals");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryControl(Pictures.Picture picture) {
        Pictures.take(server, picture);
    }

    @Test
    void theKeysOfferAndGiveUp() {
        var desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "linh");
        var scene = Ui.show(desk, 1440, 900);
        try {
            open(desk, scene);
            var slots = slots(scene);
            Ui.run(slots::requestFocus);
            Ui.key(scene, KeyCode.ENTER, false);
            Ui.find(scene, "waitlist-slot.give-up");
            Ui.picture(scene, Path.of("target", "screens", "waitlist-mine.png"));
            assertTrue(Ui.on(() -> slots.getItems().getFirst().getOffer().getMine()));
            Ui.key(scene, KeyCode.G, false);
            Ui.await("no offer", () -> slots.getItems().getFirst().hasOffer(), offered -> !offered);
        } finally {
            Ui.close(desk, scene);
        }
        Ui.verify();
    }
}
