package org.clinicdesk.server.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The packaged server as a process of its own.
final class Program implements AutoCloseable {

    private static final Path START =
            Path.of("target", "clinicdesk-server", "bin", "clinicdesk-server");

    private final Process process;
    private final double seconds;
    private final int port;

    /// Starts it and waits until it is ready.
    Program(Path data) throws IOException {
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
                        .start();
        port = ready();
        seconds = (System.nanoTime() - begun) / 1e9;
    }

    private int ready() throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Ready at port ")) {
                Thread.startVirtualThread(() -> lines.lines().forEach(_ -> {}));
                return Integer.parseInt(line.split(" ")[3]);
            }
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
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
