package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.appointment.v1.CorrectRequest;
import org.clinicdesk.appointment.v1.PinRequest;
import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.appointment.v1.SetConfirmationRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// What a booked visit is for is put right. Each test has a day of its own.
@OnServer
class CorrectTest {

    private final TestServer server;
    private final FrontDesk desk;
    private final Bookables bookables;
    private final String doctor;
    private final String other;

    CorrectTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.bookables = new Bookables(server);
        this.doctor = desk.doctor(0);
        this.other = desk.doctor(1);
    }

    private Appointment book(int day) {
        return desk.book(desk.patient("Sửa lại"), doctor, at(day, "09:00"));
    }

    private static CorrectRequest.Builder asItIs(Appointment visit) {
        return CorrectRequest.newBuilder()
                .setId(visit.getId())
                .setVersion(visit.getVersion())
                .setServiceId(visit.getServiceId())
                .setReason(visit.getReason())
                .addAllAlsoPractitionerIds(visit.getAlsoPractitionerIdsList());
    }

    private Appointment correct(CorrectRequest.Builder request) {
        return desk.appointments().correct(request.build()).getAppointment();
    }

    @Test
    void aMistypedNoteIsPutRightAndNothingElseChanges() {
        var visit = confirmed(book(63));
        var right = correct(asItIs(visit).setReason("Đau lưng").setArriveEarlyMinutes(15));
        assertEquals("Đau lưng", right.getReason());
        assertEquals(Protos.timestamp(at(63, "08:45")), right.getAskedToArrive());
        assertEquals(visit.getStart(), right.getStart());
        assertEquals(Confirmation.CONFIRMATION_CONFIRMED, right.getConfirmation());
        var back = desk.undo(right);
        assertEquals("", back.getReason());
        assertEquals(false, back.hasAskedToArrive());
    }

    private Appointment confirmed(Appointment visit) {
        return desk.appointments()
                .setConfirmation(
                        SetConfirmationRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setConfirmation(Confirmation.CONFIRMATION_CONFIRMED)
                                .build())
                .getAppointment();
    }

    @Test
    void anotherServiceTakesWhatItNeeds() {
        bookables.equipment("laser", "Máy laser 1");
        var service = bookables.serviceWith("Laser", "laser");
        var visit = book(64);
        var right = correct(asItIs(visit).setServiceId(service));
        assertEquals(service, right.getServiceId());
        assertEquals(1, right.getResourceIdsCount());
        var taken =
                desk.wish(desk.patient("Máy bận"), other, at(64, "09:00")).setServiceId(service);
        assertEquals("appointment/SLOT_TAKEN", Refusals.reason(() -> desk.book(taken)));
        var back = desk.undo(right);
        assertEquals(visit.getServiceId(), back.getServiceId());
        assertEquals(0, back.getResourceIdsCount());
        desk.book(taken);
        assertEquals(
                "appointment/SLOT_TAKEN",
                Refusals.reason(() -> correct(asItIs(back).setServiceId(service))));
    }

    @Test
    void aServiceThatNeedsARoomOfItsKindIsInOne() {
        var kind = bookables.serviceInRoom("Siêu âm", desk.room(5));
        var visit =
                desk.book(
                        desk.wish(desk.patient("Đổi phòng"), doctor, at(71, "09:00"))
                                .setRoomId(desk.room(1)));
        var right = correct(asItIs(visit).setServiceId(kind));
        assertEquals(desk.room(5), right.getRoomId());
        var second =
                desk.wish(desk.patient("Hết phòng"), other, at(71, "09:00")).setServiceId(kind);
        assertEquals("appointment/SLOT_TAKEN", Refusals.reason(() -> desk.book(second)));
        var back = correct(asItIs(right).setServiceId(visit.getServiceId()));
        assertNotEquals(desk.room(5), back.getRoomId());
        desk.book(second);
    }

    @Test
    void aVisitThatKeepsItsTimeIsNotAskedForHoursAgain() {
        var visit = book(72);
        bookables.leave(doctor, FrontDesk.TODAY.plusDays(72));
        var right = correct(asItIs(visit).setServiceId(bookables.service("Tư vấn lại")));
        bookables.leave(other, FrontDesk.TODAY.plusDays(72));
        assertEquals(
                "appointment/OUTSIDE_HOURS",
                Refusals.reason(() -> correct(asItIs(right).addAlsoPractitionerIds(other))));
    }

    @Test
    void whatIsPinnedOfItIsForTheSame() {
        var visit = book(73);
        var pin = PinRequest.newBuilder().setAppointmentId(visit.getId()).build();
        var pinned = desk.appointments().pin(pin).getPin();
        var right =
                correct(
                        asItIs(visit)
                                .setServiceId(desk.service("Vaccination"))
                                .setReason("Mũi nhắc"));
        assertEquals("Mũi nhắc", onBoard(pinned).getReason());
        assertEquals(right.getServiceId(), onBoard(pinned).getServiceId());
        desk.undo(right);
        assertEquals(visit.getServiceId(), onBoard(pinned).getServiceId());
    }

    private PinnedVisit onBoard(PinnedVisit pin) {
        return desk.day(73).getPinsList().stream()
                .filter(one -> one.getId().equals(pin.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSecondDoctorJoinsIfHeIsFree() {
        var visit = book(65);
        var both = correct(asItIs(visit).addAlsoPractitionerIds(other));
        assertEquals(List.of(other), both.getAlsoPractitionerIdsList());
        assertEquals(
                "appointment/SLOT_TAKEN",
                Refusals.reason(() -> desk.book(desk.patient("Bận"), other, at(65, "09:15"))));
        var alone = correct(asItIs(both).clearAlsoPractitionerIds());
        desk.book(desk.patient("Rảnh"), other, at(65, "09:15"));
        assertEquals(
                "appointment/SLOT_TAKEN",
                Refusals.reason(() -> correct(asItIs(alone).addAlsoPractitionerIds(other))));
        assertEquals(
                "also_practitioner_ids: practitioner.twice",
                Refusals.field(() -> correct(asItIs(alone).addAlsoPractitionerIds(doctor))));
    }

    @Test
    void whatIsAsItWasIsNoChange() {
        var visit = book(66);
        assertEquals(visit, correct(asItIs(visit)));
    }

    @Test
    void theOldVersionIsRefusedAndSoIsWhatIsOver() {
        var visit = book(67);
        var right = correct(asItIs(visit).setReason("Một"));
        assertEquals(
                "platform/STALE", Refusals.reason(() -> correct(asItIs(visit).setReason("Hai"))));
        var cancelled = desk.cancel(right);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_CANCELLED, cancelled.getStatus());
        assertEquals(
                "appointment/NOT_MOVABLE",
                Refusals.reason(() -> correct(asItIs(cancelled).setReason("Ba"))));
    }

    @Test
    void whatWasPutRightIsMovedAndEveryCheckHolds() {
        var visit = correct(asItIs(book(70)).setReason("Chuyển").addAlsoPractitionerIds(other));
        var moved = desk.move(visit, doctor, at(70, "11:00"), Duration.ZERO);
        assertEquals("Chuyển", moved.getReason());
        for (var check : server.clinic().features().checks()) {
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
