package org.clinicdesk.client.appointment;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Picture;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Theme;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.WallTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The board and what lies over it, in every language and both themes, saved under `target/screens` for people to
/// judge.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BoardScreensTest {

    private static SampleServer server;

    static Stream<Picture> pictures() {
        var day = shot("day", BoardScreensTest::chooseWaiting);
        var over =
                Stream.of(
                        shot("book", BoardScreensTest::book),
                        shot("refused", BoardScreensTest::refused),
                        shot("move", BoardScreensTest::move),
                        shot("cancel", BoardScreensTest::cancel),
                        shot("booked", BoardScreensTest::chooseBooked),
                        shot("find", BoardScreensTest::find),
                        shot("special", BoardScreensTest::special),
                        shot("pinned", BoardScreensTest::pin),
                        shot("ask", BoardScreensTest::ask),
                        shot("unfinished", BoardScreensTest::unfinished),
                        new Shot("board-notices", "linh", BoardScreensTest::notices),
                        shot("closed", BoardScreensTest::closed));
        var small =
                Stream.of(
                        day.small(),
                        shot("keys", scene -> Ui.key(scene, KeyCode.F1, false)).small(),
                        shot("find", BoardScreensTest::find).small(),
                        shot("special", BoardScreensTest::special).small(),
                        shot("refused", BoardScreensTest::refused).small());
        // Each keeps a time for a while: for a third there is no doctor left who is free then.
        var elsewhere = shot("elsewhere", BoardScreensTest::elsewhere);
        var kept =
                Stream.of(
                        elsewhere.in("es", Theme.Mode.LIGHT), elsewhere.in("vi", Theme.Mode.DARK));
        return Stream.of(Pictures.everywhere(day), small, Pictures.of(over), kept)
                .flatMap(pictures -> pictures);
    }

    private static Shot shot(String name, Consumer<Scene> go) {
        return new Shot(
                "board-" + name,
                "linh",
                (desk, scene) -> {
                    Ui.await(
                            "a day",
                            () ->
                                    Ui.lookup(scene, "appointment-day.count.waiting")
                                                    instanceof Label label
                                            ? label.getText()
                                            : "0",
                            count -> !count.equals("0"));
                    go.accept(scene);
                });
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        holiday();
        Ui.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void closed(Scene scene) {
        for (var week = 0; week < 11; week++) {
            Ui.alt(scene, KeyCode.RIGHT);
        }
        Ui.await(
                "why it is closed",
                () -> Ui.lookup(scene, "appointment-day.closed"),
                java.util.Objects::nonNull);
    }

    private static void holiday() {
        var head = server.deskOf("duc");
        var roster = RosterServiceGrpc.newBlockingV2Stub(head.channel());
        var request =
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_HOLIDAY)
                        .setNote("Tết Nguyên Đán")
                        .setTime(WallTime.newBuilder().setFirstDay("2027-02-08"))
                        .build();
        head.calls().call(() -> roster.addAbsence(request)).then(_ -> {});
    }

    private static void chooseWaiting(Scene scene) {
        var row = Ui.find(scene, "appointment-waiting").lookup(".waiting");
        Ui.run(((Button) row)::fire);
    }

    private static void chooseBooked(Scene scene) {
        Ui.key(scene, KeyCode.END, false);
        for (int i = 0; i < 30 && Ui.lookup(scene, "appointment-selected.move") == null; i++) {
            Ui.key(scene, KeyCode.UP, false);
        }
    }

    private static void book(Scene scene) {
        Ui.key(scene, KeyCode.F2, false);
        Ui.type(scene, "appointment-book.person", "nguyen t");
        Ui.find(scene, "appointment-book.hit.1");
    }

    private static void find(Scene scene) {
        Ui.key(scene, KeyCode.F, true);
        Ui.type(scene, "appointment-find.text", "40 min tim mạch mañana not tue xe lăn zumba");
        Ui.find(scene, "appointment-find.unknown");
    }

    /// A visit that is not as usual, of a service that needs something and asks something of the person.
    private static void special(Scene scene) {
        Ui.key(scene, KeyCode.F, true);
        Ui.type(scene, "appointment-find.text", "ultrasound 45 min afternoon");
        var times = (TableView<?>) Ui.find(scene, "appointment-find.openings");
        Ui.await("times", () -> times.getItems().size(), size -> size > 0);
        Ui.pause();
        Ui.pause();
        Ui.pause();
        Ui.pause();
        Ui.pause();
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.type(scene, "appointment-book.person", "lucia");
        Ui.find(scene, "appointment-book.hit.0");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "appointment-book.visits");
    }

    private static void pin(Scene scene) {
        chooseBooked(scene);
        Ui.key(scene, KeyCode.P, false);
        var pinned = Ui.find(scene, "appointment-pins");
        Ui.run(((Button) pinned.lookup(".waiting"))::fire);
    }

    private static void ask(Scene scene) {
        chooseBooked(scene);
        Ui.press(scene, "appointment-selected.answer");
        Ui.find(scene, "appointment-ask.declined");
    }

    private static void unfinished(Scene scene) {
        Ui.press(scene, "appointment-unfinished.unconfirmed");
        Ui.find(scene, "appointment-unfinished.rows");
    }

    /// More of them at once than anybody reads.
    private static void notices(Desk desk, Scene scene) {
        Ui.find(scene, "appointment-unfinished.unconfirmed");
        Ui.run(() -> {
            var notices = desk.notices();
            for (var number = 1; number <= 6; number++) {
                notices.done(
                        "Grace Kim, 1" + number + ":00: checked in, ticket A-00" + number,
                        "Dr. Amara Okafor",
                        () -> {});
            }
            notices.reminder(
                    "3 more visits of the series of Nguyễn Thị Minh Khai are asked for and not"
                            + " agreed yet: they can be agreed to all at once");
            notices.reminder("Nothing is chosen");
            notices.reminder("Nothing is chosen");
            notices.failed("The file could not be written: the disk of this workstation is full");
        });
        Ui.find(scene, "shell-toast.more");
    }

    private static void refused(Scene scene) {
        chooseBooked(scene);
        Ui.key(scene, KeyCode.F, false);
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.type(scene, "appointment-book.person", "nguyen t");
        Ui.find(scene, "appointment-book.hit.1");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.type(scene, "appointment-form.reason", "Đau họng hai ngày");
        for (int i = 0; i < 60; i++) {
            Ui.press(scene, "appointment-book.later");
        }
        Ui.press(scene, "appointment-book.primary");
        Ui.find(scene, "appointment-book.time-refused");
    }

    /// The person is with another doctor at that time.
    private static void elsewhere(Scene scene) {
        chooseBooked(scene);
        Ui.key(scene, KeyCode.RIGHT, false);
        Ui.key(scene, KeyCode.F2, false);
        Ui.type(scene, "appointment-book.person", "ho ngoc lan");
        Ui.find(scene, "appointment-book.hit.0");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.press(scene, "appointment-book.primary");
        Ui.find(scene, "appointment-book.instead-1");
    }

    private static void move(Scene scene) {
        chooseBooked(scene);
        Ui.key(scene, KeyCode.M, false);
        List.of(KeyCode.RIGHT, KeyCode.UP, KeyCode.UP).forEach(key -> Ui.key(scene, key, false));
    }

    private static void cancel(Scene scene) {
        chooseBooked(scene);
        Ui.key(scene, KeyCode.DELETE, false);
        Ui.find(scene, "appointment-cancel.person");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void opensWithWordsOnEveryButton(Picture picture) {
        Pictures.take(server, picture);
    }
}
