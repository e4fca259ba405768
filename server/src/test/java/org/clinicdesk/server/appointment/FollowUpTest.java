package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc.AppointmentServiceBlockingStub;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.FollowUpState;
import org.clinicdesk.appointment.v1.ListFollowUpsRequest;
import org.clinicdesk.appointment.v1.ListUnfinishedRequest;
import org.clinicdesk.appointment.v1.MarkNoShowRequest;
import org.clinicdesk.appointment.v1.OrderFollowUpRequest;
import org.clinicdesk.appointment.v1.RescheduleRequest;
import org.clinicdesk.appointment.v1.WithdrawFollowUpRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Doctors order visits, desks book them. Each test has a patient of its own.
@OnServer
class FollowUpTest {

    private final TestServer server;
    private final FrontDesk desk;
    private final AppointmentServiceBlockingStub doctors;
    private final String doctor;

    FollowUpTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.doctors = AppointmentServiceGrpc.newBlockingStub(server.as("doctor"));
        this.doctor = desk.doctor(0);
    }

    @Test
    void whatADoctorOrdersIsDueOnItsDayAndNotBefore() {
        var followUp = order("Tái khám", 14);
        assertEquals(FollowUpState.FOLLOW_UP_STATE_WAITING, followUp.getState());
        assertTrue(due(14).contains(followUp));
        assertTrue(due(13).stream().noneMatch(one -> one.getId().equals(followUp.getId())));
    }

    @Test
    void aBookedOneIsOffTheDueListAndShowsItsVisit() {
        var followUp = order("Đặt", 7);
        var visit = book(followUp, 7, "09:00");
        assertEquals(followUp.getId(), visit.getFollowUpId());
        assertTrue(due(7).stream().noneMatch(one -> one.getId().equals(followUp.getId())));
        var shown = of(followUp);
        assertEquals(FollowUpState.FOLLOW_UP_STATE_BOOKED, shown.getState());
        assertEquals(visit.getId(), shown.getAppointmentId());
        assertEquals(visit.getStart(), shown.getAppointmentStart());
    }

    @Test
    void whatIsDueTodayIsCountedAmongWhatIsLeftToDo() {
        var before = left();
        var followUp = order("Hôm nay", 0);
        var _ = order("Mai", 1);
        assertEquals(before + 1, left());
        book(followUp, 1, "13:00");
        assertEquals(before, left());
    }

    private int left() {
        return desk.appointments()
                .listUnfinished(ListUnfinishedRequest.newBuilder().setSiteId(desk.site()).build())
                .getFollowUpsTotal();
    }

    @Test
    void isBookedOnce() {
        var followUp = order("Hai lần", 8);
        book(followUp, 8, "09:00");
        assertEquals(
                "appointment/FOLLOW_UP_BOOKED", Refusals.reason(() -> book(followUp, 8, "10:00")));
    }

    @Test
    void isNotBookedForSomebodyElse() {
        var followUp = order("Của người khác", 8);
        var wish = desk.wish(desk.patient("Nhầm"), doctor, at(8, "11:00"));
        assertEquals(
                "appointment/FOLLOW_UP_BOOKED",
                Refusals.reason(() -> desk.book(wish.setFollowUpId(followUp.getId()))));
    }

    @Test
    void waitsAgainWhenItsVisitIsCancelled() {
        var followUp = order("Hủy", 9);
        desk.cancel(book(followUp, 9, "09:00"));
        assertEquals(FollowUpState.FOLLOW_UP_STATE_WAITING, of(followUp).getState());
        book(followUp, 9, "10:00");
    }

    @Test
    void whatWasBookedAnewIsNotHadTwice() {
        var followUp = order("Đặt lại", 98);
        var first = desk.cancel(book(followUp, 98, "09:00"));
        book(followUp, 98, "10:00");
        assertEquals("appointment/FOLLOW_UP_BOOKED", Refusals.reason(() -> desk.reinstate(first)));
        assertEquals("appointment/FOLLOW_UP_BOOKED", Refusals.reason(() -> desk.undo(first)));
    }

    /// He is let in; the visit that was booked instead stays the one for it.
    @Test
    void whoComesAfterAllIsNotKeptOutByTheVisitBookedInstead() {
        var followUp = order("Đến sau", 120);
        var first = book(followUp, 120, "09:00");
        server.clock().set(at(120, "09:15"));
        try {
            var then = new FrontDesk(server);
            var request =
                    MarkNoShowRequest.newBuilder()
                            .setId(first.getId())
                            .setVersion(first.getVersion())
                            .build();
            var missed = then.appointments().markNoShow(request).getAppointment();
            var wish =
                    then.wish(followUp.getPerson().getPatientId(), doctor, at(121, "09:00"))
                            .setFollowUpId(followUp.getId());
            var second = then.book(wish);
            var there = then.checkIn(missed);
            assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, there.getStatus());
            assertEquals("", there.getFollowUpId());
            assertEquals(followUp.getId(), then.onBoard(121, second).getFollowUpId());
        } finally {
            server.clock().set(TestServer.MONDAY_MORNING);
        }
    }

    @Test
    void staysBookedWhenItsVisitIsRescheduled() {
        var followUp = order("Dời", 10);
        var visit = book(followUp, 10, "09:00");
        var next =
                desk.appointments()
                        .reschedule(
                                RescheduleRequest.newBuilder()
                                        .setId(visit.getId())
                                        .setVersion(visit.getVersion())
                                        .setPractitionerId(doctor)
                                        .setStart(Protos.timestamp(at(10, "10:00")))
                                        .build())
                        .getAppointment();
        assertEquals(next.getId(), of(followUp).getAppointmentId());
    }

    @Test
    void aWithdrawnOneIsNeitherDueNorBooked() {
        var followUp = order("Rút", 11);
        var _ =
                doctors.withdrawFollowUp(
                        WithdrawFollowUpRequest.newBuilder()
                                .setId(followUp.getId())
                                .setVersion(followUp.getVersion())
                                .build());
        assertEquals(FollowUpState.FOLLOW_UP_STATE_WITHDRAWN, of(followUp).getState());
        assertTrue(due(11).stream().noneMatch(one -> one.getId().equals(followUp.getId())));
        assertEquals(
                "appointment/FOLLOW_UP_OVER", Refusals.reason(() -> book(followUp, 11, "09:00")));
    }

    @Test
    void refusesADayGoneByOrNone() {
        assertEquals("due: date.past", Refusals.field(() -> order("Hôm qua", -1)));
        var none = request(desk.patient("Không có"), 1).setDue("2026-02-30").build();
        assertEquals("due: date.none", Refusals.field(() -> doctors.orderFollowUp(none)));
    }

    private FollowUp order(String given, int days) {
        return doctors.orderFollowUp(request(desk.patient(given), days).build()).getFollowUp();
    }

    private OrderFollowUpRequest.Builder request(String patient, int days) {
        return OrderFollowUpRequest.newBuilder()
                .setSiteId(desk.site())
                .setPatientId(patient)
                .setPractitionerId(doctor)
                .setServiceId(desk.service("Follow-up"))
                .setDue(FrontDesk.TODAY.plusDays(days).toString())
                .setReason("Kiểm tra huyết áp");
    }

    private Appointment book(FollowUp followUp, int days, String time) {
        return desk.book(
                desk.wish(followUp.getPerson().getPatientId(), doctor, at(days, time))
                        .setFollowUpId(followUp.getId()));
    }

    private List<FollowUp> due(int days) {
        return desk.appointments()
                .listFollowUps(
                        ListFollowUpsRequest.newBuilder()
                                .setSiteId(desk.site())
                                .setUntil(FrontDesk.TODAY.plusDays(days).toString())
                                .build())
                .getFollowUpsList();
    }

    private FollowUp of(FollowUp followUp) {
        return desk.appointments()
                .listFollowUps(
                        ListFollowUpsRequest.newBuilder()
                                .setSiteId(desk.site())
                                .setPatientId(followUp.getPerson().getPatientId())
                                .build())
                .getFollowUps(0);
    }
}
