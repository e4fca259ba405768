package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.CancelRequest;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.appointment.v1.ListUnfinishedRequest;
import org.clinicdesk.appointment.v1.ListUnfinishedResponse;
import org.clinicdesk.appointment.v1.MarkAttendedRequest;
import org.clinicdesk.appointment.v1.MarkNoShowRequest;
import org.clinicdesk.appointment.v1.ReleaseHoldRequest;
import org.clinicdesk.appointment.v1.RescheduleRequest;
import org.clinicdesk.appointment.v1.RescheduleResponse;
import org.clinicdesk.appointment.v1.SetConfirmationRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/// What becomes of a visit, and how it is taken back. Each test has a time of its own.
@OnServer
class LifeTest {

    private static final Duration AS_IT_IS = Duration.ZERO;

    private final TestServer server;
    private final FrontDesk desk;
    private final String doctor;

    LifeTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.doctor = desk.doctor(0);
    }

    @Test
    void aRequestedVisitKeepsItsTimeAndIsAgreedByItsConfirmation() {
        var wish = desk.wish(desk.patient("Xin hẹn"), doctor, at(7, "09:00")).setRequested(true);
        var visit = desk.book(wish);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_REQUESTED, visit.getStatus());
        assertTaken(7, "09:00");
        var agreed = confirm(visit, Confirmation.CONFIRMATION_CONFIRMED);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, agreed.getStatus());
    }

    @Test
    void theConfirmationIsApartFromTheStatus() {
        var visit = book(7, "10:00");
        assertEquals(Confirmation.CONFIRMATION_UNCONFIRMED, visit.getConfirmation());
        var declined = confirm(visit, Confirmation.CONFIRMATION_DECLINED);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, declined.getStatus());
        assertEquals(Confirmation.CONFIRMATION_DECLINED, declined.getConfirmation());
    }

    @Test
    void aCancellationSaysWhoCancelledAndWhetherItWasLate() {
        assertFalse(
                cancel(book(3, "09:00"), CancelReason.CANCEL_REASON_PATIENT).getCancelledLate());
        var late = cancel(book(1, "08:30"), CancelReason.CANCEL_REASON_PATIENT);
        assertTrue(late.getCancelledLate());
        assertEquals(CancelReason.CANCEL_REASON_PATIENT, late.getCancelReason());
        var clinic = cancel(book(1, "08:30"), CancelReason.CANCEL_REASON_CLINIC);
        assertFalse(clinic.getCancelledLate());
    }

    @Test
    void refusesReasonsThatNobodyGives() {
        var visit = book(8, "09:00");
        assertEquals(
                "reason: enum.not_in",
                Refusals.field(() -> cancel(visit, CancelReason.CANCEL_REASON_RESCHEDULED)));
    }

    @Test
    void nobodyIsMissedBeforeTheStart() {
        var visit = book(8, "10:00");
        assertEquals("appointment/TOO_EARLY", Refusals.reason(() -> miss(visit)));
    }

    @Test
    void whoDidNotComeIsProposedAndNotedByAPersonAndMayStillCome() {
        var visit = bookToday();
        afterwards(
                Protos.instant(visit.getStart()).plus(Duration.ofMinutes(20)),
                () -> {
                    assertTrue(unfinished().getLateList().stream().anyMatch(same(visit)));
                    assertEquals(
                            AppointmentStatus.APPOINTMENT_STATUS_BOOKED,
                            desk.onBoard(0, visit).getStatus());
                    var missed = miss(visit);
                    assertEquals(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW, missed.getStatus());
                    assertTrue(unfinished().getLateList().stream().noneMatch(same(visit)));
                    var back = desk.undo(missed);
                    assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, back.getStatus());
                    var there = desk.checkIn(miss(back));
                    assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, there.getStatus());
                });
    }

    @Test
    void whoComesAfterAllStandsBesideWhoeverHasHisTimeNow() {
        var visit = bookToday();
        afterwards(
                Protos.instant(visit.getStart()).plus(Duration.ofMinutes(5)),
                () -> {
                    var missed = miss(visit);
                    var start = Protos.instant(visit.getStart()).plus(Duration.ofMinutes(5));
                    desk.book(
                            desk.wish(desk.patient("Thế"), visit.getPractitionerId(), start)
                                    .setMinutes(10));
                    var there = desk.checkIn(missed);
                    assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, there.getStatus());
                    assertTrue(there.getOverbooked());
                });
    }

    @Test
    void whoWasCheckedInByMistakeAfterHeWasGivenUpIsGivenUpAgain() {
        var visit = bookToday();
        afterwards(
                Protos.instant(visit.getStart()).plus(Duration.ofMinutes(5)),
                () -> {
                    var missed = miss(visit);
                    var start = Protos.instant(visit.getStart()).plus(Duration.ofMinutes(5));
                    desk.book(
                            desk.wish(desk.patient("Người sau"), visit.getPractitionerId(), start)
                                    .setMinutes(10));
                    var back = desk.undoCheckIn(desk.checkIn(missed));
                    assertEquals(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW, back.getStatus());
                    assertFalse(back.getOverbooked());
                    assertEquals("appointment/SLOT_TAKEN", Refusals.reason(() -> desk.undo(back)));
                    var there = desk.checkIn(back);
                    assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, there.getStatus());
                });
    }

    @Test
    void whoComesAfterAllIsNotKeptOutByWhatADeskOnlyHolds() {
        var visit = bookToday();
        afterwards(
                Protos.instant(visit.getStart()).plus(Duration.ofMinutes(5)),
                () -> {
                    var missed = miss(visit);
                    var neighbour = new FrontDesk(server).appointments();
                    var hold =
                            neighbour
                                    .hold(
                                            HoldRequest.newBuilder()
                                                    .setPractitionerId(visit.getPractitionerId())
                                                    .setServiceId(visit.getServiceId())
                                                    .setSiteId(desk.site())
                                                    .setStart(visit.getStart())
                                                    .setMinutes(30)
                                                    .build())
                                    .getHold();
                    var there = desk.checkIn(missed);
                    var _ =
                            neighbour.releaseHold(
                                    ReleaseHoldRequest.newBuilder().setId(hold.getId()).build());
                    assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, there.getStatus());
                    assertFalse(there.getOverbooked());
                });
    }

    @Test
    void whoHeldTheTimeOfSomebodyWhoCameAfterAllIsToldSo() {
        var visit = bookToday();
        afterwards(
                Protos.instant(visit.getStart()).plus(Duration.ofMinutes(5)),
                () -> {
                    var missed = miss(visit);
                    var neighbour = new FrontDesk(server);
                    var hold = hold(visit, "");
                    var held = neighbour.appointments().hold(hold).getHold();
                    assertEquals(1, neighbour.day(0).getHoldsCount());
                    desk.checkIn(missed);
                    assertEquals(0, neighbour.day(0).getHoldsCount());
                    var start = Protos.instant(visit.getStart());
                    var wish =
                            neighbour
                                    .wish(desk.patient("Lỡ"), visit.getPractitionerId(), start)
                                    .setHoldId(held.getId())
                                    .build();
                    var info = Refusals.info(() -> neighbour.appointments().book(wish));
                    assertEquals("HOLD_LOST", info.getReason());
                    assertEquals("practitioner", info.getMetadataOrThrow("resource"));
                    var again = hold(visit, held.getId());
                    assertEquals(
                            "appointment/HOLD_LOST",
                            Refusals.reason(() -> neighbour.appointments().hold(again)));
                    assertEquals(
                            "appointment/SLOT_TAKEN",
                            Refusals.reason(() -> desk.appointments().hold(again)));
                });
    }

    private HoldRequest hold(Appointment visit, String before) {
        return HoldRequest.newBuilder()
                .setPractitionerId(visit.getPractitionerId())
                .setServiceId(visit.getServiceId())
                .setSiteId(desk.site())
                .setStart(visit.getStart())
                .setMinutes(30)
                .setInsteadOfId(before)
                .build();
    }

    @Test
    void whoWasThereWithoutCheckInIsNotedTheNextDayAndThatIsTakenBack() {
        var visit = book(108, "09:00");
        assertEquals("appointment/TOO_EARLY", Refusals.reason(() -> attended(desk, visit)));
        afterwards(
                at(109, "08:00"),
                () -> {
                    var later = new FrontDesk(server);
                    var there = attended(later, visit);
                    assertEquals(AppointmentStatus.APPOINTMENT_STATUS_FULFILLED, there.getStatus());
                    var back = later.undo(there);
                    assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, back.getStatus());
                });
    }

    /// He sat in the waiting room, and nobody called him, or finished what he came for.
    @Test
    void whoWasCheckedInAndForgottenIsNotedTheNextDay() {
        afterwards(
                at(112, "08:00"),
                () -> {
                    var then = new FrontDesk(server);
                    var there = then.checkIn(forDay(then, 112, "09:00"));
                    var gone = then.checkIn(forDay(then, 112, "10:00"));
                    server.clock().set(at(113, "08:00"));
                    var later = new FrontDesk(server);
                    var attended = attended(later, there);
                    assertEquals(
                            AppointmentStatus.APPOINTMENT_STATUS_FULFILLED, attended.getStatus());
                    assertEquals(
                            AppointmentStatus.APPOINTMENT_STATUS_BOOKED,
                            later.undo(attended).getStatus());
                    var request =
                            MarkNoShowRequest.newBuilder()
                                    .setId(gone.getId())
                                    .setVersion(gone.getVersion())
                                    .build();
                    var missed = later.appointments().markNoShow(request).getAppointment();
                    assertEquals(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW, missed.getStatus());
                });
    }

    private Appointment forDay(FrontDesk desk, int day, String time) {
        return desk.book(desk.patient("Bị quên"), doctor, at(day, time));
    }

    private static Appointment attended(FrontDesk desk, Appointment visit) {
        return desk.appointments()
                .markAttended(
                        MarkAttendedRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build())
                .getAppointment();
    }

    @Test
    void aRescheduledVisitThatIsBackLeavesNoSecondOne() {
        var answer = reschedule(book(107, "09:00"), at(107, "11:00"));
        var back = desk.undo(answer.getAppointment());
        assertEquals(answer.getOld().getId(), back.getId());
        var mistaken = desk.onBoard(107, answer.getAppointment());
        assertEquals("appointment/NOT_CANCELLED", Refusals.reason(() -> desk.reinstate(mistaken)));
    }

    @Test
    void whatWasOnlyAskedForComesBackAsThat() {
        var wish = desk.wish(desk.patient("Chỉ xin"), doctor, at(105, "09:00")).setRequested(true);
        var cancelled = desk.cancel(desk.book(wish));
        assertEquals(
                AppointmentStatus.APPOINTMENT_STATUS_REQUESTED,
                desk.reinstate(cancelled).getStatus());
        var agreed = confirm(book(105, "10:00"), Confirmation.CONFIRMATION_CONFIRMED);
        assertEquals(
                AppointmentStatus.APPOINTMENT_STATUS_BOOKED,
                desk.reinstate(desk.cancel(agreed)).getStatus());
    }

    @Test
    void aConfirmationIsOfTheTimeThatWasConfirmed() {
        var visit = confirm(book(106, "09:00"), Confirmation.CONFIRMATION_CONFIRMED);
        var longer = desk.move(visit, doctor, at(106, "09:00"), Duration.ofMinutes(45));
        assertEquals(Confirmation.CONFIRMATION_CONFIRMED, longer.getConfirmation());
        var moved = desk.move(longer, doctor, at(106, "11:00"), Duration.ZERO);
        assertEquals(Confirmation.CONFIRMATION_UNCONFIRMED, moved.getConfirmation());
        assertEquals(Confirmation.CONFIRMATION_CONFIRMED, desk.undo(moved).getConfirmation());
    }

    @Test
    void listsWhatNobodyConfirmedOrResolved() {
        var visit = book(1, "14:00");
        assertTrue(unfinished().getUnconfirmedList().stream().anyMatch(same(visit)));
        confirm(visit, Confirmation.CONFIRMATION_CONFIRMED);
        assertTrue(unfinished().getUnconfirmedList().stream().noneMatch(same(visit)));
        afterwards(
                at(2, "08:00"),
                () -> {
                    var list = unfinished();
                    assertTrue(list.getUnresolvedList().stream().anyMatch(same(visit)));
                    assertEquals(list.getUnresolvedCount(), list.getUnresolvedTotal());
                });
    }

    private static Predicate<Appointment> same(Appointment visit) {
        return one -> one.getId().equals(visit.getId());
    }

    /// The session of the desk would end if the clock went on for days: it is signed in anew.
    private void afterwards(Instant then, Runnable work) {
        server.clock().set(then);
        try {
            work.run();
        } finally {
            server.clock().set(TestServer.MONDAY_MORNING);
        }
    }

    private ListUnfinishedResponse unfinished() {
        return new FrontDesk(server)
                .appointments()
                .listUnfinished(ListUnfinishedRequest.newBuilder().setSiteId(desk.site()).build());
    }

    @Test
    void reschedulingBooksAnewAndThenGivesTheOldTimeUp() {
        var old = book(9, "09:00");
        var both = reschedule(old, at(9, "09:10"));
        var next = both.getAppointment();
        assertEquals(CancelReason.CANCEL_REASON_RESCHEDULED, both.getOld().getCancelReason());
        assertEquals(next.getId(), both.getOld().getSuccessorId());
        assertEquals(old.getId(), next.getPredecessorId());
        assertEquals(Protos.timestamp(at(9, "09:40")), next.getEnd());
        assertTaken(9, "09:30");
        book(9, "08:40");
    }

    @Test
    void aRefusedReschedulingLeavesAllAsItWas() {
        var old = book(9, "14:00");
        book(9, "15:00");
        assertEquals(
                "appointment/SLOT_TAKEN", Refusals.reason(() -> reschedule(old, at(9, "15:10"))));
        assertEquals(old, desk.onBoard(9, old));
    }

    @Test
    void undoTakesBackOneChangeAfterTheOther() {
        var visit = book(10, "09:00");
        var moved = desk.move(visit, desk.doctor(1), at(10, "10:00"), Duration.ofMinutes(45));
        var confirmed = confirm(moved, Confirmation.CONFIRMATION_LEFT_MESSAGE);
        var cancelled = desk.cancel(confirmed);
        var again = desk.undo(cancelled);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, again.getStatus());
        assertEquals(Confirmation.CONFIRMATION_LEFT_MESSAGE, again.getConfirmation());
        var unconfirmed = desk.undo(again);
        assertEquals(Confirmation.CONFIRMATION_UNCONFIRMED, unconfirmed.getConfirmation());
        var back = desk.undo(unconfirmed);
        assertEquals(visit.getStart(), back.getStart());
        assertEquals(visit.getEnd(), back.getEnd());
        assertEquals(doctor, back.getPractitionerId());
        assertTaken(10, "09:00");
        var gone = desk.undo(back);
        assertEquals(CancelReason.CANCEL_REASON_MISTAKE, gone.getCancelReason());
        book(10, "09:00");
        assertEquals("appointment/NOTHING_TO_UNDO", Refusals.reason(() -> desk.undo(gone)));
    }

    @Test
    void undoIsAChangeOfItsOwnInTheHistory() {
        var visit = desk.undo(desk.cancel(book(10, "14:00")));
        var history =
                server.inDatabase(() ->
                        server.clinic()
                                .features()
                                .appointment
                                .appointments()
                                .history(UUID.fromString(visit.getId())));
        assertEquals(
                List.of(Status.BOOKED, Status.CANCELLED, Status.BOOKED),
                history.stream().map(change -> change.after().status()).toList());
        assertEquals(2, history.getLast().undoes().orElseThrow());
    }

    @Test
    void undoIsRefusedWhenTheTimeWasGivenAway() {
        var cancelled = desk.cancel(book(11, "09:00"));
        book(11, "09:15");
        assertEquals("appointment/SLOT_TAKEN", Refusals.reason(() -> desk.undo(cancelled)));
        assertEquals(cancelled, desk.onBoard(11, cancelled));
    }

    @Test
    void nobodyTakesBackWhatAnotherDid() {
        var visit = book(11, "14:00");
        var another = new FrontDesk(server, "master-administrator");
        assertEquals("appointment/NOT_YOURS", Refusals.reason(() -> another.undo(visit)));
    }

    @Test
    void undoOfAReschedulingGivesTheOldVisitItsTimeBack() {
        var old = book(12, "09:00");
        var both = reschedule(old, at(12, "10:00"));
        var back = desk.undo(both.getAppointment());
        assertEquals(old.getId(), back.getId());
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, back.getStatus());
        assertEquals("", back.getSuccessorId());
        assertTaken(12, "09:00");
        book(12, "10:00");
    }

    @Test
    void whatWasRescheduledIsNotReinstatedBesideItsSuccessor() {
        var old = reschedule(book(14, "09:00"), at(14, "10:00")).getOld();
        assertEquals("appointment/NOT_CANCELLED", Refusals.reason(() -> desk.reinstate(old)));
    }

    @Test
    void undoAtTheOldVisitTakesTheNewOneBackToo() {
        var both = reschedule(book(12, "14:00"), at(12, "15:00"));
        desk.undo(both.getOld());
        assertTaken(12, "14:00");
        book(12, "15:00");
    }

    @Test
    void whoWaitedWhenHisVisitWasCancelledByMistakeWaitsOnInHisPlace() {
        var there = desk.checkIn(bookToday());
        var back = desk.undo(desk.cancel(there));
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, back.getStatus());
        assertEquals(there.getArrivedAt(), back.getArrivedAt());
        assertEquals(there.getTicket(), desk.onBoard(0, back).getTicket());
        desk.undoCheckIn(back);
    }

    @Test
    void anArrivalTakenBackIsNotInTheWayOfTakingTheBookingBack() {
        var back = desk.undoCheckIn(desk.checkIn(bookToday()));
        var gone = desk.undo(back);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_CANCELLED, gone.getStatus());
        assertEquals(CancelReason.CANCEL_REASON_MISTAKE, gone.getCancelReason());
    }

    @Test
    void undoOfAnArrivalTakesThePersonOutOfTheQueue() {
        var visit = desk.checkIn(bookToday());
        assertFalse(visit.getTicket().isEmpty());
        var back = desk.undo(visit);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, back.getStatus());
        assertEquals("", back.getTicket());
        assertFalse(desk.checkIn(back).getTicket().isEmpty());
    }

    @Test
    void whoIsWithTheDoctorIsNotTakenBack() {
        var inRoom =
                desk.day(0).getAppointmentsList().stream()
                        .filter(one ->
                                one.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_IN_ROOM)
                        .findFirst()
                        .orElseThrow();
        var reason = Refusals.reason(() -> desk.undo(inRoom));
        assertTrue(
                List.of("appointment/NOT_UNDOABLE", "appointment/NOT_YOURS").contains(reason),
                reason);
    }

    @Test
    void undoBooksNothingForTheDead() {
        var cancelled = desk.cancel(book(13, "09:00"));
        server.change(() ->
                server.clinic()
                        .features()
                        .patient
                        .patients()
                        .get(UUID.fromString(cancelled.getPerson().getPatientId()))
                        .died(null));
        assertEquals("patient/DECEASED", Refusals.reason(() -> desk.undo(cancelled)));
    }

    @Test
    void undoOfAStaleVisitIsRefused() {
        var visit = book(13, "10:00");
        desk.move(visit, doctor, at(13, "11:00"), AS_IT_IS);
        assertEquals("platform/STALE", Refusals.reason(() -> desk.undo(visit)));
    }

    private Appointment book(int days, String time) {
        return desk.book(desk.patient("Ai đó"), doctor, at(days, time));
    }

    /// Somewhere between the visits of the sample.
    private Appointment bookToday() {
        var patient = desk.patient("Hôm nay");
        for (var number = 0; number < 5; number++) {
            for (var start = at(0, "13:00");
                    start.isBefore(at(0, "16:00"));
                    start = start.plus(Duration.ofMinutes(30))) {
                try {
                    return desk.book(patient, desk.doctor(number), start);
                } catch (StatusRuntimeException e) {
                    assertEquals("appointment/SLOT_TAKEN", Refusals.reason(e));
                }
            }
        }
        throw new AssertionError("nobody has a free half hour");
    }

    private void assertTaken(int days, String time) {
        assertEquals("appointment/SLOT_TAKEN", Refusals.reason(() -> book(days, time)));
    }

    private Appointment confirm(Appointment visit, Confirmation said) {
        return desk.appointments()
                .setConfirmation(
                        SetConfirmationRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setConfirmation(said)
                                .build())
                .getAppointment();
    }

    private Appointment cancel(Appointment visit, CancelReason why) {
        return desk.appointments()
                .cancel(
                        CancelRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setReason(why)
                                .build())
                .getAppointment();
    }

    private Appointment miss(Appointment visit) {
        return desk.appointments()
                .markNoShow(
                        MarkNoShowRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build())
                .getAppointment();
    }

    private RescheduleResponse reschedule(Appointment visit, Instant start) {
        return desk.appointments()
                .reschedule(
                        RescheduleRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setPractitionerId(visit.getPractitionerId())
                                .setStart(Protos.timestamp(start))
                                .build());
    }
}
