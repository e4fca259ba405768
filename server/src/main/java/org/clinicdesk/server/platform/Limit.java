package org.clinicdesk.server.platform;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets so many calls at the database at once, in the order they came. The pool alone is unfair to virtual threads:
/// with a storm of them a few would wait long.
final class Limit {

    static final int PERMITS = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());

    private final Semaphore semaphore = new Semaphore(PERMITS, true);

    /// @throws Problem.Busy when there was no room within the time
    <T> T within(long millis, Supplier<T> work) {
        try {
            if (!semaphore.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                throw new Problem.Busy("too many calls");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Problem.Busy("interrupted");
        }
        try {
            return work.get();
        } finally {
            semaphore.release();
        }
    }
}
