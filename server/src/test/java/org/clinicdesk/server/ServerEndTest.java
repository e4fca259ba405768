package org.clinicdesk.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.clinicdesk.server.platform.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// The end of a server on H2.
@Timeout(60)
class ServerEndTest {

    @TempDir private Path folder;

    /// As the shutdown hook and the command that waits do.
    @Test
    void endsOnceWhenSeveralEndIt() throws Exception {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var server =
                Server.start(
                        Config.embedded(folder, 0), new MovingClock(TestServer.MONDAY_MORNING));
        var compaction =
                (Logger) LoggerFactory.getLogger("org.clinicdesk.server.platform.Compaction");
        compaction.addAppender(log);
        Callable<Boolean> end =
                () -> {
                    server.close();
                    // Whoever returns from it finds the database closed.
                    return Files.exists(folder.resolve("clinic.lock.db"));
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var open : threads.invokeAll(Collections.nCopies(8, end))) {
                assertEquals(false, open.get());
            }
        } finally {
            compaction.detachAppender(log);
        }
        assertTrue(log.list.isEmpty(), () -> log.list.toString());
    }
}
