package org.clinicdesk.client.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.server.Server;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.sample.SampleClinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

class ClinicDayTest {

    @Test
    @Timeout(value = 400, unit = TimeUnit.SECONDS)
    void everyStepOfTheDayIsSeenByAnotherClient(@TempDir Path folder) {
        var now = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
        var monday =
                Clock.offset(
                        now,
                        Duration.between(now.instant(), SampleServer.MONDAY_MORNING.instant()));
        var data = folder.resolve("clinic");
        var clinic = Server.Clinic.open(Config.embedded(data, 0), monday);
        SampleClinic.fill(clinic);
        var told = new ByteArrayOutputStream();
        var out = new PrintStream(told, true, StandardCharsets.UTF_8);
        try (var server = Server.start(clinic)) {
            var failed = new ClinicDay(server, data, monday, folder, out).play();
            assertEquals(0, failed, told.toString(StandardCharsets.UTF_8));
        }
    }
}
