package org.clinicdesk.server.roster;

import static org.clinicdesk.server.roster.RosterDesk.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.replan.v1.ListReplansRequest;
import org.clinicdesk.replan.v1.ListReplansResponse.Replan;
import org.clinicdesk.replan.v1.ReplanServiceGrpc;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.VoidAbsenceRequest;
import org.clinicdesk.roster.v1.WallTime;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.Bookables;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.site.v1.SetSiteRequest;
import org.clinicdesk.site.v1.Site;
import org.clinicdesk.site.v1.SiteServiceGrpc;
import org.clinicdesk.staff.v1.ListStaffRequest;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.clinicdesk.staff.v1.UpdateStaffRequest;
import org.junit.jupiter.api.Test;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/// Cancellations taken back after the doctor, the room or the site went away. Each test has days of its own.
@OnServer
class StrandedVisitsTest {

    private final TestServer server;
    private final RosterDesk head;
    private final FrontDesk desk;
    private final String doctor;

    StrandedVisitsTest(TestServer server) {
        this.server = server;
        this.head = new RosterDesk(server, "head-doctor");
        this.desk = new FrontDesk(server);
        this.doctor = head.doctor(3);
    }

    private Appointment cancelled(String doctor, int day) {
        return desk.cancel(desk.book(desk.patient("Trở lại"), doctor, FrontDesk.at(day, "09:00")));
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

    @Test
    void whatIsBackAfterItsHoursWereTakenWaitsOnTheReplanBoard() {
        var undone = cancelled(doctor, 210);
        var reinstated = cancelled(doctor, 211);
        head.set(doctor, TODAY.plusDays(210), DayMode.DAY_MODE_OFF);
        head.set(doctor, TODAY.plusDays(211), DayMode.DAY_MODE_INSTEAD, "10:00-12:00");
        var before = open(doctor);
        var back = desk.undo(undone);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, back.getStatus());
        assertEquals(before + 1, open(doctor));
        desk.undo(back);
        assertEquals(before, open(doctor));
        desk.reinstate(reinstated);
        assertEquals(before + 1, open(doctor));
        head.set(doctor, TODAY.plusDays(211), DayMode.DAY_MODE_WEEKLY);
        assertEquals(before, open(doctor));
    }

    @Test
    void whatIsBackInItsHoursWaitsForNothing() {
        var before = open(doctor);
        desk.undo(cancelled(doctor, 217));
        assertEquals(before, open(doctor));
    }

    @Test
    void whatIsBackWithADoctorWhoLeftWaitsOnTheReplanBoard() {
        var leaving = head.doctor(2);
        var visit = cancelled(leaving, 218);
        bookable(leaving, false);
        try {
            var before = open(leaving);
            desk.undo(visit);
            assertEquals(before + 1, open(leaving));
        } finally {
            bookable(leaving, true);
        }
        assertEquals(0, open(leaving));
    }

    /// Leave stands for the visits while it holds; who takes it out then leaves them without hours.
    @Test
    void whatLostItsHoursDuringLeaveWaitsOnTheReplanBoardWhenTheLeaveIsOver() {
        desk.book(desk.patient("Nghỉ phép"), doctor, FrontDesk.at(224, "09:00"));
        var before = open(doctor);
        var leave = leave(224);
        assertEquals(before + 1, open(doctor));
        head.set(doctor, TODAY.plusDays(224), DayMode.DAY_MODE_OFF);
        assertEquals(before + 1, open(doctor));
        var _ =
                RosterServiceGrpc.newBlockingStub(server.as("head-doctor"))
                        .voidAbsence(
                                VoidAbsenceRequest.newBuilder()
                                        .setId(leave)
                                        .setReason("Không nghỉ")
                                        .build());
        assertEquals(before + 1, open(doctor));
    }

    /// It is no entry of a person: whoever gives the hours back has ended it.
    @Test
    void whatStandsForTakenHoursIsNotStruckOut() {
        desk.book(desk.patient("Rút ngắn"), doctor, FrontDesk.at(232, "09:00"));
        var taken =
                head.stub()
                        .setDay(
                                head.change(doctor, TODAY.plusDays(232), DayMode.DAY_MODE_OFF)
                                        .setDespiteBooked(true)
                                        .build())
                        .getTaken();
        var request =
                VoidAbsenceRequest.newBuilder()
                        .setId(taken.getAbsenceIds(0))
                        .setReason("Nhầm")
                        .build();
        assertEquals("roster/HOURS_TAKEN", Refusals.reason(() -> head.stub().voidAbsence(request)));
    }

    /// Each is refused, or its visit waits on the re-plan board.
    @Test
    void aBookingAtTheMomentInWhichTheDoctorLeavesIsOnTheBoard() throws Exception {
        var leaving = head.doctor(1);
        for (var number = 0; number < 8; number++) {
            var patient = desk.patient("Cùng lúc " + number);
            var start = FrontDesk.at(238, "%02d:00".formatted(8 + number % 4));
            bookable(leaving, false);
            var before = open(leaving);
            bookable(leaving, true);
            var booked = new AtomicReference<Appointment>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.submit(() -> bookable(leaving, false));
                threads.submit(() -> booked.set(desk.book(patient, leaving, start)));
            }
            assertEquals(before + (booked.get() == null ? 0 : 1), open(leaving));
            bookable(leaving, true);
            if (booked.get() != null) {
                desk.cancel(booked.get());
            }
        }
    }

    private String leave(int day) {
        return RosterServiceGrpc.newBlockingStub(server.as("head-doctor"))
                .addAbsence(
                        AddAbsenceRequest.newBuilder()
                                .setKind(AbsenceKind.ABSENCE_KIND_SICK)
                                .setPractitionerId(doctor)
                                .setTime(
                                        WallTime.newBuilder()
                                                .setFirstDay(TODAY.plusDays(day).toString()))
                                .setDespiteBooked(true)
                                .build())
                .getAbsence()
                .getId();
    }

    @Test
    void aRoomThatIsNotUsedAnyMoreIsNotHadAgain() {
        var bookables = new Bookables(server);
        var room =
                bookables.set(
                        Resource.newBuilder()
                                .setKind(ResourceKind.RESOURCE_KIND_ROOM)
                                .setType("spare")
                                .setName("Phòng dự phòng")
                                .setActive(true));
        var wish =
                desk.wish(desk.patient("Phòng cũ"), doctor, FrontDesk.at(225, "09:00"))
                        .setRoomId(room.getId());
        var gone = desk.cancel(desk.book(wish));
        bookables.set(room.toBuilder().setActive(false));
        var back = desk.undo(gone);
        assertEquals("", back.getRoomId());
        assertEquals("", desk.onBoard(225, back).getRoomId());
    }

    @Test
    void nothingComesBackToASiteThatWasClosed() {
        var site = set(Site.newBuilder().setName("Cơ sở tạm").setActive(true));
        hours(site.getId(), 231);
        var wish = desk.wish(desk.patient("Cơ sở"), doctor, FrontDesk.at(231, "19:00"));
        var gone = desk.cancel(desk.book(wish.setSiteId(site.getId())));
        set(site.toBuilder().setActive(false));
        assertEquals("site/SITE_CLOSED", Refusals.reason(() -> desk.undo(gone)));
    }

    private Site set(Site.Builder site) {
        return SiteServiceGrpc.newBlockingStub(server.as("master-administrator"))
                .setSite(SetSiteRequest.newBuilder().setSite(site).build())
                .getSite();
    }

    private void hours(String site, int day) {
        var change =
                head.change(doctor, TODAY.plusDays(day), DayMode.DAY_MODE_INSTEAD, "18:00-20:00")
                        .setSiteId(site);
        var _ = head.stub().setDay(change.build());
    }

    private void bookable(String doctor, boolean bookable) {
        var staff = StaffServiceGrpc.newBlockingStub(server.as("master-administrator"));
        var member =
                staff.listStaff(ListStaffRequest.getDefaultInstance()).getStaffList().stream()
                        .filter(it -> it.getId().equals(doctor))
                        .findFirst()
                        .orElseThrow();
        assertNotEquals(bookable, member.getBookable());
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
}
