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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// WatchService of the contract.
final class WatchApi implements AutoCloseable {

    private static final long HEARTBEAT_SECONDS = 20;

    private final Changes changes;
    private final Callers callers;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("heartbeat").factory());

    WatchApi(Changes changes, Callers callers) {
        this.changes = changes;
        this.callers = callers;
        heart.scheduleAtFixedRate(
                () -> watchers.forEach(Watcher::beat),
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
        watchers.add(watcher);
        observer.setOnReadyHandler(watcher::flush);
        observer.setOnCancelHandler(() -> {
            shown.close();
            account.close();
            watchers.remove(watcher);
            watcher.cancelled();
        });
        watcher.start();
    }

    private static List<String> accountTopics(Caller caller) {
        return List.of(DeskSession.topic(caller.sessionId()), StaffMember.topic(caller.staffId()));
    }

    /// Ends the stream of somebody whose session is over.
    private void judge(Watcher watcher, Caller caller) {
        if (!callers.open(caller)) {
            watcher.end(Statuses.of(new Problem.Unauthenticated("SESSION_ENDED"), "Watch"));
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
        watchers.forEach(
                watcher -> watcher.end(Statuses.of(new Problem.Busy("the server stops"), "Watch")));
    }
}
