package org.clinicdesk.server.command;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.exchange.Progress;
import org.clinicdesk.server.platform.Private;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `import`: takes records of other systems in.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Takes FHIR R4 bundles in.",
        description = {
            "Takes FHIR R4 bundles in: a folder, a file or a .tgz. A second time changes nothing"
                + " that did not change. A broken bundle is refused with file, position and reason;"
                + " the rest goes on. Every entry read is counted as stored, linked, or listed with"
                + " the reason why it was not taken."
        })
final class ImportCommand implements Callable<Integer> {

    private static final int BAR = 40;

    @ParentCommand private @Nullable Commands root;

    @Parameters(paramLabel = "PATH", description = "The folder, file or .tgz.")
    private Path path = Path.of("");

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the report as JSON, with every entry listed.")
    private @Nullable Path report;

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(path)) {
            throw new Plain.Refused("there is no " + path + " that could be read.");
        }
        if (report != null) {
            var folder = report.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new Plain.Refused("there is no folder " + folder + " for the report.");
            }
        }
        return Objects.requireNonNull(root).onClinic(_ -> {}, this::take);
    }

    private int take(Server.Clinic clinic, PrintWriter out) throws IOException {
        var writer =
                report == null
                        ? null
                        : new OutputStreamWriter(Private.write(report), StandardCharsets.UTF_8);
        try (writer) {
            var outcome = clinic.features().exchange.fhirImport().run(path, bar(out));
            out.println();
            out.println(outcome.table());
            if (writer != null) {
                writer.write(outcome.json());
            }
            return outcome.refused().isEmpty() && outcome.adds() ? 0 : 1;
        }
    }

    /// Drawn anew at each whole percent, not more often.
    private static Progress bar(PrintWriter out) {
        var drawn = new int[] {-1};
        return (done, total, entries) -> {
            var percent = total == 0 ? 100 : (int) (100 * done / total);
            if (percent != drawn[0]) {
                drawn[0] = percent;
                var full = percent * BAR / 100;
                out.printf(
                        "\r[%s%s] %3d %% %,d entries",
                        "#".repeat(full), ".".repeat(BAR - full), percent, entries);
                out.flush();
            }
        };
    }
}
