package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Two hundred desks want the same time of the same doctor in the same moment, on a day nobody has booked before.
@OnServer
class BookingRaceTest {

    private static final Logger LOG = LoggerFactory.getLogger(BookingRaceTest.class);
    private static final int DESKS = 200;

    private final TestServer server;
    private final FrontDesk desk;

    BookingRaceTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
    }

    private record Try(String outcome, Duration waited) {}

    @Test
    void oneOfTwoHundredDesksWins() throws Exception {
        race(List.of(desk), at(40, "09:00"));
    }

    @Test
    void oneOfTwoHundredDesksWinsThroughTwoServers() throws Exception {
        Assumptions.assumeTrue(server.clinic().platform().db().postgresql(), "H2 has one server");
        try (var beside = server.beside()) {
            race(List.of(desk, new FrontDesk(beside)), at(41, "09:00"));
        }
    }

    private void race(List<FrontDesk> desks, Instant start) throws Exception {
        var patients = IntStream.range(0, DESKS).mapToObj(i -> desk.patient("Đua " + i)).toList();
        var doctor = desk.doctor(0);
        var begin = Instant.now();
        var tries = together(i -> desks.get(i % desks.size()).book(patients.get(i), doctor, start));
        var outcomes = new TreeMap<String, Long>();
        tries.forEach(one -> outcomes.merge(one.outcome, 1L, Long::sum));
        var slowest = tries.stream().map(Try::waited).max(Duration::compareTo).orElseThrow();
        LOG.info(
                "{} desks, {} server(s) on {}: all answered in {} ms, the slowest after {} ms",
                DESKS,
                desks.size(),
                server.clinic().platform().db().postgresql() ? "PostgreSQL" : "H2",
                Duration.between(begin, Instant.now()).toMillis(),
                slowest.toMillis());
        assertEquals(Map.of("booked", 1L, "appointment/SLOT_TAKEN", DESKS - 1L), outcomes);
    }

    private static List<Try> together(IntConsumer work)
            throws InterruptedException, ExecutionException {
        var gate = new CountDownLatch(1);
        var running = new ArrayList<Future<Try>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < DESKS; i++) {
                var number = i;
                running.add(
                        threads.submit(() -> {
                            gate.await();
                            return timed(() -> work.accept(number));
                        }));
            }
            gate.countDown();
        }
        var tries = new ArrayList<Try>();
        for (var one : running) {
            tries.add(one.get());
        }
        return tries;
    }

    private static Try timed(Runnable work) {
        var start = System.nanoTime();
        var outcome = "booked";
        try {
            work.run();
        } catch (StatusRuntimeException e) {
            outcome = Refusals.reason(e);
        }
        return new Try(outcome, Duration.ofNanos(System.nanoTime() - start));
    }
}
