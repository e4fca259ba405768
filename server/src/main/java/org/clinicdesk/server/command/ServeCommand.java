package org.clinicdesk.server.command;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.Setup;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.sample.SampleClinic;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.FileSystemException;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/// `serve`: opens the clinic to its desks.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        header = "Opens the clinic to its desks.",
        description = {
            "Opens the clinic to its desks, over TLS only, until it is stopped (Ctrl+C).",
            "The first start makes the database, the certificate and one administrator."
        })
final class ServeCommand implements Callable<Integer> {

    @ParentCommand private @Nullable Commands root;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "0.0.0.0",
            description = "Listen at. Default: all.")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + Config.DEFAULT_PORT,
            description = "Listen at. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--clinic",
            paramLabel = "NAME",
            defaultValue = "My clinic",
            description = "Name, at first start.")
    private String name = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone, at first start. Default: the machine's.")
    private ZoneId zone = ZoneId.systemDefault();

    @Option(
            names = "--sample",
            description = "Fill a new clinic with invented people, to try it out.")
    private boolean sample;

    @Override
    public Integer call() throws Exception {
        var commands = java.util.Objects.requireNonNull(root);
        var out = commands.out();
        if (new InetSocketAddress(host, port).isUnresolved()) {
            throw new Plain.Refused("there is no address " + host + " to listen at.");
        }
        var clinic = Server.Clinic.open(commands.config(host, port), Commands.CLOCK);
        if (sample) {
            SampleClinic.fill(clinic);
        }
        // Told at once: it is never told again, and what follows may fail.
        new Setup(clinic)
                .firstStart(name, zone)
                .ifPresent(secret ->
                        out.println(
                                "First administrator: "
                                        + Setup.ADMINISTRATOR
                                        + "\nOne-time password:   "
                                        + secret
                                        + "\nIt must be changed at the first sign-in."));
        try (var server = listening(clinic);
                var control = Commands.control(clinic)) {
            stopInOrder(server, control, StartUpCache.keep());
            ready(server, out);
            server.awaitTermination();
        }
        return 0;
    }

    private Server listening(Server.Clinic clinic) throws Plain.Refused {
        try {
            return Server.start(clinic);
        } catch (UncheckedIOException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            if (root instanceof FileSystemException) {
                throw e;
            }
            throw new Plain.Refused(
                    "the server cannot listen at "
                            + host
                            + ", port "
                            + port
                            + ": "
                            + String.valueOf(root.getMessage())
                                    .replaceFirst("^bind\\(.*\\): ", ""));
        }
    }

    private static void ready(Server server, PrintWriter out) {
        out.println(
                "Fingerprint of this server (desks ask to compare it):\n  " + server.fingerprint());
        out.println(
                "Ready at port "
                        + server.port()
                        + " after "
                        + ProcessHandle.current()
                                .info()
                                .startInstant()
                                .map(start ->
                                        java.time.Duration.between(start, Commands.CLOCK.instant())
                                                .toMillis())
                                .orElse(0L)
                        + " ms.");
    }

    /// Ctrl+C and a service manager's stop finish what runs and close the database.
    private static void stopInOrder(Server server, Control control, boolean cached) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            control.close();
                            server.close();
                            if (cached) {
                                StartUpCache.silence();
                            }
                        }));
    }
}
