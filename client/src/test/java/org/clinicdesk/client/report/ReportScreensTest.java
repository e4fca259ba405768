package org.clinicdesk.client.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.pharmacy.Ward;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReportScreensTest {

    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        return Stream.concat(
                Stream.of("report-alerts", "report-day")
                        .flatMap(name ->
                                Stream.of(
                                        shot(name).small(),
                                        new Pictures.Picture(
                                                shot(name), "vi", Theme.Mode.DARK, 1100, 720))),
                Pictures.of(
                        Stream.of(
                                shot("report-day"),
                                shot("report-alerts"),
                                new Shot("report-alerts-paper", "quynh", ReportScreensTest::paper),
                                new Shot("report-none", "quynh", ReportScreensTest::nothing))));
    }

    private static Shot shot(String name) {
        return new Shot(
                name,
                "quynh",
                name.equals("report-day") ? ReportScreensTest::day : ReportScreensTest::alerts);
    }

    private static void day(Desk desk, Scene scene) {
        go(desk);
        Ui.find(scene, "report-day.table-practitioners");
        Ui.run(() -> readsWholly(scene));
    }

    private static void go(Desk desk) {
        Ui.run(() -> desk.navigator().go(Place.of("report")));
    }

    private static void alerts(Desk desk, Scene scene) {
        go(desk);
        Ui.press(scene, "report-day.kind.alerts");
        Ui.find(scene, "report-day.table-rules_counter");
        Ui.find(scene, "report-day.period");
        Ui.run(() -> readsWholly(scene));
    }

    /// The day with its year, each figure and its words, however long they are in a language.
    private static void readsWholly(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var day = ((DatePicker) Ui.lookup(scene, "report-day.date")).getEditor();
        var words = new Text(day.getText());
        words.setFont(day.getFont());
        assertTrue(
                words.getLayoutBounds().getWidth()
                        <= day.getWidth() - day.snappedLeftInset() - day.snappedRightInset(),
                day.getText());
        scene.getRoot()
                .lookupAll(".tile .label")
                .forEach(word -> {
                    var tile = word.getParent();
                    assertTrue(
                            word.getBoundsInParent().getMaxY()
                                    <= tile.getLayoutBounds().getHeight() - 8,
                            ((Label) word).getText());
                });
    }

    private static void paper(Desk desk, Scene scene) {
        alerts(desk, scene);
        Ui.press(scene, "report-day.print");
        Ui.find(scene, "report-paper.page-1");
    }

    /// Some are heeded, some are not, at the doctor's and at the counter.
    private static void alert(Ward ward) {
        var anh = ward.person("nguyen thi anh");
        ward.sign(
                anh, Ward.line("clarithromycin-500-mg-tablet", "Clarithromycin 500 mg tablet", 21));
        ward.sign(anh, Ward.amoxicillin(21));
        var kim = ward.person("kim");
        var signed = ward.sign(kim, Ward.amoxicillin(21), Ward.cetirizine(21));
        ward.becomesAllergicToPenicillin(kim);
        ward.look(signed);
        var again = ward.sign(kim, Ward.amoxicillin(21));
        ward.handOut(again);
        ward.handOut(signed);
        ward.lot("tramadol-50-mg-capsule", "TRM-2611", 200);
        var twice = Ward.tramadol(42).toBuilder().setRepeats(1).build();
        var early = ward.sign(ward.person("my duyen"), twice);
        ward.handOut(early);
        ward.handOut(early);
    }

    private static void nothing(Desk desk, Scene scene) {
        go(desk);
        for (var i = 0; i < 3; i++) {
            Ui.press(scene, "report-day.previous");
        }
        Ui.press(scene, "report-day.xlsx");
        Ui.find(scene, "report-day.refused");
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        alert(new Ward(server));
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
