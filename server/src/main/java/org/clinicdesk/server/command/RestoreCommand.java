package org.clinicdesk.server.command;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.backup.Manifest;
import org.clinicdesk.server.backup.OwnTables;
import org.clinicdesk.server.backup.Restore;
import org.clinicdesk.server.platform.Changes;
import org.clinicdesk.server.platform.Config;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.io.PrintWriter;
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
            "A clinic that has data is replaced only with --replace; everybody signs in again"
                    + " then.",
            "The practice's own tables of knowledge are put back into DATA/knowledge; those that"
                    + " are there stay beside them, their names ending in .before-restore.",
            "A backup of an older program goes into a folder or database that was never used, and"
                    + " is brought up to date there."
        })
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand private @Nullable Commands root;

    @Parameters(paramLabel = "FILE", description = "A file that 'backup' wrote.")
    private Path file = Path.of("clinic.zip");

    @Option(names = "--replace", description = "Replace the data that is there.")
    private boolean replace;

    /// What an unused database was filled with before it was opened; null when it was not.
    private @Nullable Manifest filled;

    @Override
    public Integer call() throws Exception {
        try {
            Restore.manifest(file);
            return Objects.requireNonNull(root).onClinic(this::former, this::restore);
        } catch (Restore.Unfit e) {
            Objects.requireNonNull(root).out().println("Refused: " + e.getMessage());
            return 1;
        }
    }

    private void former(Config config) throws Exception {
        filled = Restore.former(file, config).orElse(null);
    }

    private int restore(Server.Clinic clinic, PrintWriter out) throws Exception {
        var manifest = filled;
        if (manifest == null) {
            var restore = new Restore(clinic.platform().db().dataSource());
            if (!replace && !restore.empty()) {
                out.println("Refused: this clinic has data. Use --replace to replace all of it.");
                return 1;
            }
            manifest = restore.read(file);
            clinic.platform().changes().publish(Set.of(Changes.EVERYTHING));
        }
        out.println(manifest.total() + " rows of " + manifest.at() + " are back.");
        var config = clinic.platform().config();
        var tables = new OwnTables(config).putBack(file);
        if (tables > 0) {
            out.println(
                    tables
                            + " tables of own knowledge are back in "
                            + config.data().resolve("knowledge")
                            + "; every other server of the clinic needs the same.");
        }
        return 0;
    }
}
