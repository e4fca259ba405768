package org.clinicdesk.server;

import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;

import org.clinicdesk.server.platform.Certificate;
import org.clinicdesk.server.platform.Changes;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Jobs;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Private;
import org.clinicdesk.server.platform.Rpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A running server: the composition root.
public final class Server implements AutoCloseable {

    /// A document of the record or a photo of it; everything else is far smaller.
    private static final int LARGEST_REQUEST = 8 * 1024 * 1024;

    private final Clinic clinic;
    private final Certificate certificate;
    private final io.grpc.Server grpc;
    private final Jobs jobs;
    private boolean closed;

    /// The database with all features on it, without a network: what commands of the operator work on.
    public record Clinic(Platform platform, Features features) implements AutoCloseable {

        /// Opens the database, brought up to date.
        public static Clinic open(Config config, Clock clock) {
            try {
                Private.folder(config.data());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var changes = new Changes();
            var platform = new Platform(config, new Db(config, clock, changes), clock, changes);
            var features = new Features(platform);
            platform.db()
                    .start(
                            features.all().stream()
                                    .flatMap(feature -> feature.entities().stream())
                                    .toList());
            return new Clinic(platform, features);
        }

        @Override
        public void close() {
            platform.db().close();
        }
    }

    private Server(Clinic clinic, Certificate certificate, io.grpc.Server grpc) {
        this.clinic = clinic;
        this.certificate = certificate;
        this.grpc = grpc;
        this.jobs =
                new Jobs(
                        clinic.features.all().stream()
                                .flatMap(feature -> feature.jobs().stream())
                                .toList());
    }

    /// Opens the clinic and listens.
    public static Server start(Config config, Clock clock) {
        return start(Clinic.open(config, clock));
    }

    /// Listens for a clinic that is open; it is closed with the server.
    public static Server start(Clinic clinic) {
        try {
            var config = clinic.platform.config();
            // The certificate lives by the world's clock, whatever clock the clinic is given.
            var certificate = Certificate.in(config.data(), Clock.systemUTC());
            var server =
                    listener(config, certificate).addServices(services(clinic)).build().start();
            return new Server(clinic, certificate, server);
        } catch (IOException e) {
            clinic.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            clinic.close();
            throw e;
        }
    }

    private static List<ServerServiceDefinition> services(Clinic clinic) {
        var rpc = new Rpc(clinic.platform, clinic.features.session.callers());
        var services =
                clinic.features.all().stream()
                        .flatMap(feature -> feature.services(rpc).stream())
                        .toList();
        rpc.prepare(services);
        return services;
    }

    private static NettyServerBuilder listener(Config config, Certificate certificate)
            throws IOException {
        var tls =
                GrpcSslContexts.forServer(certificate.chain().toFile(), certificate.key().toFile())
                        .protocols("TLSv1.3", "TLSv1.2")
                        .build();
        return NettyServerBuilder.forAddress(new InetSocketAddress(config.host(), config.port()))
                .sslContext(tls)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .maxInboundMessageSize(LARGEST_REQUEST)
                .maxInboundMetadataSize(8 * 1024)
                .keepAliveTime(60, TimeUnit.SECONDS)
                .keepAliveTimeout(20, TimeUnit.SECONDS)
                .permitKeepAliveTime(10, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true);
    }

    public int port() {
        return grpc.getPort();
    }

    /// What a client shows at its first connection.
    public String fingerprint() {
        return certificate.fingerprint();
    }

    public Clinic clinic() {
        return clinic;
    }

    /// What it answers.
    public List<ServerServiceDefinition> services() {
        return grpc.getServices();
    }

    public void awaitTermination() throws InterruptedException {
        grpc.awaitTermination();
    }

    /// Ends in order: no new calls, those that run are finished, then the database. Whoever closes it once more, such as
    /// the one who was waiting for its end, waits until that is done.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        grpc.shutdown();
        jobs.close();
        clinic.features.watch.close();
        try {
            if (!grpc.awaitTermination(5, TimeUnit.SECONDS)) {
                grpc.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        clinic.close();
    }
}
