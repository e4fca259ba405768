package org.clinicdesk.server.roster;

import static org.clinicdesk.server.roster.RosterDesk.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.roster.v1.CopyWeekRequest;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.GetRosterRequest;
import org.clinicdesk.roster.v1.ListMissingHoursRequest;
import org.clinicdesk.roster.v1.ListMissingHoursResponse.Practitioner;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Hours, as a head doctor enters them. Each test has weeks or a doctor of its own.
@OnServer
class RosterApiTest {

    private static final String USUAL = "08:00-12:00 13:00-17:00";

    private final TestServer server;
    private final RosterDesk head;

    RosterApiTest(TestServer server) {
        this.server = server;
        this.head = new RosterDesk(server, "head-doctor");
    }

    @Test
    void weeklyHoursAreWhatCanBeBooked() {
        assertEquals(USUAL, head.open(head.doctor(0), TODAY.plusWeeks(50)));
    }

    @Test
    void breaksCannotBeBooked() {
        var day = TODAY.plusWeeks(4);
        head.set(head.doctor(0), day, DayMode.DAY_MODE_INSTEAD, "09:00-16:00/12:00-12:45");
        assertEquals("09:00-12:00 12:45-16:00", head.open(head.doctor(0), day));
        assertEquals(USUAL, head.open(head.doctor(0), day.plusDays(1)));
    }

    @Test
    void anExtraShiftComesBesideTheWeeklyHours() {
        var day = TODAY.plusWeeks(5);
        head.set(head.doctor(0), day, DayMode.DAY_MODE_EXTRA, "19:00-21:00");
        assertEquals(USUAL + " 19:00-21:00", head.open(head.doctor(0), day));
    }

    @Test
    void aDayOffHasNoHoursUntilItIsTakenBack() {
        var day = TODAY.plusWeeks(6);
        head.set(head.doctor(0), day, DayMode.DAY_MODE_OFF);
        assertEquals("", head.open(head.doctor(0), day));
        head.set(head.doctor(0), day, DayMode.DAY_MODE_WEEKLY);
        assertEquals(USUAL, head.open(head.doctor(0), day));
        assertEquals(DayMode.DAY_MODE_WEEKLY, head.day(head.doctor(0), day).getMode());
    }

    @Test
    void shiftsOfADayThatOverlapAreRefused() {
        var wrong =
                head.change(
                        head.doctor(0),
                        TODAY.plusWeeks(7),
                        DayMode.DAY_MODE_INSTEAD,
                        "08:00-12:00",
                        "11:00-13:00");
        assertEquals(
                "roster/SHIFTS_OVERLAP", Refusals.reason(() -> head.stub().setDay(wrong.build())));
    }

    @Test
    void anExtraShiftOverTheWeeklyOnesIsRefused() {
        var wrong =
                head.change(
                        head.doctor(0), TODAY.plusWeeks(7), DayMode.DAY_MODE_EXTRA, "11:00-14:00");
        assertEquals(
                "roster/SHIFTS_OVERLAP", Refusals.reason(() -> head.stub().setDay(wrong.build())));
    }

    @Test
    void ofTwoWhoChangeTheSameHoursTheSecondIsTold() {
        var mine = head.change(head.doctor(4), TODAY.plusWeeks(8), DayMode.DAY_MODE_OFF).build();
        head.set(head.doctor(4), TODAY.plusWeeks(9), DayMode.DAY_MODE_OFF);
        assertEquals("platform/STALE", Refusals.reason(() -> head.stub().setDay(mine)));
    }

    @Test
    void aRepeatedChangeIsMadeOnce() {
        var doctor = head.doctor(4);
        var change =
                head.change(doctor, TODAY.plusWeeks(10), DayMode.DAY_MODE_EXTRA, "20:00-21:00")
                        .build();
        var repeating =
                org.clinicdesk.roster.v1.RosterServiceGrpc.newBlockingStub(
                        TestServer.repeating(server.as("head-doctor"), UUID.randomUUID()));
        assertEquals(repeating.setDay(change), repeating.setDay(change));
        assertEquals(3, head.day(doctor, TODAY.plusWeeks(10)).getShiftsCount());
    }

    @Test
    void newWeeklyHoursHoldFromTheirWeekOn() {
        var doctor = head.doctor(1);
        head.stub().setWeek(head.week(doctor, TODAY.plusWeeks(20), 1, "10:00-14:00").build());
        assertEquals(USUAL, head.open(doctor, TODAY.plusWeeks(20).minusDays(1)));
        assertEquals("10:00-14:00", head.open(doctor, TODAY.plusWeeks(20)));
        assertEquals("10:00-14:00", head.open(doctor, TODAY.plusWeeks(99)));
    }

    @Test
    void everySecondWeekLeavesTheWeeksBetween() {
        var doctor = head.doctor(2);
        head.stub().setWeek(head.week(doctor, TODAY.plusWeeks(20), 2, "07:00-11:00").build());
        assertEquals("07:00-11:00", head.open(doctor, TODAY.plusWeeks(20)));
        assertEquals(USUAL, head.open(doctor, TODAY.plusWeeks(21)));
        assertEquals("07:00-11:00", head.open(doctor, TODAY.plusWeeks(22)));
        assertEquals(2, head.day(doctor, TODAY.plusWeeks(22)).getEveryWeeks());
    }

    @Test
    void hoursWithAnEndGiveBackWhatWasBefore() {
        var doctor = head.doctor(2);
        head.stub()
                .setWeek(
                        head.week(doctor, TODAY.plusWeeks(12), 1, "06:00-09:00")
                                .setTo(TODAY.plusWeeks(13).minusDays(1).toString())
                                .build());
        assertEquals("06:00-09:00", head.open(doctor, TODAY.plusWeeks(12)));
        assertEquals(USUAL, head.open(doctor, TODAY.plusWeeks(13)));
    }

    @Test
    void aWeekIsCopiedToThoseThatFollow() {
        var doctor = head.doctor(3);
        var week = TODAY.plusWeeks(30);
        head.set(doctor, week, DayMode.DAY_MODE_OFF);
        head.set(doctor, week.plusDays(1), DayMode.DAY_MODE_INSTEAD, "10:00-12:00");
        assertEquals(4, copy(doctor, week, 2));
        assertEquals("", head.open(doctor, week.plusWeeks(2)));
        assertEquals("10:00-12:00", head.open(doctor, week.plusWeeks(1).plusDays(1)));
        assertEquals(USUAL, head.open(doctor, week.plusWeeks(3)));
    }

    @Test
    void aCopyOfTheUsualWeekLeavesNoEntries() {
        var doctor = head.doctor(3);
        var week = TODAY.plusWeeks(40);
        head.set(doctor, week.plusWeeks(1), DayMode.DAY_MODE_OFF);
        assertEquals(1, copy(doctor, week, 1));
        assertEquals(DayMode.DAY_MODE_WEEKLY, head.day(doctor, week.plusWeeks(1)).getMode());
    }

    private int copy(String doctor, LocalDate week, int weeks) {
        var whose =
                CopyWeekRequest.Practitioner.newBuilder()
                        .setId(doctor)
                        .setVersion(head.row(doctor, TODAY, 1).getVersion());
        return head.stub()
                .copyWeek(
                        CopyWeekRequest.newBuilder()
                                .setSiteId(head.site())
                                .setWeek(week.toString())
                                .setWeeks(weeks)
                                .addPractitioners(whose)
                                .build())
                .getDaysChanged();
    }

    @Test
    void whoHasNoHoursInAWeekIsListed() {
        var doctor = head.doctor(4);
        assertFalse(missing(TODAY.plusWeeks(1)).contains(doctor));
        head.stub()
                .setWeek(
                        head.week(doctor, TODAY.plusWeeks(1), 1)
                                .setTo(TODAY.plusWeeks(2).minusDays(1).toString())
                                .build());
        assertTrue(missing(TODAY.plusWeeks(1)).contains(doctor));
        assertFalse(missing(TODAY.plusWeeks(2)).contains(doctor));
        head.set(doctor, TODAY.plusWeeks(1), DayMode.DAY_MODE_OFF);
        assertFalse(missing(TODAY.plusWeeks(1)).contains(doctor));
    }

    private List<String> missing(LocalDate week) {
        return head
                .stub()
                .listMissingHours(
                        ListMissingHoursRequest.newBuilder().setWeek(week.toString()).build())
                .getPractitionersList()
                .stream()
                .map(Practitioner::getId)
                .toList();
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        var request =
                GetRosterRequest.newBuilder().setSiteId(head.site()).setFrom("2026-02-30").build();
        assertEquals(
                io.grpc.Status.Code.INVALID_ARGUMENT,
                org.junit.jupiter.api.Assertions.assertThrows(
                                io.grpc.StatusRuntimeException.class,
                                () -> head.stub().getRoster(request))
                        .getStatus()
                        .getCode());
    }

    @Test
    void theChecksOfTheOperatorFindNoFault() {
        for (var check : server.clinic().features().roster.checks()) {
            var faults =
                    server.inDatabase(() ->
                            server.clinic()
                                    .platform()
                                    .db()
                                    .session()
                                    .createNativeQuery(check.sql(), String.class)
                                    .list());
            assertEquals(List.of(), faults, check.name());
        }
    }
}
