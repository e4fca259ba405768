package org.clinicdesk.server.roster;

import static org.clinicdesk.server.roster.RosterDesk.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.roster.v1.Absence;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AbsenceState;
import org.clinicdesk.roster.v1.DecideLeaveRequest;
import org.clinicdesk.roster.v1.ListAbsencesRequest;
import org.clinicdesk.roster.v1.ListHitVisitsRequest;
import org.clinicdesk.roster.v1.RequestLeaveRequest;
import org.clinicdesk.roster.v1.VoidAbsenceRequest;
import org.clinicdesk.roster.v1.WithdrawLeaveRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// Holidays, closures, blockouts and leave. Each test has weeks of its own.
@OnServer
class AbsenceApiTest {

    private static final String USUAL = "08:00-12:00 13:00-17:00";

    private final TestServer server;
    private final RosterDesk head;
    private final RosterDesk doctor;

    AbsenceApiTest(TestServer server) {
        this.server = server;
        this.head = new RosterDesk(server, "head-doctor");
        this.doctor = new RosterDesk(server, "doctor");
    }

    @Test
    void ofLeaveAndABookingAtOnceOneSeesTheOther() throws Exception {
        var front = new FrontDesk(server);
        var doctor = head.doctor(0);
        for (var week = 30; week < 42; week++) {
            var days = 7 * week;
            var wish =
                    front.wish(front.patient("Đua " + week), doctor, FrontDesk.at(days, "09:00"));
            var leave =
                    head.absence(AbsenceKind.ABSENCE_KIND_VACATION, TODAY.plusDays(days), "", "")
                            .setPractitionerId(doctor)
                            .build();
            var gate = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var booked = threads.submit(() -> reason(gate, () -> front.book(wish)));
                var away = threads.submit(() -> reason(gate, () -> head.stub().addAbsence(leave)));
                gate.countDown();
                var outcome = booked.get() + ", " + away.get();
                assertTrue(
                        Set.of("done, roster/BOOKED", "appointment/OUTSIDE_HOURS, done")
                                .contains(outcome),
                        outcome);
            }
        }
    }

    private static String reason(CountDownLatch gate, Runnable work) throws InterruptedException {
        gate.await();
        try {
            work.run();
            return "done";
        } catch (io.grpc.StatusRuntimeException e) {
            return Refusals.reason(e);
        }
    }

    @Test
    void aHolidayClosesEverybodysHours() {
        var day = TODAY.plusWeeks(10);
        head.stub().addAbsence(head.absence(AbsenceKind.ABSENCE_KIND_HOLIDAY, day, "", "").build());
        assertEquals("", head.open(head.doctor(0), day));
        assertEquals("", head.open(head.doctor(1), day));
        assertEquals(USUAL, head.open(head.doctor(0), day.plusDays(1)));
    }

    @Test
    void aClosureOfAnotherSiteClosesNothingHere() {
        var elsewhere =
                head.absence(AbsenceKind.ABSENCE_KIND_CLOSURE, TODAY.plusWeeks(11), "", "")
                        .setSiteId(UUID.randomUUID().toString());
        assertEquals(
                io.grpc.Status.Code.NOT_FOUND,
                org.junit.jupiter.api.Assertions.assertThrows(
                                io.grpc.StatusRuntimeException.class,
                                () -> head.stub().addAbsence(elsewhere.build()))
                        .getStatus()
                        .getCode());
        assertEquals(USUAL, head.open(head.doctor(0), TODAY.plusWeeks(11)));
    }

    @Test
    void aBlockoutTakesItsTimeOutOfOnesHours() {
        var day = TODAY.plusWeeks(12);
        var meeting =
                head.absence(AbsenceKind.ABSENCE_KIND_BLOCKOUT, day, "10:00", "11:00")
                        .setPractitionerId(head.doctor(0));
        head.stub().addAbsence(meeting.build());
        assertEquals("08:00-10:00 11:00-12:00 13:00-17:00", head.open(head.doctor(0), day));
        assertEquals(USUAL, head.open(head.doctor(1), day));
    }

    @Test
    void aBlockedRoomLeavesTheHoursOfThePeople() {
        var day = TODAY.plusWeeks(13);
        var cleaning =
                head.absence(AbsenceKind.ABSENCE_KIND_BLOCKOUT, day, "08:00", "10:00")
                        .setRoomId(head.room(0));
        head.stub().addAbsence(cleaning.build());
        assertEquals(USUAL, head.open(head.doctor(0), day));
        var blocked =
                server.inDatabase(
                        () -> server.clinic().features().roster.roster().blockedRooms(day, day));
        assertEquals(java.util.Set.of(UUID.fromString(head.room(0))), blocked.keySet());
    }

    @Test
    void aBlockoutWithoutAReasonIsRefused() {
        var wrong =
                head.absence(
                                AbsenceKind.ABSENCE_KIND_BLOCKOUT,
                                TODAY.plusWeeks(13),
                                "08:00",
                                "10:00")
                        .setRoomId(head.room(0))
                        .setNote(" ");
        invalid(wrong);
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        invalid(
                head.absence(
                                AbsenceKind.ABSENCE_KIND_BLOCKOUT,
                                TODAY.plusWeeks(13),
                                "10:00",
                                "08:00")
                        .setRoomId(head.room(0)));
    }

    @Test
    void leaveOfTheWholeClinicIsRefused() {
        invalid(head.absence(AbsenceKind.ABSENCE_KIND_VACATION, TODAY.plusWeeks(13), "", ""));
    }

    private void invalid(org.clinicdesk.roster.v1.AddAbsenceRequest.Builder wrong) {
        assertEquals(
                io.grpc.Status.Code.INVALID_ARGUMENT,
                org.junit.jupiter.api.Assertions.assertThrows(
                                io.grpc.StatusRuntimeException.class,
                                () -> head.stub().addAbsence(wrong.build()))
                        .getStatus()
                        .getCode());
    }

    @Test
    void leaveThatWasOnlyAskedForClosesNothing() {
        var day = TODAY.plusWeeks(14);
        var leave = requested(day);
        assertEquals(AbsenceState.ABSENCE_STATE_REQUESTED, leave.getState());
        assertEquals(USUAL, head.open(doctor.self(), day));
    }

    @Test
    void approvedLeaveClosesTheHours() {
        var day = TODAY.plusWeeks(15);
        var decided = decide(requested(day), true);
        assertEquals(AbsenceState.ABSENCE_STATE_APPROVED, decided.getState());
        assertEquals("", head.open(doctor.self(), day));
    }

    @Test
    void leaveGivenBackOpensTheHours() {
        var day = TODAY.plusWeeks(16);
        var leave = decide(requested(day), true);
        doctor.stub().withdrawLeave(withdrawal(leave));
        assertEquals(USUAL, head.open(doctor.self(), day));
        assertEquals(
                "roster/NOT_OPEN",
                Refusals.reason(() ->
                        doctor.stub()
                                .withdrawLeave(
                                        withdrawal(
                                                leave.toBuilder()
                                                        .setVersion(leave.getVersion() + 1)
                                                        .build()))));
    }

    @Test
    void nobodyGivesBackTheLeaveOfAnother() {
        var leave = requested(TODAY.plusWeeks(17));
        assertEquals(
                "roster/NOT_YOURS",
                Refusals.reason(() -> head.stub().withdrawLeave(withdrawal(leave))));
    }

    @Test
    void leaveIsDecidedOnce() {
        var leave = decide(requested(TODAY.plusWeeks(18)), false);
        assertEquals("roster/NOT_REQUESTED", Refusals.reason(() -> decide(leave, true)));
    }

    @Test
    void whomNobodyBooksAsksForNoLeaveHere() {
        var nurse = new RosterDesk(server, "nurse");
        assertEquals(
                "roster/NOT_BOOKABLE",
                Refusals.reason(() -> nurse.stub().requestLeave(request(TODAY.plusWeeks(19)))));
    }

    @Test
    void whatIsStruckOutClosesNothingAnyMore() {
        var day = TODAY.plusWeeks(20);
        var holiday =
                head.stub()
                        .addAbsence(
                                head.absence(AbsenceKind.ABSENCE_KIND_HOLIDAY, day, "", "").build())
                        .getAbsence();
        head.stub()
                .voidAbsence(
                        VoidAbsenceRequest.newBuilder()
                                .setId(holiday.getId())
                                .setVersion(holiday.getVersion())
                                .setReason("Sai ngày")
                                .build());
        assertEquals(USUAL, head.open(head.doctor(0), day));
    }

    @Test
    void leaveOverBookedVisitsIsRefusedUntilTheyWereSeen() {
        var desk = new FrontDesk(server);
        var day = TODAY.plusWeeks(21);
        var visit =
                desk.book(
                        desk.wish(
                                desk.patient("Bị trùng"),
                                head.doctor(0),
                                FrontDesk.at(7 * 21, "09:00")));
        var leave =
                head.absence(AbsenceKind.ABSENCE_KIND_SICK, day, "", "")
                        .setPractitionerId(head.doctor(0));
        assertEquals("roster/BOOKED", Refusals.reason(() -> head.stub().addAbsence(leave.build())));
        var hit =
                head.stub()
                        .listHitVisits(
                                ListHitVisitsRequest.newBuilder()
                                        .setPractitionerId(head.doctor(0))
                                        .setTime(RosterDesk.time(day, "", ""))
                                        .build());
        assertEquals(visit.getId(), hit.getVisits(0).getAppointmentId());
        var answer = head.stub().addAbsence(leave.setDespiteBooked(true).build());
        assertEquals(hit.getVisitsList(), answer.getHitList());
        assertEquals("", head.open(head.doctor(0), day));
    }

    @Test
    void aClosureSeesTheVisitsOfItsSite() {
        var desk = new FrontDesk(server);
        var day = TODAY.plusWeeks(22);
        desk.book(
                desk.wish(desk.patient("Đóng cửa"), head.doctor(1), FrontDesk.at(7 * 22, "09:00")));
        var closure =
                head.absence(AbsenceKind.ABSENCE_KIND_CLOSURE, day, "09:15", "")
                        .setSiteId(head.site());
        assertEquals(
                "roster/BOOKED", Refusals.reason(() -> head.stub().addAbsence(closure.build())));
        var later = closure.setTime(RosterDesk.time(day, "09:30", ""));
        head.stub().addAbsence(later.build());
    }

    @Test
    void aVisitCannotBeBookedDuringLeave() {
        var desk = new FrontDesk(server);
        head.stub()
                .addAbsence(
                        head.absence(
                                        AbsenceKind.ABSENCE_KIND_TRAINING,
                                        TODAY.plusWeeks(23),
                                        "",
                                        "12:00")
                                .setPractitionerId(head.doctor(0))
                                .build());
        var patient = desk.patient("Đi học");
        assertEquals(
                "appointment/OUTSIDE_HOURS",
                Refusals.reason(() ->
                        desk.book(
                                desk.wish(
                                        patient, head.doctor(0), FrontDesk.at(7 * 23, "09:00")))));
        desk.book(desk.wish(patient, head.doctor(0), FrontDesk.at(7 * 23, "14:00")));
    }

    @Test
    void whyAColleagueIsAwayIsHisOwnBusiness() {
        var day = TODAY.plusWeeks(24);
        head.stub()
                .addAbsence(
                        head.absence(AbsenceKind.ABSENCE_KIND_SICK, day, "", "")
                                .setPractitionerId(doctor.self())
                                .build());
        var desk = new RosterDesk(server, "receptionist");
        assertEquals(AbsenceKind.ABSENCE_KIND_LEAVE, only(desk, day).getKind());
        assertEquals("", only(desk, day).getNote());
        assertEquals(AbsenceKind.ABSENCE_KIND_SICK, only(doctor, day).getKind());
        assertEquals(AbsenceKind.ABSENCE_KIND_SICK, only(head, day).getKind());
    }

    private static Absence only(RosterDesk desk, LocalDate day) {
        return desk.stub()
                .listAbsences(
                        ListAbsencesRequest.newBuilder()
                                .setFrom(day.toString())
                                .setTo(day.toString())
                                .build())
                .getAbsences(0);
    }

    private Absence requested(LocalDate day) {
        return doctor.stub().requestLeave(request(day)).getAbsence();
    }

    private static RequestLeaveRequest request(LocalDate day) {
        return RequestLeaveRequest.newBuilder()
                .setKind(AbsenceKind.ABSENCE_KIND_VACATION)
                .setTime(RosterDesk.time(day, "", ""))
                .build();
    }

    private Absence decide(Absence leave, boolean approve) {
        return head.stub()
                .decideLeave(
                        DecideLeaveRequest.newBuilder()
                                .setId(leave.getId())
                                .setVersion(leave.getVersion())
                                .setApprove(approve)
                                .build())
                .getAbsence();
    }

    private static WithdrawLeaveRequest withdrawal(Absence leave) {
        return WithdrawLeaveRequest.newBuilder()
                .setId(leave.getId())
                .setVersion(leave.getVersion())
                .build();
    }
}
