package org.clinicdesk.server;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.Desk;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.session.v1.SignInResponse;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import javax.net.ssl.SSLException;

/// A running server with the sample clinic, and channels to it as whoever a test needs to be.
public final class TestServer implements AutoCloseable {

    /// Monday, 23 November 2026, 09:00 in the sample clinic.
    public static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");

    public static final Metadata.Key<String> REQUEST_ID =
            Metadata.Key.of("request-id", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private static final Metadata.Key<String> LOCALE =
            Metadata.Key.of("locale", Metadata.ASCII_STRING_MARSHALLER);

    /// A login of the sample clinic for each role.
    public static final Map<String, String> LOGINS =
            Map.ofEntries(
                    Map.entry("receptionist", "linh"),
                    Map.entry("doctor", "okafor"),
                    Map.entry("head-doctor", "duc"),
                    Map.entry("nurse", "banerjee"),
                    Map.entry("head-nurse", "novak"),
                    Map.entry("pharmacist", "castro"),
                    Map.entry("laboratory-technician", "bao"),
                    Map.entry("human-resources", "ortega"),
                    Map.entry("administrator", "quynh"),
                    Map.entry("master-administrator", "admin"),
                    Map.entry("waiting-room-screen", "screen"),
                    Map.entry("kiosk", "kiosk"));

    private final Config config;
    private final MovingClock clock;
    private final Server server;
    private final ManagedChannel channel;
    private final Map<String, SignInResponse> signedIn = new ConcurrentHashMap<>();

    private TestServer(Config config, MovingClock clock, Server server) {
        this.config = config;
        this.clock = clock;
        this.server = server;
        this.channel = connect();
    }

    /// The sample clinic on a Monday morning. It is filled once: each server gets a copy of its own.
    static TestServer sample() {
        return start(Databases.copyOf(Sample.CLINIC));
    }

    /// The password of the sample clinic at the least cost: tests sign in thousands of times.
    private static final String HASH =
            "$argon2id$v=19$m=8,t=1,p=1$YSBzYW1wbGUncyBzYWx0Lg$PD7O9xc+5IU0bu3pu9lOsVhcH5Pg0AUdXodvBxJ1n6U";

    private static final class Sample {
        private static final Config CLINIC = filled();

        private static Config filled() {
            var config = Databases.fresh();
            try (var clinic = Server.Clinic.open(config, new MovingClock(MONDAY_MORNING))) {
                SampleClinic.fill(clinic, HASH);
            }
            return config;
        }
    }

    public static TestServer start(Config config) {
        return start(config, new MovingClock(MONDAY_MORNING));
    }

    /// A clinic that was only set up: nobody is in it but its administrator.
    public static TestServer startEmpty(Config config) {
        var clock = new MovingClock(MONDAY_MORNING);
        var clinic = Server.Clinic.open(config, clock);
        new Setup(clinic).firstStart(SampleClinic.NAME, SampleClinic.ZONE);
        return new TestServer(config, clock, Server.start(clinic));
    }

    public static TestServer start(Config config, MovingClock clock) {
        var clinic = Server.Clinic.open(config, clock);
        SampleClinic.fill(clinic, HASH);
        return new TestServer(config, clock, Server.start(clinic));
    }

    /// A second server on the same database and clock.
    public TestServer beside() {
        return start(Databases.beside(config), clock);
    }

    /// A connection of its own: TLS, the certificate known.
    public ManagedChannel connect() {
        try {
            var tls =
                    GrpcSslContexts.forClient()
                            .trustManager(config.data().resolve("server.crt").toFile())
                            .build();
            return NettyChannelBuilder.forAddress("localhost", server.port())
                    .sslContext(tls)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A channel without a token; writes get a new request id each.
    public Channel nobody() {
        return requestIds(channel);
    }

    /// The same channel, with a new request id on each call that has none.
    public static Channel requestIds(Channel channel) {
        return ClientInterceptors.intercept(channel, new NewRequestIds());
    }

    /// A channel as somebody with the role, signed in; writes get a new request id each.
    public Channel as(String role) {
        return withToken(signIn(LOGINS.get(role)).getToken());
    }

    public Channel withToken(String token) {
        return withToken(nobody(), token);
    }

    /// A desk with this role that speaks a language.
    public Channel speaking(String language, String role) {
        var metadata = new Metadata();
        metadata.put(LOCALE, language);
        return ClientInterceptors.intercept(
                as(role), MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    public static Channel withToken(Channel channel, String token) {
        var metadata = new Metadata();
        metadata.put(AUTHORIZATION, "Bearer " + token);
        return ClientInterceptors.intercept(
                channel, MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    /// The same channel, with this request id on every call.
    public static Channel repeating(Channel channel, UUID requestId) {
        var metadata = new Metadata();
        metadata.put(REQUEST_ID, requestId.toString());
        return ClientInterceptors.intercept(
                channel, MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    /// Signs in once for each login; the same session after that.
    public SignInResponse signIn(String login) {
        return signedIn.computeIfAbsent(login, _ -> freshSignIn(login));
    }

    /// A new session.
    public SignInResponse freshSignIn(String login) {
        var request =
                SignInRequest.newBuilder()
                        .setLogin(login)
                        .setPassword(SampleClinic.PASSWORD)
                        .setWorkstation("Desk 1")
                        .build();
        return SessionServiceGrpc.newBlockingStub(nobody()).signIn(request);
    }

    public Desk desk(String role) {
        return signIn(LOGINS.get(role)).getDesk();
    }

    /// Looks into the database, past the contract.
    public <T> T inDatabase(Supplier<T> work) {
        var found = new AtomicReference<T>();
        Call.system("test", () -> found.set(clinic().platform().db().read(work)));
        return found.get();
    }

    /// Changes the database, past the contract.
    public void change(Runnable work) {
        Call.system(
                "test",
                () ->
                        clinic().platform()
                                .db()
                                .write(() -> {
                                    work.run();
                                    return null;
                                }));
    }

    public Server.Clinic clinic() {
        return server.clinic();
    }

    public Server server() {
        return server;
    }

    public MovingClock clock() {
        return clock;
    }

    @Override
    public void close() throws InterruptedException {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        server.close();
    }
}
