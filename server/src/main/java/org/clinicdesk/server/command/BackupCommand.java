package org.clinicdesk.server.command;

import org.clinicdesk.server.backup.Backup;
import org.clinicdesk.server.backup.OwnTables;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `backup`: the whole clinic in one file, while it works.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        header = "Writes the whole clinic into one file.",
        description = {
            "Writes the whole clinic into one file, while desks go on working.",
            "The file holds patients' data in plain: keep it where only you can read it. One that"
                    + " is there is replaced only with --replace."
        })
final class BackupCommand implements Callable<Integer> {

    @ParentCommand private @Nullable Commands root;

    @Parameters(
            paramLabel = "FILE",
            description = "The file to write, such as clinic-2026-11-21.zip.")
    private Path file = Path.of("clinic.zip");

    @Option(names = "--replace", description = "Replace the file if it is there.")
    private boolean replace;

    @Override
    public Integer call() throws Exception {
        var commands = Objects.requireNonNull(root);
        if (!replace && Files.exists(file)) {
            throw new Plain.Refused(file + " is there already. Use --replace to replace it.");
        }
        var folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Plain.Refused("there is no folder " + folder + ".");
        }
        return commands.onClinic((clinic, out) -> {
            var db = clinic.platform().db();
            var own = new OwnTables(clinic.platform().config());
            var manifest =
                    new Backup(db.dataSource(), db.postgresql(), Commands.CLOCK, own).write(file);
            out.println(
                    manifest.total()
                            + " rows of "
                            + manifest.rows().size()
                            + " tables, "
                            + manifest.ownTables().map(Map::size).orElse(0)
                            + " tables of own knowledge, "
                            + Files.size(file) / 1024
                            + " KB: "
                            + file);
            return 0;
        });
    }
}
