package org.clinicdesk.server.watch;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;

import org.clinicdesk.watch.v1.WatchRequest;
import org.clinicdesk.watch.v1.WatchResponse;
import org.clinicdesk.watch.v1.WatchServiceGrpc;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A desk's stream, read by a thread of its own.
public final class Watching {

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    public Watching(Channel channel, String... topics) throws InterruptedException {
        var request = WatchRequest.newBuilder().addAllTopics(List.of(topics)).build();
        var stream = WatchServiceGrpc.newBlockingStub(channel).watch(request);
        Thread.startVirtualThread(() -> read(stream));
        // RESYNC: from here on nothing is missed.
        next();
    }

    private void read(Iterator<WatchResponse> stream) {
        try {
            stream.forEachRemaining(response -> {
                switch (response.getEventCase()) {
                    case CHANGED ->
                            events.add(String.join(" ", response.getChanged().getTopicsList()));
                    case RESYNC -> events.add("RESYNC");
                    case HEARTBEAT, EVENT_NOT_SET -> {}
                }
            });
        } catch (StatusRuntimeException e) {
            events.add(e.getStatus().getCode().name());
        }
    }

    /// The next event; "nothing" when none comes within two seconds.
    public String next() throws InterruptedException {
        var event = events.poll(2, TimeUnit.SECONDS);
        return event == null ? "nothing" : event;
    }

    /// Waits for an event. False when another, or none, comes first.
    public boolean hears(String expected) throws InterruptedException {
        for (var event = next(); !event.equals("nothing"); event = next()) {
            if (event.equals(expected)) {
                return true;
            }
        }
        return false;
    }
}
