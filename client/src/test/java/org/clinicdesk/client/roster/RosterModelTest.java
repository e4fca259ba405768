package org.clinicdesk.client.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.PassedOver;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.Shift;
import org.clinicdesk.site.v1.SetSiteRequest;
import org.clinicdesk.site.v1.Site;
import org.clinicdesk.site.v1.SiteServiceGrpc;
import org.clinicdesk.staff.v1.AddStaffRequest;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// The roster as a head doctor keeps it. Each test has weeks of its own.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RosterModelTest {

    private static SampleServer server;
    private Desk head;
    private WeekModel week;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        head = server.deskOf("duc");
        week = new WeekModel(head);
    }

    private HoursModel hours() {
        return new HoursModel(week, week.row().orElseThrow(), week.day().orElseThrow(), () -> {});
    }

    private String shown() {
        return HoursText.write(week.day().orElseThrow().getShiftsList());
    }

    @Test
    void opensOnTheWeekOfToday() {
        assertEquals(LocalDate.of(2026, 11, 23), week.monday());
        assertEquals("08:00–12:00  13:00–17:00", shown());
    }

    @Test
    void savesOtherHoursForADay() {
        week.go(2);
        var hours = hours();
        hours.typed().set("9-13");
        hours.save();
        assertEquals("09:00–13:00", shown());
        assertEquals(DayMode.DAY_MODE_INSTEAD, week.day().orElseThrow().getMode());
        hours().asEveryWeek();
        assertEquals("08:00–12:00  13:00–17:00", shown());
    }

    @Test
    void anExtraShiftStandsBesideTheOthersInARoomOfItsOwn() {
        week.go(14);
        var hours = hours();
        hours.reach().set(HoursModel.Reach.EXTRA);
        assertEquals("", hours.typed().get());
        hours.typed().set("18-20");
        var room = hours.rooms().get(2);
        hours.room().set(room);
        hours.save();
        assertEquals("08:00–12:00  13:00–17:00  18:00–20:00", shown());
        var shifts = week.day().orElseThrow().getShiftsList();
        assertEquals(room.getId(), shifts.getLast().getRoomId());
        assertNotEquals(room.getId(), shifts.getFirst().getRoomId());
    }

    @Test
    void twoInOneRoomAtOneTimeIsSaidOfBoth() {
        week.go(18);
        for (var row = 1; row <= 2; row++) {
            week.cursor().set(new WeekModel.Cell(row, 0));
            var hours = hours();
            hours.typed().set(row == 1 ? "8-12" : "11-15");
            hours.room().set(hours.rooms().get(2));
            hours.save();
        }
        var room = hours().rooms().get(2).getName();
        var other = week.week().get().getRows(1).getName();
        assertEquals(
                List.of(new SharedRoom(room, other)),
                SharedRoom.of(week, week.row().orElseThrow(), week.day().orElseThrow()));
        var later = hours();
        later.typed().set("12-15");
        later.save();
        assertEquals(
                List.of(), SharedRoom.of(week, week.row().orElseThrow(), week.day().orElseThrow()));
    }

    @Test
    void hoursAtAnotherSiteAtThatTimeAreNamed() {
        week.go(22);
        var admin = server.deskOf("quynh");
        var site = new AtomicReference<String>();
        var asked =
                SetSiteRequest.newBuilder()
                        .setSite(Site.newBuilder().setName("Riverside").setActive(true))
                        .build();
        admin.calls()
                .call(() -> SiteServiceGrpc.newBlockingV2Stub(admin.channel()).setSite(asked))
                .refused(problem -> fail(problem.reason()))
                .then(answer -> site.set(answer.getSite().getId()));
        var row = week.row().orElseThrow();
        var evening =
                SetDayRequest.newBuilder()
                        .setPractitionerId(row.getPractitionerId())
                        .setSiteId(site.get())
                        .setVersion(row.getVersion())
                        .setDate(week.monday().toString())
                        .setMode(DayMode.DAY_MODE_INSTEAD)
                        .addShifts(Shift.newBuilder().setFrom("18:00").setTo("20:00"))
                        .build();
        head.calls()
                .call(() -> RosterServiceGrpc.newBlockingV2Stub(head.channel()).setDay(evening))
                .refused(problem -> fail(problem.reason()))
                .then(_ -> week.refresh());
        var hours = hours();
        hours.typed().set("8-19");
        hours.save();
        assertTrue(hours.wrong().get().contains("Riverside"), hours.wrong().get());
    }

    @Test
    void weeklyHoursEndOnTheirLastDay() {
        week.go(30);
        week.move(0, 3);
        var hours = hours();
        hours.typed().set("10-12");
        hours.reach().set(HoursModel.Reach.WEEKLY);
        hours.until().set("2026-11-01");
        hours.save();
        assertFalse(hours.untilWrong().get().isEmpty());
        hours.until().set(week.monday().plusDays(10).toString());
        hours.save();
        assertEquals("10:00–12:00", shown());
        week.go(1);
        assertEquals("10:00–12:00", shown());
        week.go(1);
        assertEquals("08:00–12:00  13:00–17:00", shown());
    }

    @Test
    void everySecondWeekLeavesTheOtherDaysAndWeeks() {
        week.go(10);
        week.move(0, 2);
        var hours = hours();
        hours.typed().set("14-20");
        hours.reach().set(HoursModel.Reach.FORTNIGHTLY);
        hours.save();
        assertEquals("14:00–20:00", shown());
        week.move(0, 1);
        assertEquals("08:00–12:00  13:00–17:00", shown());
        week.move(0, -1);
        week.go(1);
        assertEquals("08:00–12:00  13:00–17:00", shown());
        week.go(1);
        assertEquals("14:00–20:00", shown());
    }

    @Test
    void weeklyHoursAreEnteredForAWorkingWeekAtOneGo() {
        week.go(40);
        var hours = hours();
        hours.typed().set("7-11");
        hours.reach().set(HoursModel.Reach.WEEKLY);
        hours.weekdays().choose(List.of());
        hours.save();
        assertEquals(head.texts().get("roster.hours.no-weekday"), hours.wrong().get());
        hours.weekdays().choose(Weekdays.WORKING);
        hours.save();
        for (var day = 0; day < 5; day++) {
            assertEquals("07:00–11:00", shownOn(day));
        }
        assertNotEquals("07:00–11:00", shownOn(5));
    }

    private String shownOn(int day) {
        return HoursText.write(week.row().orElseThrow().getDays(day).getShiftsList());
    }

    @Test
    void weeklyHoursAppearOnTheDayTheyWereEnteredAt() {
        week.go(44);
        week.move(1, 0);
        var off = hours();
        off.typed().set("");
        off.save();
        assertEquals(DayMode.DAY_MODE_OFF, week.day().orElseThrow().getMode());
        var hours = hours();
        hours.typed().set("9-10");
        hours.reach().set(HoursModel.Reach.WEEKLY);
        assertEquals(List.of(week.monday()), hours.weekdays().own());
        hours.save();
        assertEquals("09:00–10:00", shown());
        assertEquals(DayMode.DAY_MODE_WEEKLY, week.day().orElseThrow().getMode());
    }

    @Test
    void otherDaysKeepTheirOwnHoursAndAreNamed() {
        week.go(48);
        week.move(1, 1);
        var own = hours();
        own.typed().set("10-12");
        own.save();
        week.move(0, -1);
        var hours = hours();
        hours.typed().set("9-10");
        hours.reach().set(HoursModel.Reach.WEEKLY);
        hours.weekdays().choose(Weekdays.WORKING);
        assertFalse(hours.weekdays().alsoOwn().get());
        hours.save();
        assertEquals("10:00–12:00", shownOn(1));
        assertEquals("09:00–10:00", shownOn(2));
        var tuesday = head.texts().dates().day(week.monday().plusDays(1));
        assertTrue(head.notices().shown().getLast().text().endsWith(tuesday));
    }

    @Test
    void whoHasNoHoursYetBeginsWithThoseOfAWorkingWeekAndAColleagueGivesHisOwn() {
        var office = server.deskOf("ortega");
        newDoctor(office, "BS. Trịnh Mới");
        week.refresh();
        week.cursor().set(new WeekModel.Cell(indexOf("BS. Trịnh Mới"), 0));
        var hours = hours();
        assertEquals(HoursModel.Reach.WEEKLY, hours.reach().get());
        assertEquals(Weekdays.WORKING, hours.weekdays().chosen());
        var like = new LikeModel(week, week.row().orElseThrow());
        like.save();
        assertEquals(
                like.colleague().get().getDaysList().stream()
                        .map(day -> HoursText.write(day.getShiftsList()))
                        .toList(),
                week.row().orElseThrow().getDaysList().stream()
                        .map(day -> HoursText.write(day.getShiftsList()))
                        .toList());
    }

    private static void newDoctor(Desk office, String name) {
        var staff = StaffServiceGrpc.newBlockingV2Stub(office.channel());
        var request =
                AddStaffRequest.newBuilder()
                        .setLogin("new.doctor")
                        .setName(name)
                        .addRoles("doctor")
                        .setBookable(true)
                        .build();
        office.calls().call(() -> staff.addStaff(request)).then(_ -> {});
    }

    private int indexOf(String name) {
        return week.week().get().getRowsList().stream()
                .map(RosterRow::getName)
                .toList()
                .indexOf(name);
    }

    @Test
    void nobodyGetsADayOffByPressingEnterAtOnce() {
        week.go(60);
        week.move(2, 6);
        var none = hours();
        none.typed().set("");
        none.reach().set(HoursModel.Reach.WEEKLY);
        none.save();
        var hours = hours();
        hours.save();
        assertEquals(head.texts().get("roster.hours.off"), hours.wrong().get());
        assertEquals(DayMode.DAY_MODE_WEEKLY, week.day().orElseThrow().getMode());
        hours.save();
        week.refresh();
        assertEquals(DayMode.DAY_MODE_OFF, week.day().orElseThrow().getMode());
    }

    @Test
    void entersTheHolidaysOfACalendarFile(@TempDir Path folder) throws Exception {
        var file = folder.resolve("holidays.ics");
        Files.writeString(file, holiday("20280502", "20280503", "Lễ hội"));
        head.paper().readsFrom(ending -> Optional.of(file));
        var model = new AbsencesModel(head);
        head.paper().read(".ics", calendar -> model.importHolidays(calendar, visits -> {}));
        assertTrue(head.notices().shown().getLast().text().startsWith("One holiday entered"));
        assertEquals(0, again(model, file));
    }

    @Test
    void aHolidayTakesItsHoursFromTheTotalOfTheWeek() {
        week.go(26);
        var row = week.row().orElseThrow();
        var usual = week.minutes(row);
        var holiday = new AbsenceModel(head, new AbsenceModel.Start("", week.monday()), () -> {});
        holiday.kind().set(AbsenceKind.ABSENCE_KIND_HOLIDAY);
        holiday.first().set(week.monday().plusDays(1).toString());
        holiday.last().set(week.monday().plusDays(1).toString());
        holiday.save();
        week.refresh();
        assertEquals(usual - 8 * 60, week.minutes(week.row().orElseThrow()));
        var half = new AbsenceModel(head, new AbsenceModel.Start("", week.monday()), () -> {});
        half.kind().set(AbsenceKind.ABSENCE_KIND_CLOSURE);
        half.first().set(week.monday().plusDays(2).toString());
        half.last().set(week.monday().plusDays(2).toString());
        half.from().set("15:00");
        half.to().set("17:00");
        half.save();
        week.refresh();
        assertEquals(usual - 10 * 60, week.minutes(week.row().orElseThrow()));
    }

    @Test
    void whatOfACalendarIsNotEnteredIsNamed() {
        var over = holiday("20200501", "20200502", "Long ago").getBytes(StandardCharsets.UTF_8);
        var model = new AbsencesModel(head);
        model.importHolidays(over, visits -> {});
        var passed = model.passedOver().get().getFirst();
        assertEquals("Long ago", passed.getName());
        assertEquals("2020-05-01", passed.getDate());
        assertEquals(PassedOver.Why.WHY_OVER, passed.getWhy());
    }

    /// How many visits stand on the holidays of a file that was entered before.
    private static int again(AbsencesModel model, Path file) throws Exception {
        var told = new AtomicInteger();
        model.importHolidays(Files.readAllBytes(file), told::set);
        return told.get();
    }

    @Test
    void holidaysOverVisitsAreEnteredOnlyWhenSomebodySaysSo() {
        var today = holiday("20261123", "20261124", "Today").getBytes(StandardCharsets.UTF_8);
        var told = new AtomicInteger();
        var model = new AbsencesModel(head);
        model.importHolidays(today, told::set);
        assertTrue(told.get() > 0);
        assertFalse(model.shown().stream().anyMatch(absence -> absence.getNote().equals("Today")));
    }

    private static String holiday(String first, String after, String name) {
        return """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Test//EN
        BEGIN:VEVENT
        UID:%s
        SUMMARY:%s
        DTSTART;VALUE=DATE:%s
        DTEND;VALUE=DATE:%s
        END:VEVENT
        END:VCALENDAR
        """
                .formatted(first, name, first, after);
    }

    @Test
    void saysWhatIsWrongWithTheHoursAndKeepsThem() {
        week.go(4);
        var hours = hours();
        hours.typed().set("8-12 11-13");
        hours.save();
        assertEquals(head.texts().get("roster.refused.SHIFTS_OVERLAP"), hours.wrong().get());
        assertEquals("8-12 11-13", hours.typed().get());
        hours.typed().set("eight");
        hours.save();
        assertEquals(head.texts().get("roster.hours.wrong"), hours.wrong().get());
    }

    @Test
    void copiesTheWeekOfOnePractitioner() {
        week.go(20);
        var hours = hours();
        hours.typed().set("");
        hours.save();
        week.copy(1, false);
        week.go(1);
        assertEquals("", shown());
        week.move(1, 0);
        assertEquals("08:00–12:00  13:00–17:00", shown());
    }

    @Test
    void savesOverBookedVisitsOnlyWithTheTick() {
        var model = new AbsenceModel(head, week.chosen(), () -> {});
        model.kind().set(AbsenceKind.ABSENCE_KIND_CLOSURE);
        assertTrue(model.mustTick().get(), "the sample day has visits");
        model.save();
        assertEquals(head.texts().get("roster.refused.BOOKED"), model.wrong().get());
        assertFalse(model.hit().isEmpty());
    }

    @Test
    void leaveOverBookedVisitsOpensTheReplanBoard() {
        var model = new AbsenceModel(head, week.chosen(), () -> {});
        model.kind().set(AbsenceKind.ABSENCE_KIND_CLOSURE);
        model.from().set("16:30");
        model.to().set("17:00");
        model.despiteBooked().set(true);
        var hit = model.hit().size();
        model.save();
        var list = new AbsencesModel(head);
        var closure =
                list.shown().stream()
                        .filter(absence -> absence.getTime().getFrom().equals("16:30"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(hit > 0, "the sample day has a visit at the end of the day");
        assertEquals(
                Optional.of(Place.of("replan", "board").with("absence_id", closure.getId())),
                head.navigator().place());
        assertEquals(hit, list.open(closure));
    }

    @Test
    void aDoctorAsksForLeaveAndTheHeadApprovesIt() {
        var doctor = server.deskOf("okafor");
        var monday = LocalDate.of(2027, 3, 1);
        var model = new AbsenceModel(doctor, new AbsenceModel.Start("", monday), () -> {});
        assertTrue(model.own());
        model.last().set("2027-03-05");
        model.save();
        week.refresh();
        assertEquals(1, week.requests().size());
        week.decide(week.requests().getFirst(), true, false, () -> {});
        assertEquals(List.of(), week.requests());
        var list = new AbsencesModel(doctor);
        var leave =
                list.shown().stream()
                        .filter(absence -> absence.getTime().getFirstDay().equals("2027-03-01"))
                        .findFirst()
                        .orElseThrow();
        list.withdraw(leave);
        assertFalse(list.shown().contains(leave));
    }

    @Test
    void anEndBeforeTheBeginningIsExplained() {
        var model =
                new AbsenceModel(
                        head, new AbsenceModel.Start("", LocalDate.of(2027, 5, 3)), () -> {});
        model.last().set("2027-05-01");
        model.save();
        assertEquals(head.texts().get("roster.rule.absence.empty"), model.wrong().get());
    }

    @Test
    void aReceptionistOnlyLooks() {
        assertFalse(new WeekModel(server.deskOf("linh")).writes());
    }
}
