package org.clinicdesk.server.queue;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.clinicdesk.server.queue.QueueMorning.outcome;
import static org.clinicdesk.server.queue.QueueMorning.transfer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.MarkNoShowRequest;
import org.clinicdesk.queue.v1.GetTicketRequest;
import org.clinicdesk.queue.v1.LeaveRequest;
import org.clinicdesk.queue.v1.Limits;
import org.clinicdesk.queue.v1.ListHistoryRequest;
import org.clinicdesk.queue.v1.ListHistoryResponse.Kind;
import org.clinicdesk.queue.v1.ListHistoryResponse.Step;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.PriorityGroup;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.QueueState;
import org.clinicdesk.queue.v1.RecallRequest;
import org.clinicdesk.queue.v1.SetLimitsRequest;
import org.clinicdesk.queue.v1.UndoNoAnswerRequest;
import org.clinicdesk.queue.v1.UndoTransferRequest;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.GetRosterRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.Shift;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// Calling again, not answering, transfers, walk-ins, and how long it takes.
@OnServer
class QueueStepsTest {

    private static final String DUC = "Dr. Trần Minh Đức";

    private final TestServer server;
    private QueueMorning morning;

    QueueStepsTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void aNewMorning() {
        morning = new QueueMorning(server);
    }

    @Test
    void aWalkInWaitsForWhoeverIsFreeFirst() {
        var entry = morning.add(morning.walkIn("Một", "1990"));
        assertEquals("", entry.getPractitionerId());
        assertEquals("A-001", morning.callNext(morning.duc).getTicket());
    }

    @Test
    void aWalkInGetsHisTicketOnPaperAsLongAsHeWaits() throws Exception {
        var entry = morning.add(morning.walkIn("Giấy", "1990"));
        var wish = GetTicketRequest.newBuilder().setEntryId(entry.getId()).build();
        var paper = morning.duc.getTicket(wish).getFile();
        try (var pdf = Loader.loadPDF(paper.getContent().toByteArray())) {
            var text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("A-001"), text);
            assertTrue(text.contains("Consultation"), text);
            assertFalse(text.contains("Giấy"), text);
        }
        morning.callNext(morning.duc);
        assertEquals("queue/NOT_WAITING", Refusals.reason(() -> morning.duc.getTicket(wish)));
    }

    @Test
    void twoDoctorsWhoCallNextAtOnceGetTwoPeople() {
        morning.add(morning.walkIn("Hai", "1990"));
        morning.add(morning.walkIn("Ba", "1990"));
        var called = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List.of(morning.okafor, morning.duc)
                    .forEach(doctor ->
                            threads.submit(() ->
                                    called.add(
                                            outcome(() -> morning.callNext(doctor).getTicket()))));
        }
        assertEquals(List.of("A-001", "A-002"), called.stream().sorted().toList());
    }

    @Test
    void whoComesHoursEarlyIsNotBeforeWhoComesInTime() {
        morning.arrive("Sớm quá", 3);
        morning.arrive("Đúng giờ", 0);
        morning.add(morning.walkIn("Không hẹn", "1990"));
        assertEquals(List.of("A-002", "A-003", "A-001"), morning.tickets());
    }

    @Test
    void whoIsInAnothersRoomIsPassedOverAndKeepsHisPlace() {
        var patient = morning.desk.patient("Hai nơi", "1990");
        for (var doctor : List.of("Dr. Amara Okafor", DUC)) {
            var start = at(morning.day, doctor.equals(DUC) ? "10:00" : "09:00");
            morning.desk.checkIn(morning.desk.book(patient, morning.desk.doctor(doctor), start));
            server.clock().move(Duration.ofSeconds(20));
        }
        var called = morning.callNext(morning.okafor);
        assertEquals("A-001", called.getTicket());
        assertEquals("queue/IN_ANOTHER_ROOM", Refusals.reason(() -> morning.callNext(morning.duc)));
        morning.add(morning.walkIn("Sau", "1990"));
        var next = morning.callNext(morning.duc);
        assertEquals("A-003", next.getTicket());
        morning.finish(called.getVisitId());
        morning.finish(next.getVisitId());
        assertEquals("A-002", morning.callNext(morning.duc).getTicket());
    }

    /// The first call of the day names no room, and nobody called before.
    @Test
    void aCallIsToTheRoomOfTheWorkingHoursUntilAnotherIsNamed() {
        var hours = RosterServiceGrpc.newBlockingStub(server.as("head-doctor"));
        var date = FrontDesk.TODAY.plusDays(morning.day).toString();
        var doctor = morning.desk.doctor("Dr. Amara Okafor");
        var version =
                hours
                        .getRoster(
                                GetRosterRequest.newBuilder()
                                        .setSiteId(morning.desk.site())
                                        .setFrom(date)
                                        .setDays(1)
                                        .build())
                        .getRowsList()
                        .stream()
                        .filter(row -> row.getPractitionerId().equals(doctor))
                        .findFirst()
                        .orElseThrow()
                        .getVersion();
        var _ =
                hours.setDay(
                        SetDayRequest.newBuilder()
                                .setPractitionerId(doctor)
                                .setSiteId(morning.desk.site())
                                .setVersion(version)
                                .setDate(date)
                                .setMode(DayMode.DAY_MODE_INSTEAD)
                                .addShifts(
                                        Shift.newBuilder()
                                                .setFrom("08:00")
                                                .setTo("17:00")
                                                .setRoomId(morning.desk.room(2)))
                                .setDespiteBooked(true)
                                .build());
        for (var given : List.of("Một", "Hai", "Ba")) {
            morning.add(morning.walkIn(given, "1990"));
        }
        var first = morning.callNext(morning.okafor);
        assertEquals(morning.desk.room(2), first.getRoomId());
        morning.finish(first.getVisitId());
        server.clock().move(Duration.ofMinutes(5));
        var second =
                morning.okafor
                        .callNext(morning.next().setRoomId(morning.desk.room(1)).build())
                        .getEntry();
        assertEquals(morning.desk.room(1), second.getRoomId());
        morning.finish(second.getVisitId());
        assertEquals(morning.desk.room(1), morning.callNext(morning.okafor).getRoomId());
    }

    @Test
    void whoIsInOneRoomIsPassedOverInTheOther() {
        var both = twice("Hai nơi");
        var next = morning.desk.patient("Người sau", "1990");
        morning.desk.checkIn(
                morning.desk.book(next, morning.desk.doctor(DUC), at(morning.day, "10:00")));
        morning.callNext(morning.okafor);
        var waits = entry(both);
        assertEquals("Dr. Amara Okafor", waits.getElsewhere().getPractitionerName());
        assertEquals(next, morning.callNext(morning.duc).getPerson().getPatientId());
        assertEquals(QueueState.QUEUE_STATE_WAITING, entry(both).getState());
    }

    @Test
    void whoIsInOneRoomIsCalledToTheOtherByChoiceOnly() {
        var waits = entry(twice("Cùng lúc"));
        var here = morning.callNext(morning.okafor);
        assertEquals("queue/IN_ANOTHER_ROOM", Refusals.reason(() -> morning.callNext(morning.duc)));
        assertEquals(
                "queue/IN_ANOTHER_ROOM", Refusals.reason(() -> morning.call(morning.duc, waits)));
        var told = morning.next().setEntryId(waits.getId()).setInAnotherRoom(true).build();
        assertEquals(waits.getTicket(), morning.duc.callNext(told).getEntry().getTicket());
        assertNotEquals(here.getTicket(), waits.getTicket());
    }

    @Test
    void whoComesOutOfOneRoomIsNextInTheOther() {
        var waits = entry(twice("Lần lượt"));
        morning.finish(morning.callNext(morning.okafor).getVisitId());
        assertEquals(waits.getTicket(), morning.callNext(morning.duc).getTicket());
    }

    @Test
    void ofTwoDoctorsWhoCallOnePersonAtOnceOneGetsHim() {
        twice("Tranh nhau");
        var called = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List.of(morning.okafor, morning.duc)
                    .forEach(doctor ->
                            threads.submit(() ->
                                    called.add(
                                            outcome(() ->
                                                    morning.callNext(doctor).getState().name()))));
        }
        assertEquals(
                List.of("QUEUE_STATE_IN_ROOM", "queue/IN_ANOTHER_ROOM"),
                called.stream().sorted().toList());
    }

    /// Somebody who is here for two doctors. Returns his visit with the second.
    private Appointment twice(String given) {
        var first = morning.arrive(given, 0);
        var second =
                morning.desk.book(
                        first.getPerson().getPatientId(),
                        morning.desk.doctor(DUC),
                        at(morning.day, "09:30"));
        return morning.desk.checkIn(second);
    }

    private QueueEntry entry(Appointment visit) {
        return morning.list().stream()
                .filter(entry -> entry.getAppointmentId().equals(visit.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVisitThatEndsWhileTheListIsReadIsNoTrouble() {
        morning.arrive("Vừa xong", 0);
        var visit = morning.callNext(morning.okafor).getVisitId();
        var clinic = server.clinic();
        var rows =
                new QueueRows(
                        clinic.platform().db(), server.clock(), clinic.features().roster.roster());
        var site = UUID.fromString(morning.desk.site());
        var today = FrontDesk.TODAY.plusDays(morning.day);
        var seen =
                server.inDatabase(() -> {
                    rows.present(site);
                    try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
                        other.submit(() -> morning.finish(visit));
                    }
                    return rows.pace(site, today).practitioners();
                });
        assertEquals(Set.of(), seen);
    }

    @Test
    void everyServiceHasItsLetter() {
        morning.add(morning.walkIn("Bốn", "1990"));
        var other =
                morning.add(
                        morning.walkIn("Năm", "1990")
                                .setServiceId(morning.desk.service("Vaccination")));
        assertEquals("B-001", other.getTicket());
    }

    @Test
    void somebodyWhoIsHereIsNotAddedAgain() {
        var walkIn = morning.walkIn("Sáu", "1990");
        morning.add(walkIn);
        var info = Refusals.info(() -> morning.add(walkIn));
        assertEquals("ALREADY_HERE", info.getReason());
        assertEquals("A-001", info.getMetadataOrThrow("ticket"));
    }

    @Test
    void twoDesksThatAddSomebodyAtOnceAddHimOnce() {
        var walkIn = morning.walkIn("Bảy", "1990");
        var outcomes = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 4; i++) {
                threads.submit(() -> outcomes.add(outcome(() -> morning.add(walkIn).getTicket())));
            }
        }
        assertEquals(
                List.of("A-001", "queue/ALREADY_HERE", "queue/ALREADY_HERE", "queue/ALREADY_HERE"),
                outcomes.stream().sorted().toList());
    }

    @Test
    void groupsByAgeAreProposedAndOthersAdded() {
        var entry =
                morning.add(
                        morning.walkIn("Tám", "1940")
                                .addGroups(PriorityGroup.PRIORITY_GROUP_DISABLED));
        assertEquals(
                List.of(
                        PriorityGroup.PRIORITY_GROUP_ELDERLY,
                        PriorityGroup.PRIORITY_GROUP_DISABLED),
                entry.getGroupsList());
    }

    @Test
    void theOrderIsByWeightThenTimeAndSaysSo() {
        morning.add(morning.walkIn("Chín", "1990"));
        morning.add(morning.walkIn("Mười", "1940"));
        morning.add(morning.walkIn("An", "1990").addGroups(PriorityGroup.PRIORITY_GROUP_EMERGENCY));
        morning.add(
                morning.walkIn("Bình", "1990").addGroups(PriorityGroup.PRIORITY_GROUP_PREGNANT));
        assertEquals(List.of("A-003", "A-002", "A-004", "A-001"), morning.tickets());
        assertEquals(
                List.of(4, 2, 2, 1),
                morning.list().stream().map(entry -> entry.getStanding().getWeight()).toList());
        assertEquals(
                List.of(0, 1, 2, 3),
                morning.list().stream().map(entry -> entry.getStanding().getBefore()).toList());
    }

    @Test
    void aWalkInCanGoAway() {
        leave(morning.add(morning.walkIn("Cúc", "1990")));
        assertEquals(List.of(), morning.list());
    }

    @Test
    void whoHasAnAppointmentIsCheckedOutThere() {
        morning.arrive("Dung", 0);
        assertEquals(
                "queue/HAS_APPOINTMENT", Refusals.reason(() -> leave(morning.list().getFirst())));
    }

    @Test
    void aSecondCallIsAnnouncedLater() {
        morning.arrive("Giang", 0);
        var called = morning.callNext(morning.okafor);
        server.clock().move(Duration.ofMinutes(1));
        var again = recall(called);
        assertTrue(again.getAnnouncedAt().getSeconds() > called.getAnnouncedAt().getSeconds());
    }

    @Test
    void nobodyCallsAgainWhoWaitsOrIsWithAColleague() {
        morning.arrive("Hoa", 0);
        var waiting = morning.list().getFirst();
        assertEquals("queue/NOT_CALLED", Refusals.reason(() -> recall(waiting)));
        var called = morning.call(morning.duc, waiting);
        assertEquals("queue/NOT_YOURS", Refusals.reason(() -> recall(called)));
        assertEquals("queue/NOT_YOURS", Refusals.reason(() -> morning.noAnswer(called)));
    }

    @Test
    void whoDoesNotAnswerLetsTheNextOnePass() {
        var visit = morning.arrive("Khánh", 0);
        morning.arrive("Lan", 1);
        morning.arrive("Minh", 2);
        var missed = morning.noAnswer(morning.callNext(morning.okafor));
        assertEquals(QueueState.QUEUE_STATE_WAITING, missed.getState());
        assertEquals("A-002", missed.getStanding().getLetsPass());
        assertEquals(List.of("A-002", "A-001", "A-003"), morning.tickets());
        assertEquals(
                AppointmentStatus.APPOINTMENT_STATUS_ARRIVED,
                morning.desk.onBoard(morning.day, visit).getStatus());
        assertEquals("A-002", morning.callNext(morning.okafor).getTicket());
    }

    @Test
    void somebodyWhoGoesFirstLetsALighterOnePassToo() {
        morning.add(morning.walkIn("Nga", "1990"));
        morning.add(morning.walkIn("Oanh", "1940"));
        morning.noAnswer(morning.callNext(morning.okafor));
        assertEquals(List.of("A-001", "A-002"), morning.tickets());
    }

    @Test
    void whoDoesNotAnswerTwiceIsCalledNoMore() {
        morning.arrive("Phúc", 0);
        var missed = missedTwice();
        assertEquals(QueueState.QUEUE_STATE_NO_ANSWER, missed.getState());
        assertEquals("queue/NOBODY_WAITS", Refusals.reason(() -> morning.callNext(morning.okafor)));
        assertEquals(List.of("A-001"), morning.tickets());
        assertEquals("A-001", morning.call(morning.okafor, missed).getTicket());
    }

    @Test
    void whoDoesNotAnswerTwiceHasMissedHisVisitAndLeavesTheQueueInOneStep() {
        var visit = morning.arrive("Phước", 0);
        server.clock().move(Duration.ofHours(1));
        assertEquals("appointment/STILL_WAITING", Refusals.reason(() -> miss(visit)));
        missedTwice();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW, miss(visit).getStatus());
        assertEquals(List.of(), morning.tickets());
    }

    private Appointment miss(Appointment visit) {
        var now = morning.desk.onBoard(morning.day, visit);
        return morning.desk
                .appointments()
                .markNoShow(
                        MarkNoShowRequest.newBuilder()
                                .setId(now.getId())
                                .setVersion(now.getVersion())
                                .build())
                .getAppointment();
    }

    @Test
    void aMissedCallTakenBackGivesTheOldPlace() {
        morning.arrive("Quân", 0);
        morning.arrive("Sơn", 1);
        var missed = morning.noAnswer(morning.callNext(morning.okafor));
        assertEquals(0, undoNoAnswer(missed).getMissed());
        assertEquals(List.of("A-001", "A-002"), morning.tickets());
    }

    @Test
    void whoComesLateWaitsAgainAtHisOldPlace() {
        morning.arrive("Tâm", 0);
        var missed = missedTwice();
        morning.arrive("Uyên", 1);
        assertEquals(QueueState.QUEUE_STATE_WAITING, undoNoAnswer(missed).getState());
        assertEquals(List.of("A-001", "A-002"), morning.tickets());
    }

    @Test
    void thereMustBeAMissedCallToTakeBack() {
        morning.arrive("Vân", 0);
        assertEquals(
                "queue/NOT_MISSED", Refusals.reason(() -> undoNoAnswer(morning.list().getFirst())));
    }

    @Test
    void aTransferKeepsTheTimeAndTheReason() {
        morning.arrive("Xuân", 0);
        var before = morning.list().getFirst();
        var after =
                morning.okafor
                        .transfer(transfer(before, morning.desk.doctor(DUC)).build())
                        .getEntry();
        assertEquals(before.getSince(), after.getSince());
        assertEquals("Dr. Amara Okafor", after.getTransferred().getFromName());
        assertEquals("ECG trước", after.getTransferred().getReason());
        assertEquals("A-001", morning.callNext(morning.duc).getTicket());
    }

    @Test
    void aTransferTakenBackIsNone() {
        morning.arrive("Yến", 0);
        var entry = morning.list().getFirst();
        var moved =
                morning.okafor
                        .transfer(transfer(entry, morning.desk.doctor(DUC)).build())
                        .getEntry();
        var back = undoTransfer(moved);
        assertEquals(entry.getPractitionerId(), back.getPractitionerId());
        assertFalse(back.hasTransferred());
        assertEquals("queue/NOT_TRANSFERRED", Refusals.reason(() -> undoTransfer(back)));
    }

    @Test
    void whoWasCalledByMistakeIsTransferredOutOfTheRoom() {
        morning.arrive("Ái", 0);
        var called = morning.callNext(morning.okafor);
        var moved =
                morning.okafor
                        .transfer(transfer(called, morning.desk.doctor(DUC)).build())
                        .getEntry();
        assertEquals(QueueState.QUEUE_STATE_WAITING, moved.getState());
        assertEquals("", moved.getVisitId());
    }

    @Test
    void refusesATransferThatIsNoneOrToNobody() {
        morning.arrive("Bảo", 0);
        var entry = morning.list().getFirst();
        assertEquals(
                "queue/SAME_PRACTITIONER",
                Refusals.reason(() ->
                        morning.okafor.transfer(
                                transfer(entry, entry.getPractitionerId()).build())));
        assertEquals(
                "queue/NOT_BOOKABLE",
                Refusals.reason(() ->
                        morning.okafor.transfer(
                                transfer(entry, server.desk("nurse").getStaffId()).build())));
        assertEquals(
                "reason: string.min_len",
                Refusals.field(() ->
                        morning.okafor.transfer(
                                transfer(entry, morning.desk.doctor(DUC))
                                        .setReason("  ")
                                        .build())));
    }

    @Test
    void refusesWhatIsStale() {
        morning.arrive("Chi", 0);
        var seen = morning.list().getFirst();
        morning.okafor.transfer(transfer(seen, morning.desk.doctor(DUC)).build());
        assertEquals(
                "platform/STALE",
                Refusals.reason(() -> morning.okafor.transfer(transfer(seen, "").build())));
    }

    @Test
    void theHistoryKeepsEveryStepAndItsReason() {
        morning.arrive("Đạt", 0);
        var called = morning.callNext(morning.okafor);
        var missed = morning.noAnswer(called);
        morning.okafor.transfer(transfer(missed, morning.desk.doctor(DUC)).build());
        var steps =
                morning.okafor
                        .listHistory(
                                ListHistoryRequest.newBuilder().setEntryId(called.getId()).build())
                        .getStepsList();
        assertEquals(
                List.of(
                        Kind.KIND_ARRIVED,
                        Kind.KIND_CALLED,
                        Kind.KIND_NO_ANSWER,
                        Kind.KIND_TRANSFERRED),
                steps.stream().map(Step::getKind).toList());
        assertEquals("ECG trước", steps.getLast().getNote());
        assertEquals("Dr. Amara Okafor", steps.getLast().getBy());
        assertEquals(DUC, steps.getLast().getPractitionerName());
    }

    @Test
    void aCallNamesTheRoomAndTheNextOneRemembersIt() {
        morning.arrive("Em", 0);
        morning.arrive("Gấm", 1);
        var first =
                morning.okafor
                        .callNext(morning.next().setRoomId(morning.desk.room(3)).build())
                        .getEntry();
        assertEquals("Room 3", first.getRoomName());
        morning.finish(first.getVisitId());
        assertEquals("Room 3", morning.callNext(morning.okafor).getRoomName());
    }

    @Test
    void whoIsTransferredToARoomIsCalledThere() {
        morning.arrive("Giáp", 0);
        var entry = morning.list().getFirst();
        morning.okafor.transfer(
                transfer(entry, morning.desk.doctor(DUC)).setRoomId(morning.desk.room(5)).build());
        var called = morning.duc.callNext(morning.next().setRoomId(morning.desk.room(1)).build());
        assertEquals("Room 5", called.getEntry().getRoomName());
    }

    @Test
    void theWaitIsEstimatedFromTheVisitsBefore() {
        for (var time = 0; time < 3; time++) {
            morning.arrive("Hà " + time, time);
        }
        assertEquals(List.of(0, 15, 30), estimates());
        for (var visits = 0; visits < 2; visits++) {
            var called = morning.callNext(morning.okafor);
            server.clock().move(Duration.ofMinutes(8));
            morning.finish(called.getVisitId());
        }
        morning.arrive("Hiền", 3);
        assertEquals(List.of(0, 8), estimates());
        morning.callNext(morning.okafor);
        server.clock().move(Duration.ofMinutes(3));
        assertEquals(5, estimates().getFirst());
    }

    @Test
    void limitsAreTheUsualOnesUntilSomebodySetsThem() {
        assertEquals(
                Limits.newBuilder().setLongMinutes(15).setTooLongMinutes(30).build(), limits());
        var mine = Limits.newBuilder().setLongMinutes(20).setTooLongMinutes(45).build();
        setLimits(mine);
        assertEquals(mine.toBuilder().setVersion(1).build(), limits());
        setLimits(limits().toBuilder().setLongMinutes(15).setTooLongMinutes(30).build());
        assertEquals(
                "limits.too_long_minutes: limits.order",
                Refusals.field(() -> setLimits(mine.toBuilder().setTooLongMinutes(20).build())));
    }

    private void setLimits(Limits limits) {
        QueueServiceGrpc.newBlockingStub(server.withToken(server.freshSignIn("quynh").getToken()))
                .setLimits(
                        SetLimitsRequest.newBuilder()
                                .setSiteId(morning.desk.site())
                                .setLimits(limits)
                                .build());
    }

    private Limits limits() {
        return morning.okafor
                .listQueue(ListQueueRequest.newBuilder().setSiteId(morning.desk.site()).build())
                .getLimits();
    }

    private List<Integer> estimates() {
        return morning.list().stream()
                .filter(QueueEntry::hasStanding)
                .map(entry -> entry.getStanding().getEstimatedMinutes())
                .toList();
    }

    private QueueEntry missedTwice() {
        morning.noAnswer(morning.callNext(morning.okafor));
        return morning.noAnswer(morning.callNext(morning.okafor));
    }

    private void leave(QueueEntry entry) {
        morning.desk
                .queue()
                .leave(
                        LeaveRequest.newBuilder()
                                .setEntryId(entry.getId())
                                .setVersion(entry.getVersion())
                                .build());
    }

    private QueueEntry recall(QueueEntry entry) {
        return morning.okafor
                .recall(
                        RecallRequest.newBuilder()
                                .setEntryId(entry.getId())
                                .setVersion(entry.getVersion())
                                .build())
                .getEntry();
    }

    private QueueEntry undoNoAnswer(QueueEntry entry) {
        return morning.desk
                .queue()
                .undoNoAnswer(
                        UndoNoAnswerRequest.newBuilder()
                                .setEntryId(entry.getId())
                                .setVersion(entry.getVersion())
                                .build())
                .getEntry();
    }

    private QueueEntry undoTransfer(QueueEntry entry) {
        return morning.okafor
                .undoTransfer(
                        UndoTransferRequest.newBuilder()
                                .setEntryId(entry.getId())
                                .setVersion(entry.getVersion())
                                .build())
                .getEntry();
    }
}
