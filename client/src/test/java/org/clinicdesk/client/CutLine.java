package org.clinicdesk.client;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;

/// A line to a real server that can be cut and mended: `Desk.open(settings, trust -> address -> line.over(...))`.
public final class CutLine {

    private volatile boolean cut;

    /// From now on no server answers.
    public void cut() {
        cut = true;
    }

    public void mend() {
        cut = false;
    }

    /// A channel that goes through here.
    public ManagedChannel over(ManagedChannel channel) {
        return new Cuttable(channel);
    }

    private final class Cuttable extends ManagedChannel {

        private final ManagedChannel channel;

        private Cuttable(ManagedChannel channel) {
            this.channel = channel;
        }

        @Override
        public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
            return cut ? new Unanswered<>() : channel.newCall(method, options);
        }

        @Override
        public String authority() {
            return channel.authority();
        }

        @Override
        public ManagedChannel shutdown() {
            channel.shutdown();
            return this;
        }

        @Override
        public ManagedChannel shutdownNow() {
            channel.shutdownNow();
            return this;
        }

        @Override
        public boolean isShutdown() {
            return channel.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return channel.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return channel.awaitTermination(timeout, unit);
        }
    }

    private static final class Unanswered<Q, R> extends ClientCall<Q, R> {

        @Override
        public void start(Listener<R> listener, Metadata headers) {
            listener.onClose(Status.UNAVAILABLE, new Metadata());
        }

        @Override
        public void request(int messages) {}

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {}

        @Override
        public void halfClose() {}

        @Override
        public void sendMessage(Q message) {}
    }
}
