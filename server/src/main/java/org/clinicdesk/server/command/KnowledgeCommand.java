package org.clinicdesk.server.command;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.drug.evaluate.Evaluation;
import org.clinicdesk.server.drug.evaluate.Grammar;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `knowledge`: what the checks of a prescription know. Needs no clinic.
@Command(
        name = "knowledge",
        mixinStandardHelpOptions = true,
        header = "Tries out what the checks of a prescription know.",
        description = {
            "Interactions, allergies, duplicates, contraindications and doses are checked by plain"
                    + " tables that are shipped with the server. Needs no clinic and no database."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KnowledgeCommand.Evaluate.class})
final class KnowledgeCommand implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }

    /// `knowledge evaluate`.
    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            header = "Runs the checks over a table and writes what they found beside each line.",
            description = {"Reads a tab-separated table with a header.", ""},
            footer = {"", Grammar.HELP})
    static final class Evaluate implements Callable<Integer> {

        @Parameters(paramLabel = "FILE.tsv", description = "The table.")
        private Path table = Path.of("");

        @Option(
                names = "--out",
                required = true,
                paramLabel = "RESULT.tsv",
                description = "Where the answers go.")
        private Path out = Path.of("");

        @Spec private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            var line = Objects.requireNonNull(spec).commandLine();
            try {
                var answers =
                        new Evaluation(Knowledge.load())
                                .evaluate(Files.readString(table, StandardCharsets.UTF_8));
                Files.writeString(out, answers, StandardCharsets.UTF_8);
                return 0;
            } catch (IllegalArgumentException e) {
                line.getErr().println(e.getMessage());
                return 1;
            }
        }
    }
}
