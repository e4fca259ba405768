package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.CorrectRequest;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.appointment.v1.OverbookRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Visits on top of others, on purpose. Each test has a day of its own.
@OnServer
class OverbookTest {

    private static final String WHY = "Cấp cứu, bác sĩ đồng ý";

    private final TestServer server;
    private final FrontDesk desk;
    private final String doctor;

    OverbookTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.doctor = desk.doctor(0);
    }

    @Test
    void booksOnTopOfAnotherVisitAndShowsWhyAndByWhom() {
        desk.book(desk.patient("Dưới"), doctor, at(7, "09:00"));
        var visit = overbook(wish(7, "09:15"));
        assertTrue(visit.getOverbooked());
        var shown = desk.onBoard(7, visit);
        assertEquals(WHY, shown.getOverbookReason());
        assertEquals(server.desk("doctor").getStaffId(), shown.getOverbookedBy());
        assertEquals(
                List.of(),
                server.inDatabase(
                        () -> server.clinic().features().appointment.appointments().overlaps()));
    }

    /// Only for whom it was decided.
    @Test
    void aSecondDoctorIsNotOverbookedWithIt() {
        var second = desk.doctor(1);
        desk.book(desk.patient("Dưới"), doctor, at(134, "09:00"));
        var visit = overbook(wish(134, "09:00").addAlsoPractitionerIds(second));
        var alone = correct(visit, List.of());
        desk.book(desk.patient("Người khác"), second, at(134, "09:00"));
        assertEquals(
                "appointment/SLOT_TAKEN", Refusals.reason(() -> correct(alone, List.of(second))));
        assertEquals("appointment/SLOT_TAKEN", Refusals.reason(() -> desk.undo(alone)));
    }

    private Appointment correct(Appointment visit, List<String> beside) {
        var right =
                CorrectRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .setServiceId(visit.getServiceId())
                        .addAllAlsoPractitionerIds(beside);
        return desk.appointments().correct(right.build()).getAppointment();
    }

    @Test
    void itsTimeIsShortenedAndItsRoomChanged() {
        desk.book(desk.patient("Dưới"), doctor, at(135, "09:00"));
        var visit = overbook(wish(135, "09:00"));
        var shorter = desk.move(visit, doctor, at(135, "09:00"), Duration.ofMinutes(15));
        assertTrue(shorter.getOverbooked());
        assertEquals(
                "appointment/SLOT_TAKEN",
                Refusals.reason(() -> desk.move(shorter, doctor, at(135, "09:10"), Duration.ZERO)));
    }

    @Test
    void isForThosePermittedAndNeedsAReason() {
        var request = OverbookRequest.newBuilder().setBooking(wish(8, "09:00"));
        var nurse = AppointmentServiceGrpc.newBlockingStub(server.as("nurse"));
        assertEquals(
                "platform/DENIED",
                Refusals.reason(() -> nurse.overbook(request.setReason(WHY).build())));
        assertEquals(
                "reason: string.min_len",
                Refusals.field(() -> asDoctor().overbook(request.setReason("").build())));
    }

    @Test
    void theDeskSqueezesSomebodyInAndADoctorBooks() {
        desk.book(desk.patient("Thu Cúc"), doctor, at(133, "09:00"));
        var request = OverbookRequest.newBuilder().setBooking(wish(133, "09:00")).setReason(WHY);
        var squeezed = desk.appointments().overbook(request.build()).getAppointment();
        assertTrue(squeezed.getOverbooked());
        var booked = asDoctor().book(wish(133, "16:00").build()).getAppointment();
        assertFalse(booked.getOverbooked());
    }

    @Test
    void aFreeTimeIsSimplyBooked() {
        var visit = overbook(wish(9, "09:00"));
        assertFalse(visit.getOverbooked());
        assertEquals("", visit.getOverbookReason());
    }

    @Test
    void sharesTheDoctorButNeitherPatientNorRoom() {
        var patient = desk.patient("Một mình");
        desk.book(desk.wish(patient, doctor, at(10, "09:00")).setRoomId(desk.room(1)));
        assertEquals("patient", taken(desk.wish(patient, doctor, at(10, "09:00"))));
        assertEquals("room", taken(wish(10, "09:00").setRoomId(desk.room(1))));
    }

    @Test
    void neverStandsOnWhatSomebodyHolds() {
        var hold =
                HoldRequest.newBuilder()
                        .setSiteId(desk.site())
                        .setPractitionerId(doctor)
                        .setServiceId(desk.service("Consultation"))
                        .setStart(Protos.timestamp(at(11, "09:00")))
                        .build();
        var _ = desk.appointments().hold(hold);
        assertEquals("appointment/SLOT_HELD", Refusals.reason(() -> overbook(wish(11, "09:00"))));
    }

    @Test
    void hasACapOfItsOwnAndCountsForTheOthers() {
        desk.book(desk.patient("A"), doctor, at(12, "09:00"));
        overbook(wish(12, "09:00"));
        overbook(wish(12, "09:10"));
        assertEquals("overbooked 2", reached(wish(12, "09:20")));
        for (var number = 0; number < 12; number++) {
            desk.book(
                    desk.wish(
                                    desk.patient("B"),
                                    doctor,
                                    at(12, "13:00").plus(Duration.ofMinutes(10L * number)))
                            .setMinutes(10));
        }
        assertEquals(
                "appointment/CAP_REACHED", Refusals.reason(() -> desk.book(wish(12, "16:00"))));
    }

    @Test
    void aDoctorMayRefuseThemAltogether() {
        var never = desk.doctor(1);
        new Bookables(server).set(Bookables.limits(never).setDayOverbooked(-1));
        desk.book(desk.patient("C"), never, at(13, "09:00"));
        assertEquals("overbooked 0", reached(wish(13, "09:00").setPractitionerId(never)));
    }

    @Test
    void keepsTheHoursOfTheDoctor() {
        assertEquals(
                "appointment/OUTSIDE_HOURS", Refusals.reason(() -> overbook(wish(14, "19:00"))));
    }

    @Test
    void isOrdinaryAgainOnceMovedToAFreeTime() {
        desk.book(desk.patient("D"), doctor, at(15, "09:00"));
        var visit = overbook(wish(15, "09:00"));
        var moved = desk.move(visit, doctor, at(15, "10:00"), Duration.ZERO);
        assertFalse(moved.getOverbooked());
        assertEquals("", moved.getOverbookReason());
    }

    @Test
    void isOrdinaryAgainOnceReinstatedToATimeThatGrewFree() {
        var under = desk.book(desk.patient("Đ"), doctor, at(16, "09:00"));
        var visit = overbook(wish(16, "09:00"));
        var cancelled = desk.cancel(visit);
        desk.cancel(under);
        assertFalse(desk.reinstate(cancelled).getOverbooked());
    }

    @Test
    void isOrdinaryAgainOnceTakenBackToATimeThatGrewFree() {
        var under = desk.book(desk.patient("E"), doctor, at(17, "09:00"));
        var visit = overbook(wish(17, "09:00"));
        var moved = desk.move(visit, doctor, at(17, "11:00"), Duration.ZERO);
        desk.cancel(under);
        var back = desk.undo(moved);
        assertEquals(visit.getStart(), back.getStart());
        assertFalse(back.getOverbooked());
    }

    @Test
    void standsOnTopAgainOnceTakenBackToTheOther() {
        desk.book(desk.patient("Ê"), doctor, at(18, "09:00"));
        var visit = overbook(wish(18, "09:00"));
        var moved = desk.move(visit, doctor, at(18, "11:00"), Duration.ZERO);
        assertTrue(desk.undo(moved).getOverbooked());
    }

    @Test
    void whatItStandsOnComesBackUnderIt() {
        var under = desk.book(desk.patient("Dưới"), doctor, at(105, "09:00"));
        overbook(wish(105, "09:00"));
        var cancelled = desk.cancel(under);
        assertEquals(under.getStart(), desk.undo(cancelled).getStart());
        var moved = desk.move(desk.onBoard(105, under), doctor, at(105, "11:00"), Duration.ZERO);
        assertEquals(under.getStart(), desk.undo(moved).getStart());
        assertFalse(desk.onBoard(105, under).getOverbooked());
        assertEquals(
                "appointment/SLOT_TAKEN",
                Refusals.reason(() -> desk.book(desk.patient("Khác"), doctor, at(105, "09:00"))));
    }

    @Test
    void isNotBroughtBackBeyondItsCap() {
        desk.book(desk.patient("G"), doctor, at(19, "09:00"));
        var cancelled = desk.cancel(overbook(wish(19, "09:00")));
        overbook(wish(19, "09:05"));
        overbook(wish(19, "09:10"));
        var refused = Refusals.info(() -> desk.reinstate(cancelled));
        assertEquals("overbooked", refused.getMetadataOrThrow("cap"));
    }

    private BookRequest.Builder wish(int days, String time) {
        return desk.wish(desk.patient("Chồng"), doctor, at(days, time));
    }

    private AppointmentServiceGrpc.AppointmentServiceBlockingStub asDoctor() {
        return AppointmentServiceGrpc.newBlockingStub(server.as("doctor"));
    }

    private Appointment overbook(BookRequest.Builder wish) {
        return asDoctor()
                .overbook(OverbookRequest.newBuilder().setBooking(wish).setReason(WHY).build())
                .getAppointment();
    }

    private String taken(BookRequest.Builder wish) {
        var info = Refusals.info(() -> overbook(wish));
        assertEquals("SLOT_TAKEN", info.getReason());
        return info.getMetadataOrThrow("resource");
    }

    private String reached(BookRequest.Builder wish) {
        var info = Refusals.info(() -> overbook(wish));
        assertEquals("CAP_REACHED", info.getReason());
        return info.getMetadataOrThrow("cap") + " " + info.getMetadataOrThrow("limit");
    }
}
