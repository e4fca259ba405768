package org.clinicdesk.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The packaged server as a process of its own.
final class Program implements AutoCloseable {

    private static final Path START =
            Path.of("target", "clinicdesk-server", "bin", "clinicdesk-server");

    /// The first one to end writes its start-up cache, which takes a while.
    private static final int END_SECONDS = 180;

    private final Path said;
    private final Process process;
    private final double seconds;
    private final int port;

    /// Starts it and waits until it is ready.
    Program(Path data) throws IOException {
        said = Files.createTempFile(Files.createDirectories(data), "said", ".log");
        var begun = System.nanoTime();
        process =
                new ProcessBuilder(
                                START.toAbsolutePath().toString(),
                                "serve",
                                "--sample",
                                "--host",
                                "127.0.0.1",
                                "--port",
                                "0",
                                "--data",
                                data.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        port = ready();
        seconds = (System.nanoTime() - begun) / 1e9;
    }

    private int ready() throws IOException {
        while (process.isAlive()) {
            for (var line : Files.readAllLines(said)) {
                if (line.startsWith("Ready at port ")) {
                    return Integer.parseInt(line.split(" ")[3]);
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        throw new IllegalStateException("The packaged server did not start: mvn package first");
    }

    double seconds() {
        return seconds;
    }

    int port() {
        return port;
    }

    /// Resident memory in MB, as the kernel counts it.
    long residentMb() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
