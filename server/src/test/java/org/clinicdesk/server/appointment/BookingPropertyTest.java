package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Many desks book, move, cancel and reinstate at random, all at once. What must hold afterwards is asked of the database
/// itself, not of our own queries.
@OnServer
class BookingPropertyTest {

    private static final int DESKS = 12;
    private static final int DEEDS = 60;
    private static final long SEED = 20261123;
    private static final Set<String> EXPECTED =
            Set.of(
                    "done",
                    "appointment/SLOT_TAKEN",
                    "appointment/OUTSIDE_HOURS",
                    "appointment/NOT_MOVABLE",
                    "appointment/ALREADY_OVER",
                    "appointment/NOT_CANCELLED",
                    "platform/STALE");

    private static final Map<String, Integer> OUTCOMES = new ConcurrentHashMap<>();

    private final TestServer server;

    BookingPropertyTest(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    static void aWildWeek(TestServer server) {
        OUTCOMES.clear();
        var desk = new FrontDesk(server);
        var patients = IntStream.range(0, 8).mapToObj(i -> desk.patient("Ngẫu " + i)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < DESKS; number++) {
                var random = new Random(SEED + number);
                threads.submit(() ->
                        IntStream.range(0, DEEDS)
                                .forEach(_ ->
                                        OUTCOMES.merge(
                                                deed(desk, patients, random), 1, Integer::sum)));
            }
        }
    }

    private static String deed(FrontDesk desk, List<String> patients, Random random) {
        var patient = patients.get(random.nextInt(patients.size()));
        var doctor = desk.doctor(random.nextInt(3));
        var day = 50 + random.nextInt(2);
        var start = start(day, random);
        try {
            if (random.nextInt(3) == 0) {
                desk.book(
                        desk.wish(patient, doctor, start)
                                .setRoomId(desk.room(1 + random.nextInt(3)))
                                .setMinutes(10 + 5 * random.nextInt(12)));
                return "done";
            }
            var visits = desk.day(day).getAppointmentsList();
            if (visits.isEmpty()) {
                return "done";
            }
            var visit = visits.get(random.nextInt(visits.size()));
            switch (random.nextInt(4)) {
                case 0, 1 ->
                        desk.move(
                                visit, doctor, start, Duration.ofMinutes(5L * random.nextInt(12)));
                case 2 -> desk.cancel(visit);
                default -> desk.reinstate(visit);
            }
            return "done";
        } catch (StatusRuntimeException e) {
            return Refusals.reason(e);
        }
    }

    private static Instant start(int day, Random random) {
        return at(day, "08:00").plus(Duration.ofMinutes(5L * random.nextInt(44)));
    }

    @Test
    void everyDeedIsDoneOrClearlyRefused() {
        var unexpected = new HashSet<>(OUTCOMES.keySet());
        unexpected.removeAll(EXPECTED);
        assertEquals(Set.of(), unexpected, OUTCOMES.toString());
        assertTrue(OUTCOMES.getOrDefault("done", 0) > DESKS, "hardly anything was done");
    }

    @Test
    void noResourceIsBusyTwice() {
        assertEquals(
                0,
                count(
                        """
                        select count(*) from booking a join booking b
                          on a.resource_id = b.resource_id and a.id < b.id
                          and a.starts_at < b.ends_at and b.starts_at < a.ends_at
                        where a.active and b.active\
                        """));
    }

    @Test
    void theChecksOfTheOperatorFindNoFault() {
        for (var check : server.clinic().features().appointment.checks()) {
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

    @Test
    void theAppointmentsKnowOfNoOverlap() {
        assertEquals(
                List.of(),
                server.inDatabase(
                        () -> server.clinic().features().appointment.appointments().overlaps()));
    }

    @Test
    void aVisitHoldsItsResourcesForItsOwnTimeAndNothingElse() {
        assertEquals(
                0,
                count(
                        """
                        select count(*) from booking b join appointment a on a.id = b.appointment_id
                        where b.active and (a.status = 'CANCELLED'
                          or a.starts_at <> b.starts_at or a.ends_at <> b.ends_at
                          or b.resource_id not in (a.practitioner_id, a.patient_id, coalesce(a.room_id, a.patient_id)))\
                        """));
        assertEquals(
                0,
                count(
                        """
                        select count(*) from appointment a where a.status <> 'CANCELLED' and
                          (select count(*) from booking b where b.active and b.appointment_id = a.id)
                            <> case when a.room_id is null then 2 else 3 end\
                        """));
    }

    @Test
    void theHistoryReplaysToThePresent() {
        assertEquals(
                0,
                count(
                        """
                        select count(*) from appointment a left join appointment_history h
                          on h.appointment_id = a.id and h.number = a.changes
                          and h.new_status = a.status and h.new_practitioner_id = a.practitioner_id
                          and h.new_room_id is not distinct from a.room_id
                          and h.new_starts_at = a.starts_at and h.new_ends_at = a.ends_at
                        where h.appointment_id is null\
                        """));
    }

    @Test
    void eachChangeBeginsWhereTheLastOneEnded() {
        assertEquals(
                0,
                count(
                        """
                        select count(*) from appointment_history h left join appointment_history p
                          on p.appointment_id = h.appointment_id and p.number = h.number - 1
                          and p.new_status = h.old_status and p.new_practitioner_id = h.old_practitioner_id
                          and p.new_room_id is not distinct from h.old_room_id
                          and p.new_starts_at = h.old_starts_at and p.new_ends_at = h.old_ends_at
                        where h.number > 1 and p.appointment_id is null\
                        """));
    }

    private long count(String sql) {
        return server.inDatabase(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeQuery(sql, Long.class)
                        .getSingleResult());
    }
}
