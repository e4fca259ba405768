package org.clinicdesk.server.command;

import org.clinicdesk.server.backup.Restore;
import org.clinicdesk.server.platform.Changes;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

/// `restore`: puts a backup back, on either database.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        header = "Puts a backup back.",
        description = {
            "Puts a backup back, all of it or nothing, on H2 or PostgreSQL, wherever it was taken.",
            "A clinic that has data is replaced only with --replace; everybody signs in again then."
        })
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand private @Nullable Commands root;

    @Parameters(paramLabel = "FILE", description = "A file that 'backup' wrote.")
    private Path file = Path.of("clinic.zip");

    @Option(names = "--replace", description = "Replace the data that is there.")
    private boolean replace;

    @Override
    public Integer call() throws Exception {
        return Objects.requireNonNull(root)
                .onClinic((clinic, out) -> {
                    var restore = new Restore(clinic.platform().db().dataSource());
                    if (!replace && !restore.empty()) {
                        out.println(
                                "Refused: this clinic has data. Use --replace to replace all of"
                                        + " it.");
                        return 1;
                    }
                    try {
                        var manifest = restore.read(file);
                        clinic.platform().changes().publish(Set.of(Changes.EVERYTHING));
                        out.println(manifest.total() + " rows of " + manifest.at() + " are back.");
                        return 0;
                    } catch (Restore.Unfit e) {
                        out.println("Refused: " + e.getMessage());
                        return 1;
                    }
                });
    }
}
