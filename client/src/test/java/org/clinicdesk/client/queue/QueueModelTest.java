package org.clinicdesk.client.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.EveningVisit;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Notices;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Waiting;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.queue.v1.PriorityGroup;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.visit.v1.GetVisitRequest;
import org.clinicdesk.visit.v1.Notes;
import org.clinicdesk.visit.v1.SaveVisitRequest;
import org.clinicdesk.visit.v1.VisitServiceGrpc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A doctor and a nurse at the waiting list. For the doctor somebody waits and nobody is in the room.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class QueueModelTest {

    private SampleServer server;
    private Desk doctor;
    private QueueModel mine;
    private QueueModel nurses;

    @BeforeEach
    void sitDown() {
        server = SampleServer.start();
        doctor = server.deskOf("okafor");
        doctor.navigator().go(Place.of("queue"));
        mine = read(doctor);
        nurses = read(server.deskOf("banerjee"));
    }

    @AfterEach
    void leave() {
        server.close();
    }

    private static QueueModel read(Desk desk) {
        var model = new QueueModel(desk);
        model.read();
        return model;
    }

    @Test
    void showsADoctorHisOwnFirst() {
        assertFalse(mine.entries().isEmpty());
        assertTrue(mine.entries().stream().noneMatch(mine::isColleagues));
    }

    @Test
    void showsEverybodyToANurse() {
        var practitioners = nurses.entries().stream().map(QueueEntry::getPractitionerId).distinct();
        assertTrue(practitioners.count() > 1);
    }

    @Test
    void showsWhoWaitsAboveWhoIsInARoom() {
        var waiting = nurses.entries().stream().map(QueueModel::waits).toList();
        assertTrue(waiting.contains(true) && waiting.contains(false));
        assertEquals(waiting.stream().sorted(Comparator.reverseOrder()).toList(), waiting);
    }

    @Test
    void countsWhoWaitsAndTheLongestOfThem() {
        assertEquals(
                nurses.entries().stream().filter(QueueModel::waits).count(), nurses.waitingCount());
        assertEquals(8, nurses.longest());
    }

    @Test
    void opensTheVisitOfWhoeverIsCalled() {
        var next = mine.entries().getFirst();
        mine.callNext();
        assertEquals(place(inRoom(next)), doctor.navigator().place().orElseThrow());
        assertEquals(next.getPerson(), doctor.patient().get());
    }

    @Test
    void saysWhyNobodyIsCalledWhileAVisitIsOpenAndGoesThere() {
        mine.callNext();
        var open = doctor.navigator().place();
        doctor.navigator().go(Place.of("queue"));
        mine.open(waitsForColleague());
        assertEquals(Notices.Kind.PROBLEM, lastNotice().kind());
        assertEquals(open, doctor.navigator().place());
    }

    @Test
    void callsAPersonByChoiceOfAnother() {
        var chosen = waitsForColleague();
        mine.open(chosen);
        assertEquals(chosen.getPerson(), doctor.patient().get());
    }

    @Test
    void whoIsWithAColleagueIsCalledByChoiceOnly() {
        var next = mine.entries().getFirst();
        var colleague = server.deskOf("ha");
        var session = colleague.session().desk();
        EveningVisit.arrive(server, session, next.getPerson().getPatientId(), session.getStaffId());
        mine.callNext();
        var hers = read(colleague);
        var waits = hers.entries().getFirst();
        assertEquals("Dr. Amara Okafor", waits.getElsewhere().getPractitionerName());
        assertTrue(new Why(colleague).lines(waits).toString().contains("Dr. Amara Okafor"));
        hers.callNext();
        assertEquals(
                "Who is to be called is in another room at the moment",
                colleague.notices().shown().getLast().text());
        hers.open(waits);
        assertEquals(next.getPerson(), colleague.patient().get());
    }

    @Test
    void whoCameHoursBeforeHisTimeDoesNotWaitTooLong() {
        var colleague = server.deskOf("ha");
        var session = colleague.session().desk();
        var early = somebodyWhoIsNotHere(server.deskOf("linh")).getPatientId();
        EveningVisit.arrive(server, session, early, session.getStaffId());
        var hers = read(colleague);
        assertEquals(120, hers.waiting(hers.entries().getFirst()).minutes());
        assertEquals(Waiting.Degree.SHORT, hers.degree(hers.entries().getFirst()));
    }

    @Test
    void sendsBackToTheOldPlaceWhenTheCallIsTakenBack() {
        var next = mine.entries().getFirst();
        mine.callNext();
        lastNotice().undo().orElseThrow().run();
        assertEquals(Place.of("queue"), doctor.navigator().place().orElseThrow());
        assertTrue(QueueModel.waits(mine.entries().getFirst()));
        assertEquals(next.getSince(), mine.entries().getFirst().getSince());
    }

    @Test
    void doesNotSendBackOnceSomethingIsWritten() {
        var next = mine.entries().getFirst();
        mine.callNext();
        var undo = lastNotice().undo().orElseThrow();
        write(inRoom(next).getVisitId());
        undo.run();
        assertEquals(Notices.Kind.PROBLEM, lastNotice().kind());
        assertEquals(place(inRoom(next)), doctor.navigator().place().orElseThrow());
    }

    @Test
    void offersToSendBackOnlyWhoIsInTheCallersRoom() {
        var next = mine.entries().getFirst();
        assertFalse(mine.isMineInRoom(next));
        mine.callNext();
        var inRoom = inRoom(next);
        assertTrue(mine.isMineInRoom(inRoom));
        assertFalse(nurses.isMineInRoom(inRoom));
    }

    @Test
    void putsWhoeverBecomesMoreUrgentOnTopForEverybody() {
        var last = nurses.entries().stream().filter(QueueModel::waits).toList().getLast();
        nurses.steps().group(last, List.of(PriorityGroup.PRIORITY_GROUP_EMERGENCY));
        mine.whose().set(QueueModel.Whose.ALL);
        assertEquals(last.getId(), mine.entries().getFirst().getId());
    }

    @Test
    void callsAgain() {
        mine.callNext();
        var called = inRoom(mine.entries().getFirst());
        mine.steps().recall(called);
        assertTrue(lastNotice().text().contains(called.getTicket()));
        assertEquals(called.getVersion() + 1, inRoom(called).getVersion());
    }

    @Test
    void whoDoesNotAnswerComesOutOfTheRoomAndItCanBeTakenBack() {
        var next = mine.entries().getFirst();
        mine.callNext();
        mine.steps().noAnswer(inRoom(next));
        assertEquals(Place.of("queue"), doctor.navigator().place().orElseThrow());
        assertEquals(1, inRoom(next).getMissed());
        lastNotice().undo().orElseThrow().run();
        assertEquals(0, inRoom(next).getMissed());
    }

    @Test
    void aTransferMovesSomebodyToTheColleagueAndCanBeTakenBack() {
        var next = mine.entries().getFirst();
        var colleague = waitsForColleague().getPractitionerId();
        mine.steps().transfer(next, colleague, "", "Cần siêu âm");
        assertTrue(mine.entries().stream().noneMatch(entry -> entry.getId().equals(next.getId())));
        lastNotice().undo().orElseThrow().run();
        assertEquals(next.getPractitionerId(), inRoom(next).getPractitionerId());
    }

    @Test
    void theReceptionAddsSomebodyWithoutAnAppointmentForWhoeverIsFreeFirst() {
        var linh = server.deskOf("linh");
        var reception = read(linh);
        var before = reception.waitingCount();
        var person = somebodyWhoIsNotHere(linh);
        reception
                .steps()
                .add(
                        new Steps.WalkIn(
                                person,
                                linh.session().desk().getServices(0).getId(),
                                "",
                                List.of(PriorityGroup.PRIORITY_GROUP_PREGNANT),
                                "Đau bụng"));
        assertEquals(before + 1, reception.waitingCount());
        assertEquals(person, reception.selected().get().getPerson());
        assertEquals("", reception.selected().get().getPractitionerId());
        mine.read();
        assertTrue(mine.entries().stream().anyMatch(entry -> entry.getPerson().equals(person)));
        linh.notices().shown().getLast().undo().orElseThrow().run();
        assertEquals(before, reception.waitingCount());
    }

    @Test
    void whatWasDoneLastIsTakenBackStepByStepAndTold() {
        var next = mine.entries().getFirst();
        mine.callNext();
        mine.steps().noAnswer(inRoom(next));
        doctor.undos().undo();
        assertEquals(0, inRoom(next).getMissed());
        assertTrue(lastNotice().text().contains(next.getPerson().getName()));
        assertTrue(doctor.notices().shown().stream().noneMatch(it -> it.undo().isPresent()));
        mine.callNext();
        mine.steps().transfer(inRoom(next), waitsForColleague().getPractitionerId(), "", "CT");
        doctor.undos().undo();
        doctor.undos().undo();
        assertTrue(
                doctor.notices().shown().stream()
                        .noneMatch(it -> it.kind() == Notices.Kind.PROBLEM));
        assertEquals(next.getPerson(), mine.entries().getFirst().getPerson());
        assertTrue(QueueModel.waits(inRoom(next)));
    }

    @Test
    void whoWaitsAlreadyIsShownInsteadOfAskedFor() {
        var there = nurses.entries().getFirst();
        var linh = server.deskOf("linh");
        linh.patient().set(there.getPerson());
        var reception = read(linh);
        new Dialogs(linh, reception).walkIn();
        assertTrue(linh.layers().isEmpty());
        assertTrue(linh.notices().shown().getLast().text().contains(there.getTicket()));
        assertEquals(there.getId(), reception.selected().get().getId());
    }

    @Test
    void whoeverIsCalledGoesToTheRoomOfTheDesk() {
        var room = doctor.session().desk().getSites(0).getRooms(2);
        mine.room(room.getId());
        var next = mine.entries().getFirst();
        mine.callNext();
        assertEquals(room.getName(), inRoom(next).getRoomName());
    }

    @Test
    void theOrderIsExplained() {
        var last = nurses.entries().stream().filter(QueueModel::waits).toList().getLast();
        nurses.steps().group(last, List.of(PriorityGroup.PRIORITY_GROUP_PREGNANT));
        var lines = new Why(doctor).lines(nurses.entries().getFirst());
        assertEquals("Next to be called", lines.getFirst());
        assertEquals("Goes first: Pregnant", lines.get(1));
    }

    @Test
    void aReceptionistTransfersButCallsNobody() {
        var reception = read(server.deskOf("linh"));
        var waiting =
                reception.entries().stream().filter(QueueModel::waits).findFirst().orElseThrow();
        assertTrue(reception.steps().mayTransfer(waiting));
        assertFalse(reception.steps().mayUndo(waiting));
        assertFalse(reception.mayCall());
    }

    @Test
    void keepsTheSelectionWhenTheOrderChanges() {
        var last = nurses.entries().stream().filter(QueueModel::waits).toList().getLast();
        nurses.selected().set(last);
        nurses.steps().group(last, List.of(PriorityGroup.PRIORITY_GROUP_EMERGENCY));
        assertEquals(last.getId(), nurses.selected().get().getId());
    }

    @Test
    void readsAgainWhenAColleagueChangedThePriorityFirst() {
        mine.whose().set(QueueModel.Whose.ALL);
        var seen = mine.entries().getFirst();
        nurses.steps().group(seen, List.of(PriorityGroup.PRIORITY_GROUP_URGENT));
        mine.steps().group(seen, List.of(PriorityGroup.PRIORITY_GROUP_EMERGENCY));
        assertEquals(
                List.of(PriorityGroup.PRIORITY_GROUP_URGENT),
                mine.entries().getFirst().getGroupsList());
    }

    @Test
    void aNurseCallsNobody() {
        assertFalse(nurses.mayCall());
    }

    @Test
    void nobodyWaitingIsAnEmptyList() {
        assertEquals(List.of(), read(server.deskOf("ha")).entries());
    }

    private QueueEntry waitsForColleague() {
        return nurses.entries().stream()
                .filter(entry -> QueueModel.waits(entry) && mine.isColleagues(entry))
                .findFirst()
                .orElseThrow();
    }

    /// Somebody found by name who is not in the queue.
    private PersonLine somebodyWhoIsNotHere(Desk linh) {
        var patients = PatientServiceGrpc.newBlockingV2Stub(linh.channel());
        var request = SearchPatientsRequest.newBuilder().setText("Nguyễn").setLimit(20).build();
        var here =
                read(linh).entries().stream()
                        .map(entry -> entry.getPerson().getPatientId())
                        .toList();
        return ask(() -> patients.searchPatients(request)).getHitsList().stream()
                .map(hit -> hit.getPerson())
                .filter(person -> !here.contains(person.getPatientId()))
                .findFirst()
                .orElseThrow();
    }

    private QueueEntry inRoom(QueueEntry called) {
        mine.read();
        return mine.entries().stream()
                .filter(entry -> entry.getId().equals(called.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Place place(QueueEntry inRoom) {
        return Place.of("visit", "write").with("id", inRoom.getVisitId());
    }

    private Notices.Notice lastNotice() {
        return doctor.notices().shown().getLast();
    }

    private void write(String visitId) {
        var visits = VisitServiceGrpc.newBlockingV2Stub(doctor.channel());
        var visit =
                ask(() -> visits.getVisit(GetVisitRequest.newBuilder().setId(visitId).build()))
                        .getVisit();
        var notes = Notes.newBuilder().setFindings("Phổi trong");
        ask(() ->
                visits.saveVisit(
                        SaveVisitRequest.newBuilder()
                                .setId(visitId)
                                .setVersion(visit.getVersion())
                                .setNotes(notes)
                                .build()));
    }

    private <T> T ask(Calls.Work<T> work) {
        var answer = new CompletableFuture<T>();
        doctor.calls()
                .call(work)
                .refused(problem -> answer.completeExceptionally(new AssertionError(problem)))
                .then(answer::complete);
        return answer.join();
    }
}
