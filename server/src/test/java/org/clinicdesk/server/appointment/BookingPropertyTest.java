package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Many desks hold, book, overbook, move, reschedule, cancel, reinstate and take back at random, all at once. What must hold
/// afterwards is asked of the database itself, not of our own queries.
@OnServer
class BookingPropertyTest {

    private static final int DESKS = 12;
    private static final int DEEDS = 60;
    private static final long SEED = 20261123;

    /// The most visits a day of one of the doctors; the others have what all have.
    private static final int FEW = 4;

    private static final Set<String> EXPECTED =
            Set.of(
                    "done",
                    "appointment/SLOT_TAKEN",
                    "appointment/SLOT_HELD",
                    "appointment/CAP_REACHED",
                    "appointment/OUTSIDE_HOURS",
                    "appointment/NOT_MOVABLE",
                    "appointment/ALREADY_OVER",
                    "appointment/NOT_CANCELLED",
                    "appointment/NOTHING_TO_UNDO",
                    "appointment/NOT_UNDOABLE",
                    "appointment/NOT_YOURS",
                    "platform/STALE");

    private static final Map<String, Integer> OUTCOMES = new ConcurrentHashMap<>();

    private final TestServer server;

    BookingPropertyTest(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    static void aWildWeek(TestServer server) {
        OUTCOMES.clear();
        var desks =
                List.of(
                        new WildDesk(server, "receptionist"),
                        new WildDesk(server, "master-administrator"));
        var front = new FrontDesk(server);
        new Bookables(server).set(Bookables.limits(front.doctor(0)).setDayVisits(FEW));
        var patients = IntStream.range(0, 8).mapToObj(i -> front.patient("Ngẫu " + i)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < DESKS; number++) {
                var random = new Random(SEED + number);
                var desk = desks.get(number % desks.size());
                threads.submit(() ->
                        IntStream.range(0, DEEDS)
                                .forEach(_ ->
                                        OUTCOMES.merge(
                                                desk.deed(patients, random), 1, Integer::sum)));
            }
        }
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
                        where a.active and b.active and a.hold_id is null and b.hold_id is null
                          and not a.overbooked and not b.overbooked\
                        """));
    }

    /// All of them begin on two days, between 8 and 12 in a zone without daylight saving.
    @Test
    void noCapIsExceeded() {
        var limits =
                """
                select a.practitioner_id, cast(a.starts_at at time zone 'UTC' as date),
                  count(*), sum(extract(epoch from a.ends_at) - extract(epoch from a.starts_at)) / 60,
                  sum(case when a.overbooked then 1 else 0 end)
                from appointment a
                where a.status <> 'CANCELLED' and a.starts_at >= timestamp with time zone '%s'
                group by a.practitioner_id, cast(a.starts_at at time zone 'UTC' as date)\
                """
                        .formatted(at(49, "00:00"));
        var few = UUID.fromString(new FrontDesk(server).doctor(0));
        var days =
                server.inDatabase(() ->
                        server.clinic()
                                .platform()
                                .db()
                                .session()
                                .createNativeQuery(limits, Object[].class)
                                .list());
        for (var day : days) {
            var most = day[0].equals(few) ? FEW : 15;
            assertTrue(((Number) day[2]).intValue() <= most, "visits: " + day[2]);
            assertTrue(((Number) day[3]).intValue() <= 480, "minutes: " + day[3]);
            assertTrue(((Number) day[4]).intValue() <= 2, "overbooked: " + day[4]);
        }
        assertFalse(days.isEmpty());
    }

    /// The holds were for a second or two.
    @Test
    void noHoldOutlivesItsTime() {
        LockSupport.parkNanos(Duration.ofMillis(2100).toNanos());
        var desk = new FrontDesk(server);
        assertEquals(List.of(), desk.day(50).getHoldsList());
        for (var number = 0; number < 44; number++) {
            var start = at(50, "08:00").plus(Duration.ofMinutes(5L * number));
            try {
                desk.book(desk.wish(desk.patient("Sau"), desk.doctor(2), start).setMinutes(5));
            } catch (StatusRuntimeException e) {
                assertNotEquals("appointment/SLOT_HELD", Refusals.reason(e));
            }
        }
    }

    @Test
    void aBookingIsOverbookedOnlyByADecision() {
        assertEquals(
                0,
                count(
                        """
                        select count(*) from appointment
                        where overbooked and (overbook_reason is null or overbooked_by is null)\
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
