package org.clinicdesk.server.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// Measures how long the packaged server takes to be ready, and its memory: the first start, which makes the start-up
/// cache, and later ones, which use it.
final class StartBench {

    private final PrintStream out;
    private final Path folder;

    StartBench(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    void run() throws IOException {
        for (var start = 1; start <= 4; start++) {
            try (var program = new Program(folder.resolve("start"))) {
                out.printf(
                        "%-34s start %d      ready after %.1f s, resident %d MB%n",
                        "packaged server, H2", start, program.seconds(), program.residentMb());
            }
        }
    }
}
