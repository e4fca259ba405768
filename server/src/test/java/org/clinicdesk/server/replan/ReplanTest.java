package org.clinicdesk.server.replan;

import static org.clinicdesk.server.replan.ReplanDesk.OKAFOR;
import static org.clinicdesk.server.replan.ReplanDesk.WHITLOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.appointment.v1.ListUnfinishedRequest;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.appointment.v1.SetConfirmationRequest;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.replan.v1.AcceptAlternativesRequest.Choice;
import org.clinicdesk.replan.v1.Alternative;
import org.clinicdesk.replan.v1.HitVisit;
import org.clinicdesk.replan.v1.NoticeState;
import org.clinicdesk.replan.v1.ReplanState;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.queue.QueueMorning;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.server.watch.Watching;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// What is decided about visits that leave hits, and taken back. Each test has a day of its own.
@OnServer
class ReplanTest {

    private final TestServer server;
    private final ReplanDesk desk;

    ReplanTest(TestServer server) {
        this.server = server;
        this.desk = new ReplanDesk(server);
    }

    private ReplanState state(String absence, Appointment visit) {
        return desk.of(absence, visit).getState();
    }

    private int open(String absence) {
        return desk.left(absence).isEmpty() ? 0 : desk.left(absence).getFirst().getOpen();
    }

    private Appointment there(int day, Appointment visit) {
        return desk.front().onBoard(day, visit);
    }

    @Test
    void allAreMovedInOneStep() {
        var one = desk.book("Một", OKAFOR, 8, "09:00");
        var two = desk.book("Hai", OKAFOR, 8, "10:00");
        var absence = desk.leave(OKAFOR, 8);
        assertEquals(2, open(absence));
        var step = desk.acceptAll(absence);
        assertEquals(List.of(one.getId(), two.getId()), step.getAppointmentIdsList());
        assertEquals(ReplanState.REPLAN_STATE_MOVED, state(absence, one));
        assertEquals("Dr. James Whitlow 8 10:00", desk.words(desk.of(absence, two).getMovedTo()));
        var old = there(8, two);
        assertEquals(CancelReason.CANCEL_REASON_RESCHEDULED, old.getCancelReason());
        assertNotEquals("", old.getSuccessorId());
        assertEquals(0, open(absence));
    }

    @Test
    void aTimeTakenMeanwhileRefusesAllAndNamesTheVisit() {
        var one = desk.book("Một", OKAFOR, 15, "09:00");
        var two = desk.book("Hai", OKAFOR, 15, "10:00");
        var absence = desk.leave(OKAFOR, 15);
        var choices = desk.best(desk.read(absence));
        desk.book("Nhanh", WHITLOW, 15, "10:00");
        var info = Refusals.info(() -> desk.accept(absence, choices));
        assertEquals("NOT_ACCEPTED", info.getReason());
        assertEquals(two.getId(), info.getMetadataOrThrow("visits"));
        assertEquals("SLOT_TAKEN", info.getMetadataOrThrow("reasons"));
        assertEquals(ReplanState.REPLAN_STATE_OPEN, state(absence, one));
        assertNotEquals(choices.get(1).getAlternative(), desk.of(absence, two).getAlternatives(0));
        desk.acceptAll(absence);
    }

    @Test
    void whatWasDecidedOverShorterHoursIsTakenBackThoughTheyHaveNoRoomForItAnyMore() {
        var visits =
                List.of("09:00", "10:00", "11:00", "14:00").stream()
                        .map(time -> desk.book("Giờ " + time, OKAFOR, 150, time))
                        .toList();
        var taken = desk.shorter(OKAFOR, 150, "08:00", "09:00");
        assertEquals(4, open(taken));
        var step = desk.acceptAll(taken);
        assertEquals(0, open(taken));
        assertEquals(4, desk.undo(taken, step.getId()));
        assertEquals(4, open(taken));
        visits.forEach(visit ->
                assertEquals(
                        AppointmentStatus.APPOINTMENT_STATUS_BOOKED,
                        there(150, visit).getStatus()));
    }

    @Test
    void nobodyIsAskedToConfirmAVisitOnAHolidayUntilItStays() {
        var visit = desk.book("Ngày lễ", OKAFOR, 1, "09:00");
        assertTrue(unconfirmed(visit));
        var holiday = holiday(1, "Giỗ Tổ");
        assertFalse(unconfirmed(visit));
        assertEquals(ReplanState.REPLAN_STATE_OPEN, state(holiday, visit));
        desk.keep(holiday, visit);
        assertTrue(unconfirmed(visit));
        desk.strikeOut(holiday);
        assertTrue(unconfirmed(visit));
    }

    private String holiday(int day, String name) {
        return desk.absence(
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_HOLIDAY)
                        .setNote(name)
                        .setTime(ReplanDesk.time(day)));
    }

    private boolean unconfirmed(Appointment visit) {
        return desk
                .front()
                .appointments()
                .listUnfinished(
                        ListUnfinishedRequest.newBuilder().setSiteId(desk.front().site()).build())
                .getUnconfirmedList()
                .stream()
                .anyMatch(one -> one.getId().equals(visit.getId()));
    }

    @Test
    void whoBooksIntoAHolidayIsToldItsName() {
        var holiday = holiday(162, "Giỗ Tổ");
        var info = Refusals.info(() -> desk.book("Ngày lễ", OKAFOR, 162, "09:00"));
        desk.strikeOut(holiday);
        assertEquals("OUTSIDE_HOURS", info.getReason());
        assertEquals("holiday", info.getMetadataOrThrow("closed"));
        assertEquals("Giỗ Tổ", info.getMetadataOrThrow("name"));
    }

    @Test
    void aVisitThatChangedMeanwhileIsNamed() {
        var visit = desk.book("Đổi", OKAFOR, 16, "09:00");
        var absence = desk.leave(OKAFOR, 16);
        var choices = desk.best(desk.read(absence));
        confirm(visit);
        var info = Refusals.info(() -> desk.accept(absence, choices));
        assertEquals("STALE", info.getMetadataOrThrow("reasons"));
        assertEquals(visit.getId(), info.getMetadataOrThrow("visits"));
    }

    private void confirm(Appointment visit) {
        var _ =
                desk.front()
                        .appointments()
                        .setConfirmation(
                                SetConfirmationRequest.newBuilder()
                                        .setId(visit.getId())
                                        .setVersion(visit.getVersion())
                                        .setConfirmation(Confirmation.CONFIRMATION_CONFIRMED)
                                        .build());
    }

    @Test
    void nobodyIsSentToAnotherSpecialty() {
        var visit = desk.book("Chuyên khoa", OKAFOR, 17, "09:00");
        var absence = desk.leave(OKAFOR, 17);
        var hit = desk.of(absence, visit);
        var other =
                hit.getAlternatives(0).toBuilder()
                        .setPractitionerId(desk.front().doctor("Dr. Lê Thu Hà"))
                        .build();
        assertEquals(
                "replan/OTHER_SPECIALTY",
                Refusals.reason(
                        () -> desk.accept(absence, List.of(ReplanDesk.choice(hit, other)))));
    }

    @Test
    void whatIsNotHitIsNotMoved() {
        var visit = desk.book("Không trúng", OKAFOR, 18, "09:00");
        var other = desk.book("Khác", OKAFOR, 21, "09:00");
        var absence = desk.leave(OKAFOR, 18);
        var hit = desk.of(absence, visit);
        var choice =
                ReplanDesk.choice(hit, hit.getAlternatives(0)).toBuilder()
                        .setAppointmentId(other.getId())
                        .setVersion(other.getVersion())
                        .build();
        var info = Refusals.info(() -> desk.accept(absence, List.of(choice)));
        assertEquals("NOT_OPEN", info.getMetadataOrThrow("reasons"));
    }

    @Test
    void aStepIsTakenBackAsAWhole() {
        var one = desk.book("Một", OKAFOR, 22, "09:00");
        var two = desk.book("Hai", OKAFOR, 22, "10:00");
        var absence = desk.leave(OKAFOR, 22);
        var step = desk.acceptAll(absence);
        assertEquals(2, desk.undo(absence, step.getId()));
        assertEquals(ReplanState.REPLAN_STATE_OPEN, state(absence, one));
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, there(22, two).getStatus());
        assertEquals(List.of(), desk.read(absence).getStepsList());
        desk.book("Lại trống", WHITLOW, 22, "10:00");
        assertEquals(
                "replan/NOTHING_TO_UNDO", Refusals.reason(() -> desk.undo(absence, step.getId())));
    }

    @Test
    void allStepsOfAnAbsenceAreTakenBack() {
        var one = desk.book("Một", OKAFOR, 23, "09:00");
        var two = desk.book("Hai", OKAFOR, 23, "10:00");
        var three = desk.book("Ba", OKAFOR, 23, "11:00");
        var absence = desk.leave(OKAFOR, 23);
        desk.pin(absence, one);
        desk.keep(absence, two);
        desk.acceptAll(absence);
        assertEquals(3, desk.read(absence).getStepsCount());
        assertEquals(0, open(absence));
        assertEquals(3, desk.undo(absence, ""));
        assertEquals(3, open(absence));
        for (var visit : List.of(one, two, three)) {
            assertEquals(ReplanState.REPLAN_STATE_OPEN, state(absence, visit));
        }
    }

    @Test
    void nothingIsTakenBackOnceSomebodyCame() {
        var here = desk.front();
        var later = free(WHITLOW);
        var visit = desk.book("Đã đến", OKAFOR, 24, "09:00");
        var second = desk.book("Cùng đợt", OKAFOR, 24, "10:00");
        var absence = desk.leave(OKAFOR, 24);
        var today =
                Alternative.newBuilder()
                        .setPractitionerId(later.getPractitionerId())
                        .setStart(later.getStart())
                        .build();
        var hit = desk.of(absence, second);
        var step =
                desk.accept(
                        absence,
                        List.of(
                                ReplanDesk.choice(desk.of(absence, visit), today),
                                ReplanDesk.choice(hit, hit.getAlternatives(0))));
        var next = there(24, visit).getSuccessorId();
        here.checkIn(
                here.day(0).getAppointmentsList().stream()
                        .filter(one -> one.getId().equals(next))
                        .findFirst()
                        .orElseThrow());
        var info = Refusals.info(() -> desk.undo(absence, step.getId()));
        assertEquals("NOT_TAKEN_BACK", info.getReason());
        assertEquals(visit.getId(), info.getMetadataOrThrow("visits"));
        assertEquals("NOT_UNDOABLE", info.getMetadataOrThrow("reasons"));
        assertEquals(ReplanState.REPLAN_STATE_MOVED, state(absence, second));
    }

    /// He came for a doctor who is not there: he gets another time, and keeps his ticket.
    @Test
    void whoIsHereAlreadyIsOnTheBoardAndWaitsOn() {
        var visit = here(free(OKAFOR));
        var absence = closed(visit);
        var hit = desk.of(absence, visit);
        assertTrue(hit.getHere());
        assertEquals(ReplanState.REPLAN_STATE_OPEN, hit.getState());
        var later = free(WHITLOW);
        var today =
                Alternative.newBuilder()
                        .setPractitionerId(later.getPractitionerId())
                        .setStart(later.getStart())
                        .build();
        desk.accept(absence, List.of(ReplanDesk.choice(hit, today)));
        var next = desk.front().onBoard(0, there(0, visit).getSuccessorId());
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, next.getStatus());
        assertEquals(visit.getTicket(), next.getTicket());
        assertEquals(visit.getArrivedAt(), next.getArrivedAt());
        assertEquals(ReplanState.REPLAN_STATE_MOVED, state(absence, visit));
        desk.front().undoCheckIn(next);
        desk.strikeOut(absence);
    }

    /// Sent to another doctor, or to another day: taken back, he waits where he waited.
    @Test
    void whoIsHereAndIsMovedByMistakeWaitsOnInHisPlace() {
        var visit = here(free(OKAFOR));
        var place = inQueue(visit);
        var absence = closed(visit);
        var later = free(WHITLOW);
        var today =
                Alternative.newBuilder()
                        .setPractitionerId(later.getPractitionerId())
                        .setStart(later.getStart())
                        .build();
        var hit = desk.of(absence, visit);
        assertWaitsAgain(visit, place, absence, ReplanDesk.choice(hit, today));
        var again = desk.of(absence, visit);
        var another =
                again.getAlternativesList().stream()
                        .filter(it ->
                                Protos.instant(it.getStart()).isAfter(FrontDesk.at(1, "00:00")))
                        .findFirst()
                        .orElseThrow();
        assertWaitsAgain(visit, place, absence, ReplanDesk.choice(again, another));
        desk.front().undoCheckIn(there(0, visit));
        desk.strikeOut(absence);
    }

    private void assertWaitsAgain(
            Appointment visit, QueueEntry place, String absence, Choice choice) {
        var step = desk.accept(absence, List.of(choice));
        desk.undo(absence, step.getId());
        var back = there(0, visit);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, back.getStatus());
        assertEquals(visit.getArrivedAt(), back.getArrivedAt());
        assertEquals(visit.getTicket(), back.getTicket());
        var waits = inQueue(visit);
        assertEquals(place.getId(), waits.getId());
        assertEquals(place.getPractitionerId(), waits.getPractitionerId());
    }

    private QueueEntry inQueue(Appointment visit) {
        return desk
                .front()
                .queue()
                .listQueue(ListQueueRequest.newBuilder().setSiteId(desk.front().site()).build())
                .getEntriesList()
                .stream()
                .filter(one -> one.getTicket().equals(visit.getTicket()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsHereAndWasSentToAnotherDoctorHasHisAnswer() {
        var visit = here(free(OKAFOR));
        var absence = closed(visit);
        assertEquals(ReplanState.REPLAN_STATE_OPEN, state(absence, visit));
        var entry = inQueue(visit);
        var _ =
                desk.front()
                        .queue()
                        .transfer(
                                QueueMorning.transfer(entry, desk.front().doctor(WHITLOW)).build());
        assertEquals(List.of(), desk.read(absence).getVisitsList());
        desk.front().undoCheckIn(there(0, visit));
        desk.strikeOut(absence);
    }

    private Appointment here(Opening opening) {
        var front = desk.front();
        return front.checkIn(
                front.book(
                        front.patient("Đang chờ"),
                        opening.getPractitionerId(),
                        Protos.instant(opening.getStart())));
    }

    /// The doctor is away for the time of a visit.
    private String closed(Appointment visit) {
        return desk.absence(
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_BLOCKOUT)
                        .setNote("Cấp cứu")
                        .setPractitionerId(visit.getPractitionerId())
                        .setTime(
                                ReplanDesk.time(0)
                                        .setFrom(wall(visit.getStart()))
                                        .setTo(wall(visit.getEnd()))));
    }

    private static String wall(Timestamp at) {
        return Protos.instant(at).atZone(SampleClinic.ZONE).toLocalTime().toString();
    }

    /// A time that a doctor has today.
    private Opening free(String doctor) {
        return desk.front()
                .appointments()
                .searchOpenings(
                        SearchOpeningsRequest.newBuilder()
                                .setSiteId(desk.front().site())
                                .setServiceId(desk.front().service("Consultation"))
                                .setMinutes(30)
                                .setDays(1)
                                .addPractitionerIds(desk.front().doctor(doctor))
                                .build())
                .getOpeningsList()
                .getLast();
    }

    @Test
    void whatStaysIsAnswered() {
        var visit = desk.book("Ở lại", OKAFOR, 25, "09:00");
        var absence = desk.leave(OKAFOR, 25);
        desk.keep(absence, visit);
        var hit = desk.of(absence, visit);
        assertEquals(ReplanState.REPLAN_STATE_KEPT, hit.getState());
        assertEquals("Bác sĩ về sớm", hit.getKeptReason());
        assertEquals(0, hit.getAlternativesCount());
        assertEquals(List.of(), desk.left(absence));
    }

    @Test
    void ofTwoWhoDecideTheSecondIsRefused() {
        var visit = desk.book("Hai người", OKAFOR, 28, "09:00");
        var absence = desk.leave(OKAFOR, 28);
        desk.keep(absence, visit);
        var info = Refusals.info(() -> desk.pin(absence, visit));
        assertEquals("NOT_OPEN", info.getReason());
        assertEquals(visit.getId(), info.getMetadataOrThrow("visits"));
    }

    @Test
    void whatWaitsOnThePinboardKeepsItsTimeAndIsNotOpen() {
        var visit = desk.book("Chờ", OKAFOR, 29, "09:00");
        var absence = desk.leave(OKAFOR, 29);
        var step = desk.pin(absence, visit);
        assertEquals(ReplanState.REPLAN_STATE_PINNED, state(absence, visit));
        assertEquals(0, open(absence));
        var pins = desk.front().day(29).getPinsList();
        assertTrue(pins.stream().anyMatch(pin -> pin.getAppointmentId().equals(visit.getId())));
        desk.undo(absence, step.getId());
        assertEquals(1, open(absence));
    }

    @Test
    void whatIsMovedOrCancelledOnTheDayBoardIsAnsweredToo() {
        var moved = desk.book("Kéo", OKAFOR, 30, "09:00");
        var cancelled = desk.book("Hủy", OKAFOR, 30, "10:00");
        var absence = desk.leave(OKAFOR, 30);
        desk.front()
                .move(
                        moved,
                        desk.front().doctor(WHITLOW),
                        FrontDesk.at(31, "09:00"),
                        Duration.ZERO);
        desk.front().cancel(cancelled);
        assertEquals(
                "Dr. James Whitlow 31 09:00", desk.words(desk.of(absence, moved).getMovedTo()));
        assertEquals(ReplanState.REPLAN_STATE_CANCELLED, state(absence, cancelled));
        assertEquals(0, open(absence));
    }

    @Test
    void aNewTimeTakenBackOnTheDayBoardLeavesTheVisitOpenAndToBeDecidedAnew() {
        var visit = desk.book("Trả lại", OKAFOR, 32, "09:00");
        var absence = desk.leave(OKAFOR, 32);
        desk.acceptAll(absence);
        var next = there(32, visit).getSuccessorId();
        desk.undoOnBoard(32, next);
        assertEquals(ReplanState.REPLAN_STATE_OPEN, state(absence, visit));
        var step = desk.acceptAll(absence);
        assertEquals(List.of(step), desk.read(absence).getStepsList());
    }

    @Test
    void whatIsBookedIntoTheClosedTimeIsOpenAsLongAsItIsClosed() {
        var visit = desk.book("Sau", OKAFOR, 35, "09:00");
        var absence = desk.leave(OKAFOR, 35);
        assertTrue(desk.read(absence).getClosed());
        assertEquals(Protos.timestamp(FrontDesk.at(35, "00:00")), desk.read(absence).getStart());
        assertEquals(
                List.of(visit.getId()),
                desk.read(absence).getVisitsList().stream()
                        .map(HitVisit::getAppointmentId)
                        .toList());
    }

    @Test
    void theDesksOfTheSiteAreTold() throws Exception {
        var visit = desk.book("Báo", OKAFOR, 36, "09:00");
        var absence = desk.leave(OKAFOR, 36);
        var topic = "replan/" + desk.front().site();
        var watching = new Watching(server.as("receptionist"), topic);
        desk.keep(absence, visit);
        assertTrue(watching.hears(topic));
    }

    @Test
    void everyCheckHolds() {
        var visit = desk.book("Kiểm tra", OKAFOR, 37, "09:00");
        var absence = desk.leave(OKAFOR, 37);
        var step = desk.acceptAll(absence);
        desk.mark(absence, desk.notices(absence).getFirst(), NoticeState.NOTICE_STATE_TOLD);
        desk.undo(absence, step.getId());
        assertEquals(ReplanState.REPLAN_STATE_OPEN, state(absence, visit));
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
