package org.clinicdesk.server.watch;

import io.grpc.stub.ServerCallStreamObserver;

import org.clinicdesk.server.platform.Changes;
import org.clinicdesk.watch.v1.Changed;
import org.clinicdesk.watch.v1.Heartbeat;
import org.clinicdesk.watch.v1.Resync;
import org.clinicdesk.watch.v1.WatchResponse;

import java.util.HashSet;
import java.util.Set;

/// One desk's stream. A slow desk is not sent more than it can take: its topics are gathered until it can again.
final class Watcher {

    private static final WatchResponse RESYNC =
            WatchResponse.newBuilder().setResync(Resync.getDefaultInstance()).build();
    private static final WatchResponse HEARTBEAT =
            WatchResponse.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance()).build();

    private final ServerCallStreamObserver<WatchResponse> desk;
    private final Set<String> pending = new HashSet<>();
    private boolean over;

    Watcher(ServerCallStreamObserver<WatchResponse> desk) {
        this.desk = desk;
    }

    synchronized void start() {
        send(RESYNC);
    }

    synchronized void changed(Set<String> topics) {
        pending.addAll(topics);
        flush();
    }

    /// Sends what has gathered, if the desk is ready for it.
    synchronized void flush() {
        if (pending.isEmpty() || !desk.isReady()) {
            return;
        }
        var topics = Set.copyOf(pending);
        pending.clear();
        send(
                topics.contains(Changes.EVERYTHING)
                        ? RESYNC
                        : WatchResponse.newBuilder()
                                .setChanged(Changed.newBuilder().addAllTopics(topics))
                                .build());
    }

    synchronized void beat() {
        if (desk.isReady()) {
            send(HEARTBEAT);
        }
    }

    synchronized void end(Throwable status) {
        if (!over) {
            over = true;
            desk.onError(status);
        }
    }

    synchronized void cancelled() {
        over = true;
    }

    private void send(WatchResponse response) {
        if (!over && !desk.isCancelled()) {
            desk.onNext(response);
        }
    }
}
