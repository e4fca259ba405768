package org.clinicdesk.server.roster;

import static org.clinicdesk.server.roster.RosterDesk.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.replan.v1.ListReplansRequest;
import org.clinicdesk.replan.v1.ListReplansResponse.Replan;
import org.clinicdesk.replan.v1.ReplanServiceGrpc;
import org.clinicdesk.roster.v1.CopyWeekRequest;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.ListAbsencesRequest;
import org.clinicdesk.roster.v1.TakenHours;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.staff.v1.ListStaffRequest;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.clinicdesk.staff.v1.UpdateStaffRequest;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Working hours made shorter over booked visits. Each test has days of its own.
@OnServer
class TakenHoursTest {

    private static final String USUAL = "08:00-17:00/12:00-13:00";

    private final TestServer server;
    private final RosterDesk head;
    private final FrontDesk desk;
    private final String doctor;

    TakenHoursTest(TestServer server) {
        this.server = server;
        this.head = new RosterDesk(server, "head-doctor");
        this.desk = new FrontDesk(server);
        this.doctor = head.doctor(0);
    }

    private void book(int day, String time) {
        desk.book(desk.patient("Mất giờ"), doctor, FrontDesk.at(day, time));
    }

    private TakenHours off(int day) {
        return head.stub()
                .setDay(
                        head.change(doctor, TODAY.plusDays(day), DayMode.DAY_MODE_OFF)
                                .setDespiteBooked(true)
                                .build())
                .getTaken();
    }

    private List<Replan> left(TakenHours taken) {
        return ReplanServiceGrpc.newBlockingStub(server.as("receptionist"))
                .listReplans(ListReplansRequest.newBuilder().setSiteId(desk.site()).build())
                .getReplansList()
                .stream()
                .filter(replan -> taken.getAbsenceIdsList().contains(replan.getAbsenceId()))
                .toList();
    }

    @Test
    void aDayOffOverVisitsIsRefusedUnlessTheyWereSeen() {
        book(98, "09:00");
        book(98, "15:00");
        var off = head.change(doctor, TODAY.plusDays(98), DayMode.DAY_MODE_OFF).build();
        var info = Refusals.info(() -> head.stub().setDay(off));
        assertEquals("BOOKED", info.getReason());
        assertEquals("2", info.getMetadataOrThrow("visits"));
        assertEquals("08:00-12:00 13:00-17:00", head.open(doctor, TODAY.plusDays(98)));
    }

    @Test
    void theVisitsThatLoseTheirHoursWaitOnTheReplanBoard() {
        book(99, "09:00");
        book(99, "15:00");
        var shorter =
                head.change(doctor, TODAY.plusDays(99), DayMode.DAY_MODE_INSTEAD, "08:00-12:00")
                        .setDespiteBooked(true)
                        .build();
        var taken = head.stub().setDay(shorter).getTaken();
        assertEquals(1, taken.getVisits());
        assertEquals(1, left(taken).getFirst().getOpen());
    }

    @Test
    void hoursThatComeBackLeaveNothingToDo() {
        book(100, "09:00");
        var taken = off(100);
        assertEquals(1, left(taken).getFirst().getOpen());
        head.set(doctor, TODAY.plusDays(100), DayMode.DAY_MODE_WEEKLY);
        assertEquals("08:00-12:00 13:00-17:00", head.open(doctor, TODAY.plusDays(100)));
        assertEquals(List.of(), left(taken));
        book(100, "10:00");
    }

    @Test
    void weeklyHoursAreAskedAboutWithAllVisitsAhead() {
        var colleague = head.doctor(3);
        for (var day : List.of(105, 196)) {
            desk.book(desk.patient("Chiều"), colleague, FrontDesk.at(day, "14:00"));
        }
        var mornings = head.week(colleague, TODAY.plusDays(105), 1, "08:00-12:00");
        var info = Refusals.info(() -> head.stub().setWeek(mornings.build()));
        assertEquals("2", info.getMetadataOrThrow("visits"));
        var taken = head.stub().setWeek(mornings.setDespiteBooked(true).build()).getTaken();
        assertEquals(2, left(taken).getFirst().getOpen());
        var back = head.week(colleague, TODAY.plusDays(105), 1, USUAL).build();
        assertEquals(0, head.stub().setWeek(back).getTaken().getVisits());
        assertEquals(List.of(), left(taken));
    }

    @Test
    void aCopiedWeekIsAskedAboutToo() {
        var monday = TODAY.plusDays(112);
        head.set(doctor, monday, DayMode.DAY_MODE_OFF);
        book(119, "09:00");
        var copy =
                CopyWeekRequest.newBuilder()
                        .setSiteId(head.site())
                        .setWeek(monday.toString())
                        .setWeeks(1)
                        .addPractitioners(
                                CopyWeekRequest.Practitioner.newBuilder()
                                        .setId(doctor)
                                        .setVersion(head.row(doctor, TODAY, 1).getVersion()));
        assertEquals("roster/BOOKED", Refusals.reason(() -> head.stub().copyWeek(copy.build())));
        var taken = head.stub().copyWeek(copy.setDespiteBooked(true).build()).getTaken();
        assertEquals(1, taken.getVisits());
    }

    @Test
    void hoursThatAreLongerTakeNothing() {
        book(126, "09:00");
        var longer =
                head.change(doctor, TODAY.plusDays(126), DayMode.DAY_MODE_INSTEAD, "07:00-19:00");
        assertEquals(0, head.stub().setDay(longer.build()).getTaken().getVisits());
    }

    @Test
    void whatStandsForTakenHoursClosesNothing() {
        book(127, "09:00");
        var taken = off(127);
        var day = TODAY.plusDays(127).toString();
        var absences =
                head.stub()
                        .listAbsences(
                                ListAbsencesRequest.newBuilder().setFrom(day).setTo(day).build())
                        .getAbsencesList();
        assertTrue(
                absences.stream()
                        .anyMatch(it ->
                                it.getHoursTaken()
                                        && taken.getAbsenceIdsList().contains(it.getId())));
        head.set(doctor, TODAY.plusDays(127), DayMode.DAY_MODE_EXTRA, "10:00-11:00");
        assertEquals("10:00-11:00", head.open(doctor, TODAY.plusDays(127)));
    }

    /// The account is closed at once, and the visits wait for another doctor.
    @Test
    void whoLeavesTheClinicLeavesHisVisitsOnTheReplanBoard() {
        var leaving = head.doctor(2);
        desk.book(desk.patient("Bác sĩ nghỉ"), leaving, FrontDesk.at(140, "09:00"));
        bookable(leaving, false);
        assertTrue(open(leaving) > 0);
        bookable(leaving, true);
        assertEquals(0, open(leaving));
    }

    private int open(String practitioner) {
        return ReplanServiceGrpc.newBlockingStub(server.as("receptionist"))
                .listReplans(ListReplansRequest.newBuilder().setSiteId(desk.site()).build())
                .getReplansList()
                .stream()
                .filter(replan -> replan.getPractitionerId().equals(practitioner))
                .mapToInt(Replan::getOpen)
                .sum();
    }

    private void bookable(String doctor, boolean bookable) {
        var staff = StaffServiceGrpc.newBlockingStub(server.as("master-administrator"));
        var member =
                staff.listStaff(ListStaffRequest.getDefaultInstance()).getStaffList().stream()
                        .filter(it -> it.getId().equals(doctor))
                        .findFirst()
                        .orElseThrow();
        var _ =
                staff.updateStaff(
                        UpdateStaffRequest.newBuilder()
                                .setId(doctor)
                                .setVersion(member.getVersion())
                                .setName(member.getName())
                                .setSpecialty(member.getSpecialty())
                                .addAllRoles(member.getRolesList())
                                .setActive(true)
                                .setBookable(bookable)
                                .build());
    }

    /// Spans of two days that meet at midnight are one time, and still each day has its own.
    @Test
    void aDayHasItsOwnHoursAlsoWhereTheyMeetThoseOfTheNightBefore() {
        head.set(doctor, TODAY.plusDays(133), DayMode.DAY_MODE_INSTEAD, "00:00-24:00");
        head.set(doctor, TODAY.plusDays(134), DayMode.DAY_MODE_INSTEAD, "00:00-24:00");
        head.set(doctor, TODAY.plusDays(135), DayMode.DAY_MODE_INSTEAD, "20:00-08:00");
        assertEquals("00:00-00:00", head.open(doctor, TODAY.plusDays(133)));
        assertEquals("00:00-00:00", head.open(doctor, TODAY.plusDays(134)));
        assertEquals("20:00-08:00", head.open(doctor, TODAY.plusDays(135)));
    }
}
