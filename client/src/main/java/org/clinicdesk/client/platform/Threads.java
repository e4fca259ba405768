package org.clinicdesk.client.platform;

import javafx.application.Platform;

import java.time.Duration;
import java.util.concurrent.Executor;

/// Where work runs: calls in the background, answers on the thread of the screen. Tests run both at once, in place.
///
/// @param pause waits on the background thread; does nothing in tests
public record Threads(Executor background, Executor screen, Pause pause) {

    /// Waits; ends early when interrupted.
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /// Virtual threads, and the one thread of the toolkit.
    public static Threads ofToolkit() {
        return new Threads(
                task -> Thread.ofVirtual().name("call").start(task),
                task -> {
                    if (Platform.isFxApplicationThread()) {
                        task.run();
                    } else {
                        Platform.runLater(task);
                    }
                },
                Thread::sleep);
    }

    /// Everything in place, without the toolkit: for tests of models.
    public static Threads inPlace() {
        return new Threads(Runnable::run, Runnable::run, time -> {});
    }
}
