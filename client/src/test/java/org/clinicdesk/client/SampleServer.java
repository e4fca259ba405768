package org.clinicdesk.client;

import org.clinicdesk.client.platform.Address;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Connection;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Settings;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.client.platform.Trust;
import org.clinicdesk.server.Server;
import org.clinicdesk.server.Setup;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.session.v1.SignInResponse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// A real server with the sample clinic, reached over TLS, and desks at it.
public final class SampleServer implements AutoCloseable {

    /// Monday, 23 November 2026, 09:00 in the sample clinic.
    public static final Clock MONDAY_MORNING =
            Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private Server server;
    private final List<Desk> desks = new ArrayList<>();

    private SampleServer(Path folder, Server server) {
        this.folder = folder;
        this.server = server;
    }

    public static SampleServer start() {
        try {
            var folder = Files.createTempDirectory("clinicdesk-test");
            var data = Files.createDirectory(folder.resolve("data"));
            try (var files = Files.list(Sample.DATA)) {
                for (var file : files.toList()) {
                    Files.copy(file, data.resolve(file.getFileName()));
                }
            }
            return new SampleServer(folder, Server.start(open(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A server of a clinic that was set up just now: nobody is there but `admin`, with the sample's password.
    public static SampleServer startNew() {
        try {
            var folder = Files.createTempDirectory("clinicdesk-new");
            var clinic = open(folder.resolve("data"));
            new Setup(clinic).firstStart("Phòng khám Mới", SampleClinic.ZONE);
            Call.system(
                    "test",
                    () ->
                            clinic.platform()
                                    .db()
                                    .write(() -> {
                                        clinic.features()
                                                .staff
                                                .staff()
                                                .byLogin(Setup.ADMINISTRATOR)
                                                .orElseThrow()
                                                .setPassword(HASH);
                                        return null;
                                    }));
            return new SampleServer(folder, Server.start(clinic));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Server.Clinic open(Path data) {
        return Server.Clinic.open(Config.embedded(data, 0), MONDAY_MORNING);
    }

    /// The password of the sample clinic at the least cost: tests sign in thousands of times.
    private static final String HASH =
            "$argon2id$v=19$m=8,t=1,p=1$YSBzYW1wbGUncyBzYWx0Lg$PD7O9xc+5IU0bu3pu9lOsVhcH5Pg0AUdXodvBxJ1n6U";

    /// Filled once: each server gets a copy of its own.
    private static final class Sample {
        private static final Path DATA = filled();

        private static Path filled() {
            try {
                var data = Files.createTempDirectory("clinicdesk-sample");
                try (var clinic = open(data)) {
                    SampleClinic.fill(clinic, HASH);
                }
                return data;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public Server server() {
        return server;
    }

    public Address address() {
        return new Address("localhost", server.port());
    }

    /// Settings of a new desk that knows the server already.
    public Settings settings() {
        var settings = strangeSettings();
        new Trust(settings).accept(address(), server.fingerprint());
        return settings;
    }

    /// Settings of a new desk that has never met the server.
    public Settings strangeSettings() {
        try {
            var settings = Settings.in(Files.createTempDirectory(folder, "desk"));
            settings.servers(address().toString());
            settings.language(Locale.ENGLISH);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A desk at which nobody sits yet; everything runs in place.
    public Desk desk() {
        return desk(settings(), Threads.inPlace());
    }

    public Desk desk(Settings settings, Threads threads) {
        var desk = Desk.open(settings, Connection::overTls, threads, MONDAY_MORNING, Features.ALL);
        desks.add(desk);
        return desk;
    }

    /// A desk whose line can be cut.
    public Desk desk(Threads threads, CutLine line) {
        var desk =
                Desk.open(
                        settings(),
                        trust -> {
                            var tls = Connection.overTls(trust);
                            return address -> line.over(tls.apply(address));
                        },
                        threads,
                        MONDAY_MORNING,
                        Features.ALL);
        desks.add(desk);
        return desk;
    }

    /// A desk at which somebody of the sample clinic sits: `linh` is a receptionist.
    public Desk deskOf(String login) {
        var desk = desk();
        signIn(desk, login);
        return desk;
    }

    public void signIn(Desk desk, String login) {
        var request =
                SignInRequest.newBuilder()
                        .setLogin(login)
                        .setPassword(SampleClinic.PASSWORD)
                        .build();
        var stub = SessionServiceGrpc.newBlockingV2Stub(desk.channel());
        var done = new CompletableFuture<SignInResponse>();
        new Calls(
                        Threads.inPlace(),
                        () -> 0,
                        problem -> done.completeExceptionally(new AssertionError(problem)))
                .call(() -> stub.signIn(request))
                .then(done::complete);
        var answer = done.join();
        desk.session().open(answer.getToken(), answer.getDesk());
    }

    @Override
    public void close() {
        desks.forEach(Desk::close);
        server.close();
        // A test class keeps this in a field to the end of all tests: it must not keep every screen
        // and database too.
        desks.clear();
        server = null;
    }
}
