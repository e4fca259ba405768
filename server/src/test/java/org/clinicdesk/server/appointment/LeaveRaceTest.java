package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.appointment.v1.Span;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.RosterServiceGrpc.RosterServiceBlockingStub;
import org.clinicdesk.roster.v1.WallTime;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Desks book, move, hold and cancel while the roster closes hours and rooms, all at once. Afterwards no visit stands where
/// somebody is away, and the operator's checks find nothing.
@OnServer
class LeaveRaceTest {

    private static final int THREADS = 12;
    private static final int DEEDS = 40;
    private static final int DAY = 40;
    private static final Set<String> EXPECTED =
            Set.of(
                    "done",
                    "appointment/SLOT_TAKEN",
                    "appointment/SLOT_HELD",
                    "appointment/CAP_REACHED",
                    "appointment/OUTSIDE_HOURS",
                    "appointment/NOT_MOVABLE",
                    "appointment/ALREADY_OVER",
                    "roster/BOOKED",
                    "platform/STALE");

    private final TestServer server;
    private final List<FrontDesk> desks;
    private final RosterServiceBlockingStub roster;
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();

    LeaveRaceTest(TestServer server) {
        this.server = server;
        this.desks = List.of(new FrontDesk(server), new FrontDesk(server));
        this.roster = RosterServiceGrpc.newBlockingStub(server.as("human-resources"));
    }

    @Test
    void nothingStandsWhereSomebodyIsAwayAndTheChecksFindNoFault() {
        var front = desks.getFirst();
        var patients = IntStream.range(0, 12).mapToObj(i -> front.patient("Đua " + i)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < THREADS; number++) {
                var random = new Random(number);
                var desk = desks.get(number % desks.size());
                threads.submit(() ->
                        IntStream.range(0, DEEDS)
                                .forEach(_ ->
                                        outcomes.merge(
                                                deed(desk, patients, random), 1, Integer::sum)));
            }
        }
        var unexpected = new HashSet<>(outcomes.keySet());
        unexpected.removeAll(EXPECTED);
        assertEquals(Set.of(), unexpected, outcomes.toString());
        assertTrue(outcomes.getOrDefault("done", 0) > THREADS, outcomes.toString());
        assertEquals(List.of(), astray());
        for (var check : server.clinic().features().checks()) {
            assertEquals(List.of(), faults(check.sql()), check.name());
        }
    }

    private String deed(FrontDesk desk, List<String> patients, Random random) {
        var minute = 8 * 60 + 5 * random.nextInt(44);
        var patient = patients.get(random.nextInt(patients.size()));
        var doctor = desk.doctor(random.nextInt(2));
        var start = at(DAY, "00:00").plus(Duration.ofMinutes(minute));
        try {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> desk.book(desk.wish(patient, doctor, start).setMinutes(15));
                case 3 -> hold(desk, desk.wish(patient, doctor, start));
                case 4 -> close(doctor, minute);
                default -> {
                    var visits = desk.day(DAY).getAppointmentsList();
                    if (!visits.isEmpty()) {
                        var visit = visits.get(random.nextInt(visits.size()));
                        if (random.nextInt(3) == 0) {
                            desk.cancel(visit);
                        } else {
                            desk.move(visit, doctor, start, Duration.ZERO);
                        }
                    }
                }
            }
            return "done";
        } catch (StatusRuntimeException e) {
            return Refusals.reason(e);
        }
    }

    private static void hold(FrontDesk desk, BookRequest.Builder wish) {
        var _ =
                desk.appointments()
                        .hold(
                                HoldRequest.newBuilder()
                                        .setSiteId(wish.getSiteId())
                                        .setPractitionerId(wish.getPractitionerId())
                                        .setServiceId(wish.getServiceId())
                                        .setStart(wish.getStart())
                                        .setMinutes(15)
                                        .setSeconds(1)
                                        .build());
    }

    private void close(String doctor, int minute) {
        var _ =
                roster.addAbsence(
                        AddAbsenceRequest.newBuilder()
                                .setKind(AbsenceKind.ABSENCE_KIND_BLOCKOUT)
                                .setPractitionerId(doctor)
                                .setNote("Họp")
                                .setTime(
                                        WallTime.newBuilder()
                                                .setFirstDay(
                                                        FrontDesk.TODAY.plusDays(DAY).toString())
                                                .setFrom(time(minute))
                                                .setTo(time(minute + 10)))
                                .build());
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    /// Visits that do not lie in what their doctor has open.
    private List<Appointment> astray() {
        var day = desks.getFirst().day(DAY);
        return day.getAppointmentsList().stream()
                .filter(visit ->
                        visit.getStatus() != AppointmentStatus.APPOINTMENT_STATUS_CANCELLED)
                .filter(visit ->
                        day.getColumnsList().stream()
                                .filter(column ->
                                        column.getPractitionerId()
                                                .equals(visit.getPractitionerId()))
                                .flatMap(column -> column.getHoursList().stream())
                                .noneMatch(open -> contains(open, visit)))
                .toList();
    }

    private static boolean contains(Span open, Appointment visit) {
        return !Protos.instant(visit.getStart()).isBefore(Protos.instant(open.getStart()))
                && !Protos.instant(visit.getEnd()).isAfter(Protos.instant(open.getEnd()));
    }

    private List<String> faults(String sql) {
        return server.inDatabase(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeQuery(sql, String.class)
                        .list());
    }
}
