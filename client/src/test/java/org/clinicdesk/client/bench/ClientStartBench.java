package org.clinicdesk.client.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Measures how long the packaged client takes to its first window, and its memory: the first start without the start-up
/// cache, which it makes when it ends, and three later ones, which use it. On the display where there is one.
public final class ClientStartBench {

    private static final int STARTS = 4;
    private static final long WINDOW_SECONDS = 60;

    /// The first one to end writes its start-up cache, which takes a while.
    private static final long END_SECONDS = 180;

    private final PrintStream out;
    private final Path program;
    private final Path folder;
    private final boolean display;

    private ClientStartBench(PrintStream out, Path program, Path folder, boolean display) {
        this.out = out;
        this.program = program;
        this.folder = folder;
        this.display = display;
    }

    /// @param args the folder of the packaged program
    static void main(String[] args) throws IOException, InterruptedException {
        var bench =
                new ClientStartBench(
                        new PrintStream(System.out, true, StandardCharsets.UTF_8),
                        Path.of(args[0]),
                        Files.createTempDirectory("clinicdesk-start"),
                        hasDisplay(System.getenv(), System.getProperty("os.name")));
        Files.deleteIfExists(bench.program.resolve("lib").resolve("client.aot"));
        for (var start = 1; start <= STARTS; start++) {
            bench.start(start);
        }
    }

    private static boolean hasDisplay(Map<String, String> environment, String system) {
        return system.startsWith("Windows")
                || system.startsWith("Mac")
                || environment.containsKey("DISPLAY");
    }

    private void start(int number) throws IOException, InterruptedException {
        var started = folder.resolve("started-" + number);
        var process = open(started);
        try {
            var seconds = awaitMillis(process, started) / 1000.0;
            out.printf(
                    "%-34s start %d      first window after %.2f s, resident %d MB%s%n",
                    "packaged client, " + (display ? "display" : "headless platform"),
                    number,
                    seconds,
                    residentMb(process),
                    number == 1 ? ", without the start-up cache" : "");
        } finally {
            process.destroy();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private Process open(Path started) throws IOException {
        var builder =
                new ProcessBuilder(
                        program.resolve("bin").resolve("clinicdesk").toAbsolutePath().toString());
        builder.environment().put("CLINICDESK_STARTED", started.toString());
        builder.environment().put("CLINICDESK_CONFIG", folder.resolve("config").toString());
        if (!display) {
            builder.environment()
                    .put("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
        }
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.log").toFile())
                .start();
    }

    private long awaitMillis(Process process, Path started) throws IOException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WINDOW_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            if (Files.exists(started)) {
                var millis = Files.readString(started);
                if (!millis.isEmpty()) {
                    return Long.parseLong(millis);
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        throw new IllegalStateException(
                "No window was shown: " + Files.readString(folder.resolve("said.log")));
    }

    /// Resident memory in MB, as the kernel counts it; -1 where it does not.
    private static long residentMb(Process process) throws IOException {
        var status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}
