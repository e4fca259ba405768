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

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// WatchService of the contract.
final class WatchApi implements AutoCloseable {

    private static final long HEARTBEAT_SECONDS = 20;

    /// A desk that shows something else ends its stream and opens another: so long it is not gone.
    private static final long LINGER_SECONDS = 5;

    private final Changes changes;
    private final Callers callers;
    private final Consumer<WatchEnded> onEnd;

    /// All streams, with the session of each.
    private final Map<Watcher, UUID> watchers = new ConcurrentHashMap<>();

    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("heartbeat").factory());

    /// @param onEnd told of sessions without a stream, outside a transaction, on a thread of its own
    WatchApi(Changes changes, Callers callers, Consumer<WatchEnded> onEnd) {
        this.changes = changes;
        this.callers = callers;
        this.onEnd = onEnd;
        heart.scheduleAtFixedRate(
                () -> watchers.keySet().forEach(Watcher::beat),
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
                        accountTopics(caller),
                        _ -> Thread.startVirtualThread(() -> judge(watcher, caller)));
        watchers.put(watcher, caller.sessionId());
        observer.setOnReadyHandler(watcher::flush);
        observer.setOnCancelHandler(() -> {
            shown.close();
            account.close();
            watcher.cancelled();
            gone(watcher);
        });
        watcher.start();
    }

    private static List<String> accountTopics(Caller caller) {
        return List.of(DeskSession.topic(caller.sessionId()), StaffMember.topic(caller.staffId()));
    }

    private void gone(Watcher watcher) {
        var session = watchers.remove(watcher);
        if (session != null && !heart.isShutdown()) {
            heart.schedule(
                    () -> {
                        if (!watchers.containsValue(session)) {
                            Thread.startVirtualThread(() -> onEnd.accept(new WatchEnded(session)));
                        }
                    },
                    LINGER_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    /// Ends the stream of somebody whose session is over.
    private void judge(Watcher watcher, Caller caller) {
        if (!callers.open(caller)) {
            watcher.end(Statuses.of(new Problem.Unauthenticated("SESSION_ENDED"), "Watch"));
            gone(watcher);
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
        var stops = new Problem.Busy("the server stops");
        watchers.keySet().forEach(watcher -> watcher.end(Statuses.of(stops, "Watch")));
    }
}
