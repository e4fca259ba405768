package org.clinicdesk.client.platform;

import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;

import org.clinicdesk.watch.v1.WatchRequest;
import org.clinicdesk.watch.v1.WatchResponse;
import org.clinicdesk.watch.v1.WatchServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/// Live updates: follows the topics of what is on screen and says when to read again. One stream a desk; it is opened anew
/// when the topics change or the line broke, and each time it starts with "read everything again", so nothing is missed.
///
/// [#follow] and [#stop] belong to the thread of the screen.
public final class Changes {

    private static final Duration COALESCE = Duration.ofMillis(150);
    private static final Duration FIRST_BREAK = Duration.ofMillis(250);
    private static final Duration LONGEST_BREAK = Duration.ofSeconds(15);

    private final Connection connection;
    private final io.grpc.Channel channel;
    private final Threads threads;
    private final Runnable ended;
    private @Nullable Follower follower;
    private Always always = new Always(Set.of(), () -> {}, () -> {});

    /// What is followed with every screen.
    private record Always(Set<String> topics, Runnable changed, Runnable missed) {}

    /// @param channel carries who calls
    /// @param ended told when the server does not know the session any more
    Changes(Connection connection, io.grpc.Channel channel, Threads threads, Runnable ended) {
        this.connection = connection;
        this.channel = channel;
        this.threads = threads;
        this.ended = ended;
    }

    /// A second stream beside that of the screen, for a window of its own.
    public Changes beside() {
        return new Changes(connection, channel, threads, ended);
    }

    /// Follows some topics with those of every screen, from the next screen on.
    ///
    /// @param changed run on the thread of the screen when one of them changed
    /// @param missed when one of them may have: also whenever another screen is followed
    public void always(Set<String> topics, Runnable changed, Runnable missed) {
        always = new Always(Set.copyOf(topics), changed, missed);
    }

    /// Follows these topics instead of those before; the same ones again change nothing. The refresh runs on the thread of the screen, at most once in
    /// 150 ms. Without topics the stream still tells whether the line is alive.
    public void follow(Set<String> topics, Runnable refresh) {
        if (follower != null && follower.follows(topics, refresh)) {
            return;
        }
        stop();
        var next = new Follower(Set.copyOf(topics), refresh, always);
        follower = next;
        threads.background().execute(next);
    }

    public void stop() {
        if (follower != null) {
            follower.stop();
            follower = null;
        }
    }

    /// Opens a broken stream at once, for a person who does not want to wait.
    public void reconnect() {
        connection.wake();
        if (follower != null) {
            follower.interruptBreak();
        }
    }

    private final class Follower implements Runnable {

        private final Set<String> topics;
        private final Soon screen;
        private final Always beside;
        private final Soon changed;
        private final Soon missed;
        private volatile boolean stopped;
        private volatile @Nullable Thread waiting;
        private volatile @Nullable BlockingClientCall<?, WatchResponse> stream;
        private Duration pause = FIRST_BREAK;

        private Follower(Set<String> topics, Runnable refresh, Always beside) {
            this.topics = topics;
            this.screen = new Soon(refresh);
            this.beside = beside;
            this.changed = new Soon(beside.changed);
            this.missed = new Soon(beside.missed);
        }

        private boolean follows(Set<String> others, Runnable otherRefresh) {
            return screen.work.equals(otherRefresh) && topics.equals(others);
        }

        private void stop() {
            stopped = true;
            var open = stream;
            if (open != null) {
                open.cancel("No longer on screen", null);
            }
            interruptBreak();
        }

        private void interruptBreak() {
            var thread = waiting;
            if (thread != null) {
                thread.interrupt();
            }
        }

        @Override
        public void run() {
            while (!stopped) {
                try {
                    read();
                } catch (StatusException e) {
                    if (e.getStatus().getCode() == io.grpc.Status.Code.UNAUTHENTICATED) {
                        threads.screen().execute(this::end);
                        return;
                    }
                } catch (InterruptedException e) {
                    // Somebody wants it sooner, or it is no longer wanted; the loop tells.
                }
                rest();
            }
        }

        /// Who left the desk meanwhile is not told that his session is over; the next one's is not.
        private void end() {
            if (!stopped) {
                ended.run();
            }
        }

        private void read() throws StatusException, InterruptedException {
            var open =
                    WatchServiceGrpc.newBlockingV2Stub(channel)
                            .watch(WatchRequest.newBuilder().addAllTopics(all()).build());
            stream = open;
            while (!stopped) {
                var event = open.read();
                if (event == null) {
                    return;
                }
                pause = FIRST_BREAK;
                tell(event);
            }
            open.cancel("No longer on screen", null);
        }

        private Set<String> all() {
            var all = new TreeSet<>(topics);
            all.addAll(beside.topics);
            return all;
        }

        private void tell(WatchResponse event) {
            if (event.hasResync()) {
                missed.run();
            }
            var told = event.getChanged().getTopicsList();
            if (!Collections.disjoint(told, beside.topics)) {
                changed.run();
            }
            if (!topics.isEmpty() && (event.hasResync() || !Collections.disjoint(told, topics))) {
                screen.run();
            }
        }

        /// Something done on the thread of the screen, at most once in 150 ms.
        private final class Soon {

            private final Runnable work;
            private final AtomicBoolean due = new AtomicBoolean();

            private Soon(Runnable work) {
                this.work = work;
            }

            private void run() {
                if (due.compareAndSet(false, true)) {
                    threads.background().execute(this::later);
                }
            }

            private void later() {
                try {
                    threads.pause().of(COALESCE);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                threads.screen()
                        .execute(() -> {
                            due.set(false);
                            if (!stopped) {
                                work.run();
                            }
                        });
            }
        }

        /// Doubles up to 15 s, and spreads out, so that a server that comes back is not met by all desks at once.
        private void rest() {
            if (stopped) {
                return;
            }
            waiting = Thread.currentThread();
            try {
                var half = pause.toMillis() / 2;
                Thread.sleep(half + ThreadLocalRandom.current().nextLong(half + 1));
                pause =
                        pause.multipliedBy(2).compareTo(LONGEST_BREAK) > 0
                                ? LONGEST_BREAK
                                : pause.multipliedBy(2);
            } catch (InterruptedException e) {
                pause = FIRST_BREAK;
            } finally {
                waiting = null;
            }
            connection.wake();
        }
    }
}
