package org.clinicdesk.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.server.sample.SampleClinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Two servers that start at once on one new PostgreSQL.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FirstStartRaceTest {

    @Test
    void oneMakesTheAdministratorAndTheOtherGoesOn() throws Exception {
        var config = Databases.freshPostgresql();
        var clock = new MovingClock(TestServer.MONDAY_MORNING);
        try (var one = Server.Clinic.open(config, clock);
                var other = Server.Clinic.open(Databases.beside(config), clock);
                var gate = ByHand.connect(config);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ByHand.run(gate, "lock table clinic in exclusive mode");
            var passwords =
                    Stream.of(one, other)
                            .map(clinic -> threads.submit(firstStart(clinic)))
                            .toList();
            // Both have seen that there is no clinic, and both want to make it.
            while (ByHand.waiting(gate, "clinic") < 2) {
                Thread.sleep(20);
            }
            gate.rollback();
            var told = 0;
            for (var password : passwords) {
                told += password.get().isPresent() ? 1 : 0;
            }
            assertEquals(1, told);
            assertEquals(Optional.empty(), firstStart(other).call());
        }
    }

    private static Callable<Optional<String>> firstStart(Server.Clinic clinic) {
        return () -> new Setup(clinic).firstStart(SampleClinic.NAME, SampleClinic.ZONE);
    }
}
