package org.clinicdesk.client;

import org.clinicdesk.client.platform.Changes;
import org.clinicdesk.client.platform.Threads;

import java.util.concurrent.atomic.AtomicInteger;

/// Knows when a desk has come to rest: nothing is asked of the server, and every answer is on the screen.
final class Quiet {

    private static final int IN_A_ROW = 3;

    /// A screen that never comes to rest is pictured as it is.
    private static final int MOST = 40;

    private final AtomicInteger asked = new AtomicInteger();

    /// The threads of a desk that is looked at.
    Threads threads() {
        var real = Threads.ofToolkit();
        return new Threads(
                task -> {
                    if (Changes.class == task.getClass().getEnclosingClass()) {
                        // Follows what others change for as long as the screen is open.
                        real.background().execute(task);
                    } else {
                        asked.incrementAndGet();
                        real.background().execute(() -> finish(task));
                    }
                },
                real.screen(),
                real.pause());
    }

    private void finish(Runnable task) {
        try {
            task.run();
        } finally {
            asked.decrementAndGet();
        }
    }

    /// Waits until nothing was under way a few times in a row: an answer may ask the next thing.
    void await() {
        var quiet = 0;
        for (var i = 0; i < MOST && quiet < IN_A_ROW; i++) {
            Ui.pause();
            quiet = asked.get() == 0 ? quiet + 1 : 0;
        }
    }
}
