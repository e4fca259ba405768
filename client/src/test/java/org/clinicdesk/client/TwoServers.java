package org.clinicdesk.client;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.clinicdesk.client.platform.Address;
import org.clinicdesk.client.platform.Connection;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Settings;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.client.platform.Trust;
import org.clinicdesk.server.Main;
import org.clinicdesk.server.Server;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.sample.SampleClinic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Two servers of the sample clinic on one PostgreSQL, set up as the README says: one in this process, one in a process of
/// its own that can be killed.
final class TwoServers implements AutoCloseable {

    static final Clock CLOCK = Clock.systemUTC();

    private final EmbeddedPostgres postgres;
    private final Path folder;
    private final Server survivor;
    private final Process doomed;
    private final Address doomedAddress;
    private final List<Desk> desks = new ArrayList<>();
    private final List<ExecutorService> screens = new ArrayList<>();

    TwoServers() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
        folder = Files.createTempDirectory("clinicdesk-two");
        var database = "postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/postgres";
        var clinic =
                Server.Clinic.open(
                        new Config(folder.resolve("survivor"), database, "127.0.0.1", 0), CLOCK);
        SampleClinic.fill(clinic);
        survivor = Server.start(clinic);
        var beside = Files.createDirectory(folder.resolve("doomed"));
        for (var file : List.of("server.key", "server.crt")) {
            Files.copy(folder.resolve("survivor").resolve(file), beside.resolve(file));
        }
        doomed = serve(beside, database);
        doomedAddress = new Address("localhost", portOf(doomed));
    }

    private static Process serve(Path data, String database) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "serve",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--data",
                        data.toString(),
                        "--database",
                        database)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int portOf(Process process) throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Ready at port ")) {
                return Integer.parseInt(line.split(" ")[3]);
            }
        }
        throw new IOException("The second server did not start");
    }

    /// Without a word to anybody: no hook runs, nothing is finished.
    void kill() throws InterruptedException {
        doomed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    Server survivor() {
        return survivor;
    }

    java.sql.Connection database() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    /// A desk that was told both addresses and talks to the one that will die. Somebody compared the key of that one only.
    Desk deskAtTheDoomed() throws IOException {
        return desk(doomedAddress, address());
    }

    Desk deskAtTheSurvivor() throws IOException {
        return desk(address(), doomedAddress);
    }

    private Address address() {
        return new Address("localhost", survivor.port());
    }

    private Desk desk(Address first, Address second) throws IOException {
        var settings = Settings.in(Files.createTempDirectory(folder, "desk"));
        settings.language(Locale.ENGLISH);
        settings.servers(first + ", " + second);
        new Trust(settings).accept(first, survivor.fingerprint());
        var screen = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
        screens.add(screen);
        var desk =
                Desk.open(
                        settings,
                        Connection::overTls,
                        new Threads(Thread::startVirtualThread, screen, Thread::sleep),
                        CLOCK,
                        Features.ALL);
        desks.add(desk);
        return desk;
    }

    @Override
    public void close() throws IOException {
        desks.forEach(Desk::close);
        doomed.destroyForcibly();
        survivor.close();
        screens.forEach(ExecutorService::shutdownNow);
        postgres.close();
    }
}
