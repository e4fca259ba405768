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
        var clinic = Server.Clinic.open(commands.config(host, port), Commands.CLOCK);
        if (sample) {
            SampleClinic.fill(clinic);
        }
        var password = new Setup(clinic).firstStart(name, zone);
        try (var server = Server.start(clinic);
                var control = Commands.control(clinic)) {
            password.ifPresent(secret ->
                    out.println(
                            "First administrator: "
                                    + Setup.ADMINISTRATOR
                                    + "\nOne-time password:   "
                                    + secret
                                    + "\nIt must be changed at the first sign-in."));
            ready(server, out);
            stopInOrder(server, control);
            server.awaitTermination();
        }
        return 0;
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
    private static void stopInOrder(Server server, Control control) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            control.close();
                            server.close();
                        }));
    }
}
