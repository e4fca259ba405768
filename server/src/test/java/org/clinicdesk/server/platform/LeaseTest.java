package org.clinicdesk.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Of several servers one takes care.
@OnServer
class LeaseTest {

    private final TestServer server;
    private final Instant start;

    LeaseTest(TestServer server) {
        this.server = server;
        this.start = server.clock().instant();
    }

    @BeforeEach
    void letItRunOut() throws Exception {
        try (var connection = server.clinic().platform().db().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update lease set held_until = null");
            connection.commit();
        }
    }

    private Lease lease() {
        var platform = server.clinic().platform();
        return new Lease(platform.db(), platform.clock(), "late-visits", Duration.ofMinutes(3));
    }

    @Test
    void isKeptByWhoHasItAndSaysSinceWhen() {
        var mine = lease();
        assertEquals(Optional.of(start), mine.take());
        server.clock().move(Duration.ofMinutes(1));
        assertEquals(Optional.of(start), mine.take());
        assertEquals(Optional.empty(), lease().take());
    }

    @Test
    void afterAGapItBeginsAnew() throws Exception {
        assertEquals(Optional.of(start), lease().take());
        letItRunOut();
        server.clock().move(Duration.ofHours(8));
        assertEquals(Optional.of(start.plus(Duration.ofHours(8))), lease().take());
    }

    @Test
    void ofManyWhoTakeItAtOnceOneHasIt() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, 12)
                            .mapToObj(_ -> lease())
                            .map(lease -> (Callable<Optional<Instant>>) lease::take)
                            .toList();
            var taken = 0;
            for (var answer : threads.invokeAll(calls)) {
                taken += answer.get().isPresent() ? 1 : 0;
            }
            assertEquals(1, taken);
        }
    }
}
