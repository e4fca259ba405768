package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Context;
import io.grpc.StatusRuntimeException;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.appointment.v1.ReleaseHoldRequest;
import org.clinicdesk.appointment.v1.SlotHold;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.server.watch.Watching;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignOutRequest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Two desks want the same times. Each test holds on a day of its own.
@OnServer
class HoldsTest {

    private final TestServer server;
    private final FrontDesk desk;
    private final FrontDesk neighbour;
    private final String doctor;

    HoldsTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.neighbour = new FrontDesk(server);
        this.doctor = desk.doctor(0);
    }

    @Test
    void othersAreRefusedAndToldByWhomAndUntilWhen() {
        var held = hold(desk, at(7, "09:00"));
        var wish = neighbour.wish(desk.patient("Chờ"), doctor, at(7, "09:15")).build();
        var info = Refusals.info(() -> neighbour.appointments().book(wish));
        assertEquals("SLOT_HELD", info.getReason());
        assertEquals("Linh Mai", info.getMetadataOrThrow("by"));
        assertEquals(
                Protos.instant(held.getExpiresAt()),
                Instant.parse(info.getMetadataOrThrow("until")));
    }

    @Test
    void nobodyHoldsWhatIsHeldOrBooked() {
        hold(desk, at(8, "09:00"));
        assertEquals(
                "appointment/SLOT_HELD", Refusals.reason(() -> hold(neighbour, at(8, "09:29"))));
        desk.book(desk.patient("Có rồi"), doctor, at(8, "10:00"));
        assertEquals(
                "appointment/SLOT_TAKEN", Refusals.reason(() -> hold(neighbour, at(8, "10:00"))));
    }

    @Test
    void allDesksSeeAHoldWithItsCountdown() {
        hold(desk, at(9, "09:00"));
        var mine = desk.day(9).getHolds(0);
        var theirs = neighbour.day(9).getHolds(0);
        assertTrue(mine.getMine());
        assertFalse(theirs.getMine());
        assertEquals("Desk 1", theirs.getWorkstation());
        assertTrue(theirs.getSecondsLeft() > 290 && theirs.getSecondsLeft() <= 300);
        assertEquals(List.of(), neighbour.day(10).getHoldsList());
    }

    @Test
    void whoHoldsItBooksItAndTheHoldIsOver() {
        var held = hold(desk, at(11, "09:00"));
        var wish = desk.wish(desk.patient("Giữ"), doctor, at(11, "09:00"));
        desk.book(wish.setHoldId(held.getId()));
        assertEquals(List.of(), desk.day(11).getHoldsList());
    }

    @Test
    void aReleasedTimeIsFreeAtOnce() {
        var held = hold(desk, at(12, "09:00"));
        release(desk, held);
        release(desk, held);
        neighbour.book(desk.patient("Nhanh"), doctor, at(12, "09:00"));
    }

    @Test
    void nobodyElseReleasesAHold() {
        var held = hold(desk, at(13, "09:00"));
        assertEquals("platform/NOT_FOUND", Refusals.reason(() -> release(neighbour, held)));
    }

    /// The clock of the server stands still in a test; the database's goes on.
    @Test
    void aHoldEndsByTheClockOfTheDatabase() {
        hold(desk, at(14, "09:00"), 1);
        LockSupport.parkNanos(Duration.ofMillis(1100).toNanos());
        assertEquals(List.of(), desk.day(14).getHoldsList());
        neighbour.book(desk.patient("Sau"), doctor, at(14, "09:00"));
        var late = desk.wish(desk.patient("Trễ"), doctor, at(14, "09:00")).build();
        assertEquals(
                "appointment/SLOT_TAKEN", Refusals.reason(() -> desk.appointments().book(late)));
    }

    @Test
    void whatRanOutIsTidiedByItself() {
        var over = hold(desk, at(17, "09:00"), 1);
        var kept = hold(desk, at(17, "10:00"));
        LockSupport.parkNanos(Duration.ofMillis(1100).toNanos());
        server.clinic().features().appointment.jobs().forEach(job -> job.work().run());
        assertTrue(ended(over));
        assertFalse(ended(kept));
    }

    private boolean ended(SlotHold held) {
        var db = server.clinic().platform().db();
        return db.read(() ->
                db.get(
                                org.clinicdesk.server.appointment.SlotHold.class,
                                UUID.fromString(held.getId()))
                        .ended());
    }

    @Test
    void theClockOfTheServerEndsNoHold() {
        hold(desk, at(15, "09:00"));
        server.clock().move(Duration.ofMinutes(30));
        try {
            assertEquals(
                    "appointment/SLOT_HELD",
                    Refusals.reason(() -> hold(neighbour, at(15, "09:00"))));
        } finally {
            server.clock().move(Duration.ofMinutes(-30));
        }
    }

    @Test
    void signingOutReleasesAll() {
        var session = server.freshSignIn("linh");
        var leaving = server.withToken(session.getToken());
        var request = request(at(16, "09:00"), 0);
        var _ = AppointmentServiceGrpc.newBlockingStub(leaving).hold(request);
        assertEquals(1, desk.day(16).getHoldsCount());
        var _ =
                SessionServiceGrpc.newBlockingStub(leaving)
                        .signOut(SignOutRequest.getDefaultInstance());
        assertEquals(0, desk.day(16).getHoldsCount());
        neighbour.book(desk.patient("Tan ca"), doctor, at(16, "09:00"));
    }

    @Test
    void aLostConnectionReleasesAll() throws Exception {
        var session = server.freshSignIn("linh");
        var dying = server.withToken(session.getToken());
        var connection = Context.current().withCancellation();
        connection.call(() -> new Watching(dying, "day/" + day(17)));
        var request = request(at(17, "09:00"), 0);
        var _ = AppointmentServiceGrpc.newBlockingStub(dying).hold(request);
        assertEquals(1, desk.day(17).getHoldsCount());
        connection.cancel(null);
        var patience = Instant.now().plusSeconds(20);
        while (desk.day(17).getHoldsCount() > 0 && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertEquals(0, desk.day(17).getHoldsCount());
    }

    private static String day(int days) {
        return FrontDesk.TODAY.plusDays(days).toString();
    }

    @Test
    void holdsATimeForAVisitThatIsToBeMoved() {
        var visit = desk.book(desk.patient("Dời"), doctor, at(18, "09:00"));
        var request =
                request(at(18, "09:10"), 0).toBuilder()
                        .setPatientId(visit.getPerson().getPatientId())
                        .setAppointmentId(visit.getId())
                        .build();
        var _ = desk.appointments().hold(request);
        desk.move(visit, doctor, at(18, "09:10"), Duration.ZERO);
    }

    @Test
    void oneOfManyDesksHolds() throws Exception {
        race(List.of(desk, neighbour), at(19, "09:00"));
    }

    @Test
    void oneOfManyDesksHoldsThroughTwoServers() throws Exception {
        Assumptions.assumeTrue(server.clinic().platform().db().postgresql(), "H2 has one server");
        try (var beside = server.beside()) {
            race(List.of(desk, new FrontDesk(beside)), at(20, "09:00"));
        }
    }

    /// Half of them hold, half of them book, from sessions of their own.
    private void race(List<FrontDesk> desks, Instant start) throws Exception {
        var patients = IntStream.range(0, 20).mapToObj(i -> desk.patient("Đua " + i)).toList();
        var tries = new ArrayList<Callable<String>>();
        for (var number = 0; number < 40; number++) {
            var at = desks.get(number % desks.size());
            var patient = patients.get(number / 2);
            tries.add(
                    number % 4 < 2
                            ? () -> hold(at, start).getId()
                            : () -> at.book(patient, doctor, start).getId());
        }
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(tries)) {
                outcomes.add(outcome(one));
            }
        }
        var day = LocalDateTime.ofInstant(start, SampleClinic.ZONE).toLocalDate();
        var days = (int) FrontDesk.TODAY.until(day).getDays();
        var board = desk.day(days);
        var owners = board.getHoldsList().stream().map(SlotHold::getMine).distinct().count();
        assertTrue(board.getAppointmentsCount() <= 1);
        assertTrue(owners <= 1, "two sessions hold one time");
        var won = Collections.frequency(outcomes, "done");
        assertEquals(board.getAppointmentsCount() + board.getHoldsCount(), won);
    }

    private static String outcome(Future<String> one) throws InterruptedException {
        return switch (one.state()) {
            case SUCCESS -> "done";
            case FAILED -> Refusals.reason((StatusRuntimeException) one.exceptionNow());
            case RUNNING, CANCELLED -> throw new InterruptedException();
        };
    }

    private SlotHold hold(FrontDesk at, Instant start) {
        return hold(at, start, 0);
    }

    private SlotHold hold(FrontDesk at, Instant start, int seconds) {
        return at.appointments().hold(request(start, seconds)).getHold();
    }

    private HoldRequest request(Instant start, int seconds) {
        return HoldRequest.newBuilder()
                .setSiteId(desk.site())
                .setPractitionerId(doctor)
                .setServiceId(desk.service("Consultation"))
                .setStart(Protos.timestamp(start))
                .setMinutes(30)
                .setSeconds(seconds)
                .build();
    }

    private static void release(FrontDesk at, SlotHold held) {
        var _ =
                at.appointments()
                        .releaseHold(ReleaseHoldRequest.newBuilder().setId(held.getId()).build());
    }
}
