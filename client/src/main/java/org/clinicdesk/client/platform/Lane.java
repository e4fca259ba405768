package org.clinicdesk.client.platform;

import io.grpc.Context;

import org.jspecify.annotations.Nullable;

/// Calls of which only the last one matters, such as searches while text is typed: a newer call cancels the older one,
/// and the older one's late answer is dropped.
public final class Lane {

    private long last;
    private Context.@Nullable CancellableContext running;

    synchronized long next() {
        if (running != null) {
            running.cancel(null);
            running = null;
        }
        return ++last;
    }

    /// Forgets what is under way: its answer is no longer wanted.
    public void drop() {
        next();
    }

    synchronized boolean enter(long ticket, Context.CancellableContext context) {
        if (ticket != last) {
            return false;
        }
        running = context;
        return true;
    }

    synchronized boolean isLast(long ticket) {
        return ticket == last;
    }
}
