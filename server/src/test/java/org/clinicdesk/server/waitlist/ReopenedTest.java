package org.clinicdesk.server.waitlist;

import static org.clinicdesk.server.appointment.FrontDesk.TODAY;
import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.roster.v1.Absence;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.DecideLeaveRequest;
import org.clinicdesk.roster.v1.RequestLeaveRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.RosterServiceGrpc.RosterServiceBlockingStub;
import org.clinicdesk.roster.v1.VoidAbsenceRequest;
import org.clinicdesk.roster.v1.WallTime;
import org.clinicdesk.roster.v1.WithdrawLeaveRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.Bookables;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Consumer;

/// Time that is open again reaches the waiting list. Each test closes a day of its own.
@OnServer
class ReopenedTest {

    private final TestServer server;
    private final WaitingDesk here;
    private final RosterServiceBlockingStub head;
    private final String doctor;

    ReopenedTest(TestServer server) {
        this.server = server;
        this.here = new WaitingDesk(server);
        this.head = RosterServiceGrpc.newBlockingStub(server.as("human-resources"));
        this.doctor = here.desk.doctor(0);
    }

    @Test
    void leaveThatIsStruckOutIsProposedToThoseWhomItSuits() {
        var suits = here.waits("Hợp", 7, wanted -> wanted.addPractitionerIds(doctor));
        here.waits("Người khác", 7, wanted -> wanted.addPractitionerIds(here.desk.doctor(1)));
        var leave = closed(AbsenceKind.ABSENCE_KIND_VACATION, 7, "", "", this::his);
        assertEquals(List.of(), here.proposals(7));
        strikeOut(leave);
        assertEquals(List.of("08:00-08:30", "13:00-13:30"), times(7));
        assertEquals(List.of(suits.getId(), suits.getId()), here.proposed(7));
    }

    @Test
    void whatIsProposedThenCanBeBooked() {
        var entry = here.waits("Nhận", 8, wanted -> wanted.addPractitionerIds(doctor));
        strikeOut(closed(AbsenceKind.ABSENCE_KIND_SICK, 8, "", "", this::his));
        var booked = here.book(here.offer(here.proposals(8).getFirst(), entry));
        assertEquals(Protos.timestamp(at(8, "08:00")), booked.getStart());
    }

    @Test
    void leaveThatADoctorGivesBackIsProposed() {
        var self = server.desk("doctor").getStaffId();
        var own = RosterServiceGrpc.newBlockingStub(server.as("doctor"));
        here.waits("Chờ", 9, wanted -> wanted.addPractitionerIds(self));
        var asked =
                own.requestLeave(
                                RequestLeaveRequest.newBuilder()
                                        .setKind(AbsenceKind.ABSENCE_KIND_TRAINING)
                                        .setTime(time(9, "09:00", "11:00"))
                                        .build())
                        .getAbsence();
        var leave =
                head.decideLeave(
                                DecideLeaveRequest.newBuilder()
                                        .setId(asked.getId())
                                        .setVersion(asked.getVersion())
                                        .setApprove(true)
                                        .build())
                        .getAbsence();
        giveBack(own, leave);
        assertEquals(List.of("09:00-09:30"), times(9));
    }

    @Test
    void leaveThatNeverHeldOpensNothing() {
        var self = server.desk("doctor").getStaffId();
        var own = RosterServiceGrpc.newBlockingStub(server.as("doctor"));
        here.waits("Chờ", 10, wanted -> wanted.addPractitionerIds(self));
        giveBack(
                own,
                own.requestLeave(
                                RequestLeaveRequest.newBuilder()
                                        .setKind(AbsenceKind.ABSENCE_KIND_TRAINING)
                                        .setTime(time(10, "", ""))
                                        .build())
                        .getAbsence());
        assertEquals(List.of(), here.proposals(10));
    }

    @Test
    void whatAnotherAbsenceClosesStillIsNotProposed() {
        here.waits("Chờ", 11, wanted -> wanted.addPractitionerIds(doctor));
        var leave = closed(AbsenceKind.ABSENCE_KIND_VACATION, 11, "", "", this::his);
        closed(AbsenceKind.ABSENCE_KIND_BLOCKOUT, 11, "08:00", "16:00", this::his);
        strikeOut(leave);
        assertEquals(List.of("16:00-16:30"), times(11));
    }

    @Test
    void whatIsBookedMeanwhileIsNotProposed() {
        here.waits("Chờ", 14, wanted -> wanted.addPractitionerIds(doctor));
        var block = closed(AbsenceKind.ABSENCE_KIND_BLOCKOUT, 14, "09:00", "09:30", this::his);
        strikeOut(block);
        assertEquals(1, here.proposals(14).size());
        here.desk.book(here.desk.patient("Đã đặt"), doctor, at(14, "09:00"));
        assertEquals(List.of(), here.proposals(14));
    }

    @Test
    void aSiteThatIsOpenAgainIsProposedWithEachDoctor() {
        here.waits(
                "Chờ",
                15,
                wanted ->
                        wanted.addPractitionerIds(doctor).addPractitionerIds(here.desk.doctor(1)));
        strikeOut(
                closed(
                        AbsenceKind.ABSENCE_KIND_CLOSURE,
                        15,
                        "10:00",
                        "11:00",
                        it -> it.setSiteId(here.desk.site())));
        assertEquals(List.of("10:00-10:30", "10:00-10:30"), times(15));
    }

    @Test
    void aRoomThatIsOpenAgainIsProposedToThoseWhoNeedIt() {
        var room = here.desk.room(2);
        var service = new Bookables(server).serviceInRoom("Nội soi", room);
        var needs =
                here.waits(
                        "Cần phòng",
                        16,
                        wanted -> wanted.setServiceId(service).addPractitionerIds(doctor));
        here.waits("Không cần", 16, wanted -> wanted.addPractitionerIds(doctor));
        strikeOut(
                closed(
                        AbsenceKind.ABSENCE_KIND_BLOCKOUT,
                        16,
                        "13:00",
                        "15:00",
                        it -> it.setRoomId(room)));
        assertEquals(List.of("13:00-13:30"), times(16));
        assertEquals(List.of(needs.getId()), here.proposed(16));
    }

    private void his(AddAbsenceRequest.Builder absence) {
        absence.setPractitionerId(doctor);
    }

    private Absence closed(
            AbsenceKind kind,
            int day,
            String from,
            String to,
            Consumer<AddAbsenceRequest.Builder> whom) {
        var absence =
                AddAbsenceRequest.newBuilder()
                        .setKind(kind)
                        .setNote("Họp")
                        .setTime(time(day, from, to));
        whom.accept(absence);
        return head.addAbsence(absence.build()).getAbsence();
    }

    private static WallTime time(int day, String from, String to) {
        return WallTime.newBuilder()
                .setFirstDay(TODAY.plusDays(day).toString())
                .setFrom(from)
                .setTo(to)
                .build();
    }

    private void strikeOut(Absence absence) {
        var _ =
                head.voidAbsence(
                        VoidAbsenceRequest.newBuilder()
                                .setId(absence.getId())
                                .setVersion(absence.getVersion())
                                .setReason("Không nghỉ nữa")
                                .build());
    }

    private static void giveBack(RosterServiceBlockingStub own, Absence leave) {
        var _ =
                own.withdrawLeave(
                        WithdrawLeaveRequest.newBuilder()
                                .setId(leave.getId())
                                .setVersion(leave.getVersion())
                                .build());
    }

    private List<String> times(int day) {
        return here.times(day);
    }
}
