package org.clinicdesk.client.roster;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.clinicdesk.client.Pictures;
import org.clinicdesk.client.Pictures.Shot;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RosterScreensTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static SampleServer server;

    static Stream<Pictures.Picture> pictures() {
        return Pictures.of(
                Stream.of(
                        new Shot("roster-week", "duc", RosterScreensTest::week),
                        new Shot("roster-shared", "duc", RosterScreensTest::shared),
                        new Shot("roster-hours", "duc", RosterScreensTest::hours),
                        new Shot("roster-hours-weekly", "duc", RosterScreensTest::weekly),
                        new Shot("roster-like", "duc", RosterScreensTest::like),
                        new Shot("roster-hours-booked", "duc", RosterScreensTest::booked),
                        new Shot("roster-absence", "duc", RosterScreensTest::absence),
                        new Shot("roster-absences", "duc", RosterScreensTest::absences),
                        new Shot("roster-passed", "duc", RosterScreensTest::passed)));
    }

    private static void go(Desk desk, Place place) {
        Ui.run(() -> desk.navigator().go(place));
    }

    private static void week(Desk desk, Scene scene) {
        go(desk, RosterFeature.WEEK);
        Ui.find(scene, "roster-week.cell-0-0");
        Ui.find(scene, "roster-week.missing");
        Ui.find(scene, "roster-week.approve");
    }

    /// Two doctors in one room.
    private static void shared(Desk desk, Scene scene) {
        week(desk, scene);
        var cell = Ui.find(scene, "roster-week.cell-1-0");
        Ui.run(cell::requestFocus);
    }

    /// By keyboard alone: the cell to the right, then Enter.
    private static void hours(Desk desk, Scene scene) {
        go(desk, RosterFeature.WEEK);
        var cell = Ui.find(scene, "roster-week.cell-0-0");
        Ui.run(cell::requestFocus);
        Ui.key(scene, KeyCode.RIGHT, false);
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.type(scene, "roster-hours.typed", "8-12 11-17");
        Ui.press(scene, "roster-hours.primary");
        Ui.await(
                "what is wrong",
                () -> Ui.lookup(scene, "roster-hours.wrong"),
                java.util.Objects::nonNull);
    }

    /// Weekly hours entered at a day that has others.
    private static void weekly(Desk desk, Scene scene) {
        go(desk, RosterFeature.WEEK);
        var cell = Ui.find(scene, "roster-week.cell-1-1");
        Ui.run(cell::requestFocus);
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.press(scene, "roster-hours.reach.weekly");
        Ui.press(scene, "roster-hours.working");
        Ui.find(scene, "roster-hours.own");
    }

    private static void like(Desk desk, Scene scene) {
        go(desk, RosterFeature.WEEK);
        var cell = Ui.find(scene, "roster-week.cell-1-1");
        Ui.run(cell::requestFocus);
        Ui.press(scene, "roster-week.like");
        Ui.find(scene, "roster-like.hours");
    }

    /// Hours are taken away on a day with visits: what happens to them is said first.
    private static void booked(Desk desk, Scene scene) {
        go(desk, RosterFeature.WEEK);
        var cell = Ui.find(scene, "roster-week.cell-0-0");
        Ui.run(cell::requestFocus);
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.type(scene, "roster-hours.typed", "20-21");
        Ui.press(scene, "roster-hours.primary");
        Ui.find(scene, "roster-booked.primary");
    }

    private static void absence(Desk desk, Scene scene) {
        go(desk, RosterFeature.WEEK);
        Ui.find(scene, "roster-week.cell-0-0");
        Ui.press(scene, "roster-week.absence");
        Ui.find(scene, "roster-absence.hit");
    }

    private static void absences(Desk desk, Scene scene) {
        go(desk, RosterFeature.ABSENCES);
        Ui.find(scene, "roster-absences.void");
    }

    /// Some of its events are no holidays.
    private static void passed(Desk desk, Scene scene) {
        go(desk, RosterFeature.ABSENCES);
        Ui.find(scene, "roster-absences.void");
        try {
            var file = Files.createTempFile("holidays", ".ics");
            file.toFile().deleteOnExit();
            Files.writeString(file, CALENDAR);
            desk.paper().readsFrom(ending -> Optional.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Ui.press(scene, "roster-absences.import");
        Ui.find(scene, "roster-passed.rows");
    }

    private static final String CALENDAR =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:old
            SUMMARY:Giải phóng miền Nam
            DTSTART;VALUE=DATE:20260430
            END:VEVENT
            BEGIN:VEVENT
            UID:noon
            SUMMARY:Team lunch
            DTSTART:20270120T050000Z
            END:VEVENT
            BEGIN:VEVENT
            UID:far
            SUMMARY:Día de la Constitución
            DTSTART;VALUE=DATE:20331206
            END:VEVENT
            BEGIN:VEVENT
            UID:off
            SUMMARY:Moved to the week after, for the building is being painted all through that month
            DTSTART;VALUE=DATE:20270301
            STATUS:CANCELLED
            END:VEVENT
            END:VCALENDAR
            """;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        aBusyWeek();
        Ui.start();
    }

    private static void aBusyWeek() {
        var head = server.deskOf("duc");
        var week = new WeekModel(head);
        hours(week, 1, 1, "9-16 (12-12:45)");
        hours(week, 2, 4, "");
        inRoom(week, 1, 0, "8-17 (12-13)");
        inRoom(week, 2, 0, "8-17 (12-13)");
        enter(head, AbsenceKind.ABSENCE_KIND_HOLIDAY, "", 4, 4, "Ngày Nhà giáo (nghỉ bù)");
        enter(head, AbsenceKind.ABSENCE_KIND_VACATION, practitioner(week, 3), 7, 14, "");
        var away = practitioner(week, 0);
        enter(head, AbsenceKind.ABSENCE_KIND_TRAINING, away, 2, 3, "ESC congress, Madrid");
        var asking = server.deskOf("okafor");
        var request = new AbsenceModel(asking, new AbsenceModel.Start("", MONDAY), () -> {});
        request.first().set(MONDAY.plusDays(21).toString());
        request.last().set(MONDAY.plusDays(25).toString());
        request.save();
        week.go(1);
        for (var day = 0; day < WeekModel.DAYS; day++) {
            week.cursor().set(new WeekModel.Cell(4, day));
            var model =
                    new HoursModel(
                            week, week.row().orElseThrow(), week.day().orElseThrow(), () -> {});
            model.typed().set("");
            model.reach().set(HoursModel.Reach.FORTNIGHTLY);
            model.save();
        }
    }

    private static String practitioner(WeekModel week, int row) {
        return week.week().get().getRows(row).getPractitionerId();
    }

    private static void hours(WeekModel week, int row, int day, String typed) {
        week.cursor().set(new WeekModel.Cell(row, day));
        var model =
                new HoursModel(week, week.row().orElseThrow(), week.day().orElseThrow(), () -> {});
        model.typed().set(typed);
        model.save();
    }

    private static void inRoom(WeekModel week, int row, int day, String typed) {
        week.cursor().set(new WeekModel.Cell(row, day));
        var model =
                new HoursModel(week, week.row().orElseThrow(), week.day().orElseThrow(), () -> {});
        model.typed().set(typed);
        model.room().set(model.rooms().get(2));
        model.save();
    }

    private static void enter(
            Desk head, AbsenceKind kind, String who, int first, int last, String note) {
        var model = new AbsenceModel(head, new AbsenceModel.Start(who, MONDAY), () -> {});
        model.kind().set(kind);
        model.first().set(MONDAY.plusDays(first).toString());
        model.last().set(MONDAY.plusDays(last).toString());
        model.note().set(note);
        model.despiteBooked().set(true);
        model.save();
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
