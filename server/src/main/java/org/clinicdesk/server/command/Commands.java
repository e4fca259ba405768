package org.clinicdesk.server.command;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.platform.Schema;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// The root of the command line: what all commands share.
@Command(
        name = "clinicdesk-server",
        description = {
            "The server of a clinic: its patients, appointments, prescriptions and stock.",
            "",
            "Start it with 'serve'. The first start prints the password of the first administrator"
                + " and the fingerprint that desks are asked to compare. All other commands may be"
                + " used while it runs."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        footer = {
            "",
            "Exit codes: 0 done, 1 refused or faults found, 2 wrong use.",
            "Environment: CLINICDESK_DATA and CLINICDESK_DATABASE stand for --data and --database."
        },
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            UserCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CheckCommand.class,
            KnowledgeCommand.class
        })
public final class Commands implements Runnable {

    /// Microseconds: what both databases keep. A finer instant would change when it is read back.
    static final Clock CLOCK = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    @Option(
            names = "--data",
            scope = CommandLine.ScopeType.INHERIT,
            paramLabel = "DIR",
            defaultValue = "${env:CLINICDESK_DATA:-${sys:user.home}/clinicdesk-data}",
            description = "The folder of the clinic's files. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of("clinicdesk-data");

    @Option(
            names = "--database",
            scope = CommandLine.ScopeType.INHERIT,
            paramLabel = "URL",
            defaultValue = "${env:CLINICDESK_DATABASE:-}",
            description =
                    "postgresql://user:password@host:port/name. Without it, an H2 file in the"
                            + " folder.")
    private String database = "";

    @Spec private @Nullable CommandSpec spec;

    /// The clinic of the server that runs this very command; null on a command line of its own.
    private final Server.@Nullable Clinic running;

    private Commands(Server.@Nullable Clinic running) {
        this.running = running;
    }

    /// Runs a command line. @return the exit code
    public static int run(String[] args) {
        var code =
                run(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                        args);
        StartUpCache.discard();
        return code;
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return line(null, Path.of(""), out, err).execute(args);
    }

    private static CommandLine line(
            Server.@Nullable Clinic running, Path folder, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Commands(running))
                .registerConverter(Path.class, text -> folder.toAbsolutePath().resolve(text))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, line, _) -> {
                    line.getErr().println(Plain.words(e));
                    return 1;
                });
    }

    @Override
    public void run() {
        commandLine().usage(commandLine().getOut());
    }

    Config config(String host, int port) {
        return new Config(data, database.isEmpty() ? null : database, host, port);
    }

    /// The folder of the clinic.
    Path data() {
        return data;
    }

    PrintWriter out() {
        return commandLine().getOut();
    }

    private CommandLine commandLine() {
        return java.util.Objects.requireNonNull(spec).commandLine();
    }

    /// Takes commands for a clinic that is open in this process.
    static Control control(Server.Clinic clinic) throws IOException {
        return Control.listen(
                clinic.platform().config().data(), (typed, out) -> handed(clinic, typed, out));
    }

    /// Runs what another process handed over, unless it was meant for another database.
    private static int handed(Server.Clinic clinic, Control.Typed typed, PrintWriter out) {
        var config = clinic.platform().config();
        if (!typed.database().isEmpty() && !config.keeps(typed.database())) {
            out.println(
                    "Refused: the server that runs on "
                            + config.data()
                            + " keeps another database than the one that was given. Nothing was"
                            + " done.");
            return 1;
        }
        return line(clinic, typed.folder(), out, out).execute(typed.args());
    }

    /// A command's work on a clinic.
    interface Work {
        int on(Server.Clinic clinic, PrintWriter out) throws Exception;
    }

    /// What is done before a clinic is opened, while its tables may be those of a former version.
    interface Before {
        void opening(Config config) throws Exception;
    }

    /// Does the work in the server that runs on the folder, or here when none does. Refused where there is no clinic: a
    /// folder that was mistyped must not be taken for an empty one.
    int onClinic(Work work) throws Exception {
        return onClinic(
                config -> {
                    if (!Schema.exists(config)) {
                        throw new Plain.Refused(
                                "there is no clinic in "
                                        + (config.database() == null
                                                ? config.data()
                                                : "the database that was given")
                                        + "; 'serve' makes one.");
                    }
                },
                work);
    }

    /// The same, but makes a clinic where there is none; where no server runs, something is done before it is opened.
    int onClinic(Before before, Work work) throws Exception {
        if (running != null) {
            return work.on(running, out());
        }
        var config = config("127.0.0.1", 0);
        var args = commandLine().getParseResult().originalArgs().toArray(String[]::new);
        var typed = new Control.Typed(Path.of("").toAbsolutePath(), database, args);
        var handed = Control.hand(data, typed, out());
        if (handed.isPresent()) {
            return handed.getAsInt();
        }
        before.opening(config);
        try (var clinic = Server.Clinic.open(config, CLOCK)) {
            return work.on(clinic, out());
        }
    }

    /// The version of the packaged program.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {
                "ClinicDesk server " + (version == null ? "(development)" : version)
            };
        }
    }
}
