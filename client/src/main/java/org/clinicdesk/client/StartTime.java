package org.clinicdesk.client;

import javafx.animation.AnimationTimer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Leaves the milliseconds from the start of the process to the first picture of the window in the file that
/// `CLINICDESK_STARTED` names, for who measures it. Not set, nothing is measured and nothing is written.
final class StartTime extends AnimationTimer {

    private static final Logger LOG = LoggerFactory.getLogger(StartTime.class);

    private final Path file;
    private final Clock clock;
    private boolean drawn;

    private StartTime(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// To be called right after the window was shown.
    static void watch(Optional<String> file, Clock clock) {
        file.map(name -> new StartTime(Path.of(name), clock)).ifPresent(AnimationTimer::start);
    }

    /// Runs before each drawing, so at the second time the first is done.
    @Override
    public void handle(long now) {
        if (!drawn) {
            drawn = true;
            return;
        }
        stop();
        ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, clock.instant()).toMillis())
                .ifPresent(this::write);
    }

    private void write(long millis) {
        try {
            Files.writeString(file, Long.toString(millis));
        } catch (IOException e) {
            LOG.warn("The time of the start could not be written", e);
        }
    }
}
