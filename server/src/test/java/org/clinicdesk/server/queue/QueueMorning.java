package org.clinicdesk.server.queue;

import static org.clinicdesk.server.appointment.FrontDesk.at;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.queue.v1.AddWalkInRequest;
import org.clinicdesk.queue.v1.CallNextRequest;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.MarkNoAnswerRequest;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.QueueServiceGrpc.QueueServiceBlockingStub;
import org.clinicdesk.queue.v1.TransferRequest;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.server.sample.SampleClinic;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// A new morning, 08:30, when nobody waits and every room is empty: a receptionist and two doctors, for tests.
public final class QueueMorning {

    private static final List<String> TIMES = List.of("09:00", "09:30", "10:00", "10:30", "11:00");

    public final TestServer server;
    public final FrontDesk desk;
    public final int day;
    public final QueueServiceBlockingStub okafor;
    public final QueueServiceBlockingStub duc;

    public QueueMorning(TestServer server) {
        this.server = server;
        var today = LocalDate.ofInstant(server.clock().instant(), SampleClinic.ZONE);
        day = (int) ChronoUnit.DAYS.between(FrontDesk.TODAY, today) + 1;
        server.clock().set(at(day, "08:30"));
        desk = new FrontDesk(server);
        okafor = signedIn("okafor");
        duc = signedIn("duc");
        for (var index = 0; index < 5; index++) {
            var doctor = desk.doctor(index);
            server.change(() ->
                    entries()
                            .inRoomWith(UUID.fromString(doctor))
                            .ifPresent(entry -> finish(entry.visitId().orElseThrow().toString())));
        }
    }

    private QueueEntries entries() {
        return server.clinic().features().queue.entries();
    }

    private QueueServiceBlockingStub signedIn(String login) {
        return QueueServiceGrpc.newBlockingStub(
                server.withToken(server.freshSignIn(login).getToken()));
    }

    /// The visit is over, past the notes.
    public void finish(String visit) {
        server.change(() -> entries().finish(UUID.fromString(visit), server.clock().instant()));
    }

    /// Somebody of middle age who has an appointment with Dr. Okafor and is here; the next is so 20 seconds later.
    public Appointment arrive(String given, int time) {
        var arrived = desk.checkIn(book(given, time));
        server.clock().move(Duration.ofSeconds(20));
        return arrived;
    }

    public Appointment book(String given, int time) {
        return desk.book(
                desk.patient(given, "1990"),
                desk.doctor("Dr. Amara Okafor"),
                at(day, TIMES.get(time)));
    }

    /// Somebody without an appointment, for whoever is free first.
    public AddWalkInRequest.Builder walkIn(String given, String born) {
        return AddWalkInRequest.newBuilder()
                .setSiteId(desk.site())
                .setPatientId(desk.patient(given, born))
                .setServiceId(desk.service("Consultation"));
    }

    public QueueEntry add(AddWalkInRequest.Builder walkIn) {
        var entry = desk.queue().addWalkIn(walkIn.build()).getEntry();
        server.clock().move(Duration.ofSeconds(20));
        return entry;
    }

    public List<QueueEntry> list() {
        return desk.queue()
                .listQueue(ListQueueRequest.newBuilder().setSiteId(desk.site()).build())
                .getEntriesList();
    }

    public List<String> tickets() {
        return list().stream().map(QueueEntry::getTicket).toList();
    }

    public QueueEntry callNext(QueueServiceBlockingStub doctor) {
        return doctor.callNext(next().build()).getEntry();
    }

    public CallNextRequest.Builder next() {
        return CallNextRequest.newBuilder().setSiteId(desk.site());
    }

    public QueueEntry call(QueueServiceBlockingStub doctor, QueueEntry entry) {
        return doctor.callNext(next().setEntryId(entry.getId()).build()).getEntry();
    }

    public QueueEntry noAnswer(QueueEntry entry) {
        return okafor.markNoAnswer(
                        MarkNoAnswerRequest.newBuilder()
                                .setEntryId(entry.getId())
                                .setVersion(entry.getVersion())
                                .build())
                .getEntry();
    }

    public static TransferRequest.Builder transfer(QueueEntry entry, String practitioner) {
        return TransferRequest.newBuilder()
                .setEntryId(entry.getId())
                .setVersion(entry.getVersion())
                .setPractitionerId(practitioner)
                .setReason("ECG trước");
    }

    /// What a call gives, or why it is refused.
    public static String outcome(Supplier<String> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException e) {
            return Refusals.reason(e);
        }
    }
}
