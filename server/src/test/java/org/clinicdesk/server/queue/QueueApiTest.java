package org.clinicdesk.server.queue;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.queue.v1.CallNextRequest;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.PriorityGroup;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.QueueServiceGrpc.QueueServiceBlockingStub;
import org.clinicdesk.queue.v1.QueueState;
import org.clinicdesk.queue.v1.SetGroupsRequest;
import org.clinicdesk.queue.v1.UndoCallRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.server.sample.SampleClinic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Each test begins on a new morning, when nobody waits and every room is empty.
@OnServer
class QueueApiTest {

    private static final List<String> TIMES = List.of("09:00", "09:30", "10:00", "10:30", "11:00");

    private final TestServer server;
    private int day;
    private FrontDesk desk;
    private QueueServiceBlockingStub okafor;
    private QueueServiceBlockingStub duc;
    private String me;

    QueueApiTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void aNewMorning() {
        tomorrow();
        okafor = signedIn("okafor");
        duc = signedIn("duc");
        me = desk.doctor("Dr. Amara Okafor");
        server.change(() -> {
            var entries = server.clinic().features().queue.entries();
            for (var index = 0; index < 5; index++) {
                entries.inRoomWith(UUID.fromString(desk.doctor(index)))
                        .ifPresent(entry ->
                                entries.finish(
                                        entry.visitId().orElseThrow(), server.clock().instant()));
            }
        });
    }

    private void tomorrow() {
        var today = LocalDate.ofInstant(server.clock().instant(), SampleClinic.ZONE);
        day = (int) ChronoUnit.DAYS.between(FrontDesk.TODAY, today) + 1;
        server.clock().set(at(day, "08:30"));
        desk = new FrontDesk(server);
    }

    private QueueServiceBlockingStub signedIn(String login) {
        return QueueServiceGrpc.newBlockingStub(
                server.withToken(server.freshSignIn(login).getToken()));
    }

    @Test
    void whoArrivesWaitsWithATicket() {
        var visit = arrive("Ánh", "1986-03-14", 0);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, visit.getStatus());
        assertEquals("A-001", visit.getTicket());
        var entry = list().getFirst();
        assertEquals("A-001", entry.getTicket());
        assertEquals("Dr. Amara Okafor", entry.getPractitionerName());
        assertEquals(visit.getStart(), entry.getBookedFor());
        assertEquals(visit, desk.onBoard(day, visit));
    }

    @Test
    void aTicketIsGivenOnceADay() {
        arrive("Một", "1990", 0);
        var undone = desk.undoCheckIn(arrive("Hai", "1990", 1));
        assertEquals("", undone.getTicket());
        assertEquals("A-003", desk.checkIn(undone).getTicket());
    }

    @Test
    void refusesToCheckInTwice() {
        var visit = arrive("Ba", "1990", 0);
        assertEquals("appointment/ALREADY_ARRIVED", Refusals.reason(() -> desk.checkIn(visit)));
    }

    @Test
    void whoWasCheckedInByMistakeLeavesTheQueue() {
        var visit = desk.undoCheckIn(arrive("Bốn", "1990", 0));
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, visit.getStatus());
        assertEquals(List.of(), list());
        assertEquals("appointment/NOT_WAITING", Refusals.reason(() -> desk.undoCheckIn(visit)));
    }

    @Test
    void whoCancelsWhileHeWaitsLeavesTheQueue() {
        desk.cancel(arrive("Năm", "1990", 0));
        assertEquals(List.of(), list());
    }

    @Test
    void refusesToMoveWhoHasArrived() {
        var visit = arrive("Sáu", "1990", 0);
        assertEquals(
                "appointment/NOT_MOVABLE",
                Refusals.reason(() -> desk.move(visit, me, at(day, "14:00"), Duration.ZERO)));
    }

    @Test
    void theOldAndTheSmallGoFirst() {
        arrive("Giữa", "1990", 0);
        arrive("Già", "1949-11-01", 1);
        arrive("Bé", "2022-05", 2);
        assertEquals(List.of("A-002", "A-003", "A-001"), tickets());
    }

    @Test
    void whoIsUrgentGoesFirst() {
        arrive("Trước", "1990", 0);
        arrive("Sau", "1990", 1);
        prefer(list().get(1), PriorityGroup.PRIORITY_GROUP_EMERGENCY);
        assertEquals(List.of("A-002", "A-001"), tickets());
    }

    @Test
    void refusesToPreferSomebodyCalled() {
        arrive("Bảy", "1990", 0);
        var entry = callNext(okafor);
        assertEquals(
                "queue/NOT_WAITING",
                Refusals.reason(() -> prefer(entry, PriorityGroup.PRIORITY_GROUP_URGENT)));
    }

    @Test
    void callsWhoIsNextAndOpensAVisit() {
        var visit = arrive("Tám", "1990", 0);
        arrive("Chín", "1990", 1);
        var entry = callNext(okafor);
        assertEquals("A-001", entry.getTicket());
        assertEquals(QueueState.QUEUE_STATE_IN_ROOM, entry.getState());
        assertNotEquals("", entry.getVisitId());
        var shown = desk.onBoard(day, visit);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_IN_ROOM, shown.getStatus());
        assertTrue(shown.hasInRoomAt());
    }

    @Test
    void whoWaitsForSomebodyElseIsNotNext() {
        arrive("Mười", "1990", 0);
        assertEquals("queue/NOBODY_WAITS", Refusals.reason(() -> callNext(duc)));
    }

    @Test
    void callsByChoiceWhoWaitsForSomebodyElse() {
        arrive("An", "1990", 0);
        var entry = call(duc, list().getFirst());
        assertEquals("Dr. Trần Minh Đức", entry.getPractitionerName());
    }

    @Test
    void refusesToCallByChoiceWhoIsInARoom() {
        arrive("Bình", "1990", 0);
        var entry = callNext(okafor);
        assertEquals("queue/NOT_WAITING", Refusals.reason(() -> call(duc, entry)));
    }

    @Test
    void refusesASecondVisitWhileOneIsOpen() {
        arrive("Cúc", "1990", 0);
        arrive("Dung", "1990", 1);
        var first = callNext(okafor);
        var info = Refusals.info(() -> callNext(okafor));
        assertEquals("VISIT_OPEN", info.getReason());
        assertEquals(first.getVisitId(), info.getMetadataOrThrow("visit"));
    }

    @Test
    void aCallTakenBackPutsThePersonAtHisOldPlace() {
        var visit = arrive("Giang", "1990", 0);
        arrive("Hoa", "1990", 1);
        var waiting = undo(callNext(okafor));
        assertEquals(QueueState.QUEUE_STATE_WAITING, waiting.getState());
        assertEquals("", waiting.getVisitId());
        assertEquals(List.of("A-001", "A-002"), tickets());
        assertEquals(
                AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, desk.onBoard(day, visit).getStatus());
        assertEquals("A-001", callNext(okafor).getTicket());
    }

    @Test
    void refusesToTakeBackACallThatWasNone() {
        arrive("Khánh", "1990", 0);
        assertEquals("queue/NOT_CALLED", Refusals.reason(() -> undo(list().getFirst())));
    }

    @Test
    void refusesToCancelWhoIsInTheRoom() {
        var visit = arrive("Lan", "1990", 0);
        callNext(okafor);
        var shown = desk.onBoard(day, visit);
        assertEquals("appointment/ALREADY_OVER", Refusals.reason(() -> desk.cancel(shown)));
    }

    @Test
    void theEndOfTheVisitFulfilsTheAppointment() {
        var visit = arrive("Minh", "1990", 0);
        var entry = callNext(okafor);
        server.change(() ->
                server.clinic()
                        .features()
                        .queue
                        .entries()
                        .finish(UUID.fromString(entry.getVisitId()), server.clock().instant()));
        var shown = desk.onBoard(day, visit);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_FULFILLED, shown.getStatus());
        assertTrue(shown.hasFinishedAt());
        assertEquals("A-001", shown.getTicket());
        assertEquals(List.of(), list());
    }

    @Test
    void showsWhoWasLeftInTheRoomYesterday() {
        arrive("Nga", "1990", 0);
        var entry = callNext(okafor);
        tomorrow();
        assertEquals(List.of(entry.getId()), list().stream().map(QueueEntry::getId).toList());
    }

    @Test
    void listsOnlyWhoWaitsForOnePractitioner() {
        arrive("Oanh", "1990", 0);
        var request =
                ListQueueRequest.newBuilder()
                        .setSiteId(desk.site())
                        .setPractitionerId(desk.doctor("Dr. Trần Minh Đức"));
        assertEquals(List.of(), queue().listQueue(request.build()).getEntriesList());
    }

    @Test
    void manyDesksOfADoctorCallOnePerson() {
        TIMES.forEach(time -> arrive("Đông " + time.replace(":", ""), "1990", TIMES.indexOf(time)));
        var outcomes = new ConcurrentLinkedQueue<String>();
        together(20, () -> outcomes.add(outcome(() -> callNext(okafor).getTicket())));
        assertEquals(1, Collections.frequency(outcomes, "A-001"));
        assertEquals(19, Collections.frequency(outcomes, "queue/VISIT_OPEN"));
    }

    @Test
    void twoDoctorsWhoChooseTheSamePersonDoNotBothGetHim() {
        arrive("Phúc", "1990", 0);
        var entry = list().getFirst();
        var outcomes = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List.of(okafor, duc)
                    .forEach(doctor ->
                            threads.submit(() ->
                                    outcomes.add(outcome(() -> call(doctor, entry).getTicket()))));
        }
        assertEquals(List.of("A-001", "queue/NOT_WAITING"), outcomes.stream().sorted().toList());
    }

    @Test
    void manyWhoArriveAtOnceGetTicketsOfTheirOwn() {
        var visits =
                IntStream.range(0, 25)
                        .mapToObj(i -> book("Quân " + i, "1990", i / 5, TIMES.get(i % 5)))
                        .toList();
        var tickets = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            visits.forEach(visit ->
                    threads.submit(
                            () -> tickets.add(outcome(() -> desk.checkIn(visit).getTicket()))));
        }
        assertEquals(
                IntStream.rangeClosed(1, 25).mapToObj("A-%03d"::formatted).toList(),
                tickets.stream().sorted().toList());
    }

    private static void together(int times, Runnable work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, times).forEach(_ -> threads.submit(work));
        }
    }

    private static String outcome(Supplier<String> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException e) {
            return Refusals.reason(e);
        }
    }

    private Appointment arrive(String given, String born, int time) {
        var arrived =
                desk.checkIn(desk.book(desk.patient(given, born), me, at(day, TIMES.get(time))));
        server.clock().move(Duration.ofSeconds(20));
        return arrived;
    }

    private Appointment book(String given, String born, int doctor, String time) {
        return desk.book(desk.patient(given, born), desk.doctor(doctor), at(day, time));
    }

    private List<QueueEntry> list() {
        return queue().listQueue(ListQueueRequest.newBuilder().setSiteId(desk.site()).build())
                .getEntriesList();
    }

    @Test
    void whoWaitsAtMidnightStillWaitsAfterIt() {
        var visit = desk.book(desk.patient("Đêm"), me, at(day, "16:00"));
        server.clock().set(at(day, "23:50"));
        desk = new FrontDesk(server);
        var ticket = desk.checkIn(desk.onBoard(day, visit)).getTicket();
        server.clock().set(at(day + 1, "00:10"));
        desk = new FrontDesk(server);
        assertEquals(ticket, callNext(signedIn("okafor")).getTicket());
        server.clock().set(at(day + 1, "08:30"));
    }

    @Test
    void whoWasForgottenIsNotThereTheNextMorning() {
        desk.checkIn(desk.book(desk.patient("Quên"), me, at(day, "09:00")));
        tomorrow();
        assertEquals("queue/NOBODY_WAITS", Refusals.reason(() -> callNext(signedIn("okafor"))));
    }

    private QueueServiceBlockingStub queue() {
        return desk.queue();
    }

    private List<String> tickets() {
        return list().stream().map(QueueEntry::getTicket).toList();
    }

    private QueueEntry callNext(QueueServiceBlockingStub doctor) {
        return doctor.callNext(CallNextRequest.newBuilder().setSiteId(desk.site()).build())
                .getEntry();
    }

    private QueueEntry call(QueueServiceBlockingStub doctor, QueueEntry entry) {
        return doctor.callNext(
                        CallNextRequest.newBuilder()
                                .setSiteId(desk.site())
                                .setEntryId(entry.getId())
                                .build())
                .getEntry();
    }

    private QueueEntry undo(QueueEntry entry) {
        return okafor.undoCall(
                        UndoCallRequest.newBuilder()
                                .setEntryId(entry.getId())
                                .setVersion(entry.getVersion())
                                .build())
                .getEntry();
    }

    private QueueEntry prefer(QueueEntry entry, PriorityGroup group) {
        return queue().setGroups(
                        SetGroupsRequest.newBuilder()
                                .setEntryId(entry.getId())
                                .setVersion(entry.getVersion())
                                .addGroups(group)
                                .build())
                .getEntry();
    }
}
