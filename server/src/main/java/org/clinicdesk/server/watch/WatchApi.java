package org.clinicdesk.server.watch;

import io.grpc.stub.ServerCallStreamObserver;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Callers;
import org.clinicdesk.server.platform.Changes;
import org.clinicdesk.server.platform.Problem;
import org.clinicdesk.server.platform.Statuses;
import org.clinicdesk.server.session.DeskSession;
import org.clinicdesk.server.staff.StaffMember;
import org.clinicdesk.watch.v1.WatchRequest;
import org.clinicdesk.watch.v1.WatchResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// WatchService of the contract.
final class WatchApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchApi.class);

    private static final long HEARTBEAT_SECONDS = 20;

    /// A desk that shows something else ends its stream and opens another: so long it is not gone.
    private static final long LINGER_SECONDS = 5;

    private final Changes changes;
    private final Callers callers;
    private final Consumer<WatchEnded> onEnd;

    /// All streams, with who watches.
    private final Map<Watcher, Caller> watchers = new ConcurrentHashMap<>();

    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("heartbeat").factory());

    /// @param onEnd told of sessions without a stream, outside a transaction, on a thread of its own
    WatchApi(Changes changes, Callers callers, Consumer<WatchEnded> onEnd) {
        this.changes = changes;
        this.callers = callers;
        this.onEnd = onEnd;
        heart.scheduleAtFixedRate(
                () -> Thread.startVirtualThread(this::beat),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    void watch(WatchRequest request, ServerCallStreamObserver<WatchResponse> observer) {
        var watcher = new Watcher(observer);
        var caller = Call.current().caller();
        var shown = changes.watch(request.getTopicsList(), watcher::changed);
        var account =
                changes.watch(
                        accountTopics(caller), _ -> inBackground(() -> judge(watcher, caller)));
        watchers.put(watcher, caller);
        observer.setOnReadyHandler(watcher::flush);
        observer.setOnCancelHandler(() -> {
            shown.close();
            account.close();
            watcher.cancelled();
            gone(watcher);
        });
        // Ended from here.
        observer.setOnCloseHandler(() -> {
            shown.close();
            account.close();
        });
        watcher.start();
    }

    private static List<String> accountTopics(Caller caller) {
        return List.of(DeskSession.topic(caller.sessionId()), StaffMember.topic(caller.staffId()));
    }

    private void gone(Watcher watcher) {
        var caller = watchers.remove(watcher);
        if (caller != null && !heart.isShutdown()) {
            var session = caller.sessionId();
            heart.schedule(
                    () -> {
                        if (!watched(session)) {
                            inBackground(() -> onEnd.accept(new WatchEnded(session)));
                        }
                    },
                    LINGER_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    private boolean watched(UUID session) {
        return watchers.values().stream().anyMatch(caller -> caller.sessionId().equals(session));
    }

    /// Shows every desk that the line holds. A session that has expired is told of by nobody: all are judged now, those of
    /// thousands of desks at once.
    void beat() {
        watchers.keySet().forEach(Watcher::beat);
        attempt(() -> {
            var now = Map.copyOf(watchers);
            var open = now.isEmpty() ? Set.<UUID>of() : callers.open();
            now.forEach((watcher, caller) -> {
                if (!open.contains(caller.sessionId())) {
                    sessionEnded(watcher);
                }
            });
        });
    }

    private void judge(Watcher watcher, Caller caller) {
        if (!callers.open(caller)) {
            sessionEnded(watcher);
        }
    }

    private void sessionEnded(Watcher watcher) {
        watcher.end(Statuses.of(new Problem.Unauthenticated("SESSION_ENDED"), "Watch"));
        gone(watcher);
    }

    private static void inBackground(Runnable work) {
        Thread.startVirtualThread(() -> attempt(work));
    }

    /// Without a database nobody can be judged; the next heartbeat tries again.
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Sessions could not be judged: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
        var stops = new Problem.Busy("the server stops");
        watchers.keySet().forEach(watcher -> watcher.end(Statuses.of(stops, "Watch")));
    }
}
