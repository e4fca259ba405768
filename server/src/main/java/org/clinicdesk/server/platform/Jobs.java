package org.clinicdesk.server.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Does the jobs of all features, one after the other. One that fails is tried again when it is due the next time.
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("jobs").factory());

    public Jobs(List<Job> jobs) {
        for (var job : jobs) {
            var every = job.every().toMillis();
            var _ =
                    thread.scheduleWithFixedDelay(
                            () -> run(job), every, every, TimeUnit.MILLISECONDS);
        }
    }

    private static void run(Job job) {
        try {
            job.work().run();
        } catch (RuntimeException e) {
            // The message may tell about a person.
            LOG.warn("The job {} failed: {}", job.name(), e.getClass().getSimpleName());
        }
    }

    /// Lets what runs come to its end: a thread interrupted in the middle of a write would close the H2 file.
    @Override
    public void close() {
        thread.shutdown();
        try {
            var _ = thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
