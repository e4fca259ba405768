package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.MoveRequest;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.queue.v1.AddWalkInRequest;
import org.clinicdesk.queue.v1.CallNextRequest;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.GetRosterRequest;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.Shift;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// The room in which a doctor sits by his hours. Each test has a day of its own.
@OnServer
class HoursRoomTest {

    private final TestServer server;
    private final FrontDesk desk;
    private final String doctor;
    private final String colleague;
    private final String wanderer;

    HoursRoomTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.doctor = desk.doctor(2);
        this.colleague = desk.doctor(3);
        this.wanderer = desk.doctor(4);
    }

    private void sits(String who, LocalDate day, int room) {
        sits(who, day, shift("08:00", "17:00", room));
    }

    private Shift shift(String from, String to, int room) {
        return Shift.newBuilder().setFrom(from).setTo(to).setRoomId(desk.room(room)).build();
    }

    private void sits(String who, LocalDate day, Shift... shifts) {
        var roster = RosterServiceGrpc.newBlockingStub(server.as("head-doctor"));
        var rows =
                roster.getRoster(
                        GetRosterRequest.newBuilder()
                                .setSiteId(desk.site())
                                .setFrom(day.toString())
                                .setDays(1)
                                .build());
        var version =
                rows.getRowsList().stream()
                        .filter(row -> row.getPractitionerId().equals(who))
                        .mapToLong(RosterRow::getVersion)
                        .findFirst()
                        .orElseThrow();
        var hours =
                SetDayRequest.newBuilder()
                        .setPractitionerId(who)
                        .setVersion(version)
                        .setSiteId(desk.site())
                        .setDate(day.toString())
                        .setMode(DayMode.DAY_MODE_INSTEAD)
                        .addAllShifts(List.of(shifts))
                        .setDespiteBooked(true)
                        .build();
        var _ = roster.setDay(hours);
    }

    private void sit(int day) {
        sits(doctor, FrontDesk.TODAY.plusDays(day), 1);
        sits(colleague, FrontDesk.TODAY.plusDays(day), 2);
    }

    private Appointment book(String who, int day, String time) {
        return desk.book(desk.patient("Phòng"), who, at(day, time));
    }

    @Test
    void aVisitTakesTheRoomOfItsDoctorAndNobodyElseGetsIt() {
        sit(60);
        assertEquals(desk.room(1), book(doctor, 60, "09:00").getRoomId());
        var wish = desk.wish(desk.patient("Khác"), wanderer, at(60, "09:15"));
        assertEquals(
                "appointment/SLOT_TAKEN",
                Refusals.reason(() -> desk.book(wish.setRoomId(desk.room(1)))));
    }

    @Test
    void aRoomThatIsTakenIsNoReasonToRefuse() {
        sit(61);
        desk.book(
                desk.wish(desk.patient("Trước"), wanderer, at(61, "09:00"))
                        .setRoomId(desk.room(1)));
        assertEquals("", book(doctor, 61, "09:00").getRoomId());
    }

    @Test
    void withAnotherDoctorItGoesToHisRoom() {
        sit(62);
        var visit = book(doctor, 62, "09:00");
        book(doctor, 62, "10:00");
        var moved = desk.move(visit, colleague, at(62, "10:00"), Duration.ZERO);
        assertEquals(desk.room(2), moved.getRoomId());
        assertEquals("", desk.move(moved, wanderer, at(62, "10:00"), Duration.ZERO).getRoomId());
    }

    @Test
    void aRoomThatWasAskedForStaysWithTheDoctor() {
        sit(63);
        var visit =
                desk.book(
                        desk.wish(desk.patient("Ba"), doctor, at(63, "09:00"))
                                .setRoomId(desk.room(3)));
        assertEquals(
                desk.room(3), desk.move(visit, doctor, at(63, "11:00"), Duration.ZERO).getRoomId());
    }

    @Test
    void aRoomThatWasAskedForGoesWithTheVisitToAnotherDoctor() {
        sit(66);
        var visit =
                desk.book(
                        desk.wish(desk.patient("Xe lăn"), doctor, at(66, "09:00"))
                                .setRoomId(desk.room(3)));
        var moved = desk.move(visit, colleague, at(66, "11:00"), Duration.ZERO);
        assertEquals(desk.room(3), moved.getRoomId());
        var later = desk.reschedule(moved, at(67, "11:00"));
        assertEquals(
                desk.room(3),
                desk.move(later, wanderer, at(67, "14:00"), Duration.ZERO).getRoomId());
    }

    @Test
    void whoChangesRoomsSitsInTheNextOneFromItsFirstMinute() {
        var day = FrontDesk.TODAY.plusDays(68);
        sits(doctor, day, shift("08:00", "12:00", 1), shift("12:00", "17:00", 2));
        assertEquals(desk.room(1), book(doctor, 68, "11:00").getRoomId());
        assertEquals(desk.room(2), book(doctor, 68, "12:00").getRoomId());
    }

    @Test
    void whoGivesTheRoomUpHasNone() {
        sit(64);
        var visit = book(doctor, 64, "09:00");
        var without =
                MoveRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .setPractitionerId(doctor)
                        .setStart(Protos.timestamp(at(64, "09:00")))
                        .setRoomId("")
                        .build();
        assertEquals("", desk.appointments().move(without).getAppointment().getRoomId());
    }

    @Test
    void whoIsCalledGoesToTheRoomOfTheDoctor() {
        var before = server.clock().instant();
        sits(server.desk("head-doctor").getStaffId(), FrontDesk.TODAY.plusDays(1), 4);
        server.clock().set(at(1, "08:30"));
        try {
            assertEquals(desk.room(4), called(new FrontDesk(server)).getRoomId());
        } finally {
            server.clock().set(before);
        }
    }

    @Test
    void aRoomThatIsNotUsedAnyMoreIsGivenToNobody() {
        var bookables = new Bookables(server);
        var spare =
                bookables.set(
                        Resource.newBuilder()
                                .setKind(ResourceKind.RESOURCE_KIND_ROOM)
                                .setType("spare")
                                .setName("Phòng cuối")
                                .setActive(true));
        var hours = shift("08:00", "17:00", 1).toBuilder().setRoomId(spare.getId());
        sits(doctor, FrontDesk.TODAY.plusDays(65), hours.build());
        desk.cancel(book(doctor, 65, "09:00"));
        bookables.set(spare.toBuilder().setActive(false));
        assertEquals("", book(doctor, 65, "10:00").getRoomId());
    }

    @Test
    void whoIsBookedInARoomOfItsOwnIsCalledThere() {
        var before = server.clock().instant();
        var staff = server.desk("doctor").getStaffId();
        sits(staff, FrontDesk.TODAY.plusDays(2), 4);
        server.clock().set(at(2, "08:30"));
        try {
            var morning = new FrontDesk(server);
            var okafor = server.freshSignIn("okafor");
            var queue = QueueServiceGrpc.newBlockingStub(server.withToken(okafor.getToken()));
            morning.checkIn(
                    morning.book(
                            morning.wish(morning.patient("Siêu âm"), staff, at(2, "09:00"))
                                    .setRoomId(morning.room(5))));
            assertEquals(morning.room(5), next(queue, morning).getRoomId());
        } finally {
            server.clock().set(before);
        }
    }

    private static QueueEntry next(
            QueueServiceGrpc.QueueServiceBlockingStub doctor, FrontDesk morning) {
        return doctor.callNext(CallNextRequest.newBuilder().setSiteId(morning.site()).build())
                .getEntry();
    }

    /// Somebody who came without an appointment on a new morning.
    private QueueEntry called(FrontDesk morning) {
        var duc = server.freshSignIn("duc");
        var _ =
                morning.queue()
                        .addWalkIn(
                                AddWalkInRequest.newBuilder()
                                        .setSiteId(morning.site())
                                        .setPatientId(morning.patient("Gọi"))
                                        .setServiceId(morning.service("Consultation"))
                                        .setPractitionerId(duc.getDesk().getStaffId())
                                        .build());
        return next(QueueServiceGrpc.newBlockingStub(server.withToken(duc.getToken())), morning);
    }
}
