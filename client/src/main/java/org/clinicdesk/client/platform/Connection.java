package org.clinicdesk.client.platform;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.net.ssl.SSLException;

/// The line to the servers. All calls go to one of them; when it does not answer, the next call goes to the next one, so a
/// repeated call (see [Calls]) reaches a server that lives.
public final class Connection implements AutoCloseable {

    /// The largest answer: a file of 16 MiB and what is around it.
    private static final int MAX_ANSWER = 17 * 1024 * 1024;

    private final Function<Address, ManagedChannel> opener;
    private final Threads threads;
    private final List<Server> servers = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Line> line =
            new ReadOnlyObjectWrapper<>(new Line.Unknown());
    private volatile Server current;
    private volatile boolean told;

    /// @param opener opens a channel to an address; [#overTls] for the network
    public Connection(
            List<Address> addresses, Function<Address, ManagedChannel> opener, Threads threads) {
        this.opener = opener;
        this.threads = threads;
        servers.addAll(addresses.stream().map(Server::new).toList());
        current = servers.getFirst();
    }

    /// A server of the clinic. Its channel is opened by the first call, not on the toolkit's thread: to load what TLS needs
    /// takes a third of the time to the first window.
    private final class Server {
        private final Address address;
        private @Nullable ManagedChannel channel;
        private boolean over;

        private Server(Address address) {
            this.address = address;
        }

        private synchronized ManagedChannel channel() {
            if (channel == null) {
                channel = opener.apply(address);
                if (over) {
                    channel.shutdownNow();
                }
            }
            return channel;
        }

        private synchronized void end() {
            over = true;
            ifOpen(ManagedChannel::shutdownNow);
        }

        /// Does something with the channel if there is one.
        private synchronized void ifOpen(Consumer<ManagedChannel> work) {
            if (channel != null) {
                work.accept(channel);
            }
        }
    }

    /// How the line stands, for the status bar and the banner.
    public sealed interface Line {
        /// Nothing was asked yet.
        record Unknown() implements Line {}

        /// The server answered, and how long the answer took.
        record Up(Duration roundTrip) implements Line {}

        /// No server answers.
        record Down() implements Line {}
    }

    /// TLS with the keys that this desk trusts.
    public static Function<Address, ManagedChannel> overTls(Trust trust) {
        return address -> {
            try {
                return NettyChannelBuilder.forAddress(address.host(), address.port())
                        .sslContext(
                                GrpcSslContexts.forClient()
                                        .trustManager(trust.managerFor(address))
                                        .build())
                        .keepAliveTime(20, TimeUnit.SECONDS)
                        .keepAliveTimeout(5, TimeUnit.SECONDS)
                        .keepAliveWithoutCalls(true)
                        .maxInboundMessageSize(MAX_ANSWER)
                        .build();
            } catch (SSLException e) {
                throw new IllegalStateException("TLS is not available", e);
            }
        };
    }

    /// The channel for stubs; it stays the same when the server behind it changes.
    public Channel channel() {
        return switching;
    }

    public ReadOnlyObjectProperty<Line> line() {
        return line.getReadOnlyProperty();
    }

    /// Talks to other servers from now on.
    public synchronized void use(List<Address> addresses) {
        var old = List.copyOf(servers);
        servers.clear();
        servers.addAll(addresses.stream().map(Server::new).toList());
        current = servers.getFirst();
        old.forEach(server -> server.ifOpen(ManagedChannel::shutdown));
    }

    /// Tries at once to reach the server, instead of waiting for the next attempt.
    public void wake() {
        current.ifOpen(ManagedChannel::resetConnectBackoff);
    }

    @Override
    public synchronized void close() {
        servers.forEach(Server::end);
    }

    private synchronized void failed(Server server) {
        if (server == current) {
            current = servers.get((servers.indexOf(server) + 1) % servers.size());
            current.ifOpen(ManagedChannel::resetConnectBackoff);
        }
        tell(new Line.Down());
    }

    private void tell(Line now) {
        told = now instanceof Line.Up;
        threads.screen().execute(() -> line.set(now));
    }

    private final Channel switching =
            new Channel() {
                @Override
                public <Q, R> ClientCall<Q, R> newCall(
                        MethodDescriptor<Q, R> method, CallOptions options) {
                    var server = current;
                    return new SimpleForwardingClientCall<>(
                            server.channel().newCall(method, options)) {
                        @Override
                        public void start(Listener<R> listener, Metadata headers) {
                            super.start(
                                    new Observed<>(listener, server, method.getType()), headers);
                        }
                    };
                }

                @Override
                public String authority() {
                    return current.channel().authority();
                }
            };

    /// Learns from every call how the line stands.
    private final class Observed<R> extends SimpleForwardingClientCallListener<R> {

        private static final Metadata.Key<byte[]> DETAILS =
                Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);
        private final Server server;
        private final boolean unary;
        private final long began = System.nanoTime();

        private Observed(
                ClientCall.Listener<R> listener, Server server, MethodDescriptor.MethodType type) {
            super(listener);
            this.server = server;
            this.unary = type == MethodDescriptor.MethodType.UNARY;
        }

        @Override
        public void onMessage(R message) {
            if (unary || !told) {
                tell(new Line.Up(Duration.ofNanos(System.nanoTime() - began)));
            }
            super.onMessage(message);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (status.getCode() == Status.Code.UNAVAILABLE && !trailers.containsKey(DETAILS)) {
                failed(server);
            } else if (status.getCode() != Status.Code.CANCELLED
                    && status.getCode() != Status.Code.DEADLINE_EXCEEDED
                    && !told) {
                tell(new Line.Up(Duration.ofNanos(System.nanoTime() - began)));
            }
            super.onClose(status, trailers);
        }
    }
}
