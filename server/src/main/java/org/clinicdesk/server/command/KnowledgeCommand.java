package org.clinicdesk.server.command;

import org.clinicdesk.server.drug.Coverage;
import org.clinicdesk.server.drug.KnowledgeDiff;
import org.clinicdesk.server.drug.KnowledgeFolder;
import org.clinicdesk.server.drug.PairImport;
import org.clinicdesk.server.drug.evaluate.Evaluation;
import org.clinicdesk.server.drug.evaluate.Grammar;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// `knowledge`: what the checks of a prescription know. Needs no clinic.
@Command(
        name = "knowledge",
        mixinStandardHelpOptions = true,
        header = "Tries out, compares and extends what the checks of a prescription know.",
        description = {
            "Interactions, allergies, duplicates, contraindications, doses and monitoring are"
                + " checked by plain tables that are shipped with the server. A practice adds its"
                + " own in DATA/knowledge: tables of the same names and columns, whose lines add to"
                + " the shipped ones and take the place of those with the same key. A running"
                + " server reads them within a minute; a bad table changes nothing and is said in"
                + " its log."
        },
        synopsisSubcommandLabel = "COMMAND")
final class KnowledgeCommand implements Runnable {

    @ParentCommand private @Nullable Commands root;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "One of evaluate, check, diff, import is missing.");
    }

    private PrintWriter out() {
        return Objects.requireNonNull(root).out();
    }

    private Path own() {
        return Objects.requireNonNull(root).data().resolve("knowledge");
    }

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            usageHelpWidth = 130,
            header = "Runs the checks over a table and writes what they found beside each line.",
            description = {"Reads a tab-separated table with a header.", ""},
            footer = {"", Grammar.HELP})
    int evaluate(
            @Parameters(paramLabel = "FILE.tsv", description = "The table.") Path table,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "RESULT.tsv",
                            description = "Where the answers go.")
                    Path result)
            throws IOException, Plain.Refused {
        refuseUnlessApart(table, result);
        try {
            var knowledge = new KnowledgeFolder(own()).load();
            var answers = new Evaluation(knowledge).evaluate(text(table));
            Files.writeString(result, answers, StandardCharsets.UTF_8);
            return 0;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return refuse(e);
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            header =
                    "Lists what is wrong with the practice's own tables, what there is, and which"
                            + " shipped lines they replace.",
            description = {
                "Exit code 1 and a list of file, line and reason when a table must not be used."
            })
    int check() {
        var faults = new KnowledgeFolder(own()).faults();
        faults.forEach(fault -> out().println("FAULT " + fault));
        if (faults.isEmpty()) {
            Coverage.of(own()).forEach(out()::println);
            KnowledgeDiff.replaced(own()).forEach(out()::println);
        }
        out().println(faults.isEmpty() ? "No faults." : faults.size() + " faults.");
        return faults.isEmpty() ? 0 : 1;
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            header = "Lists the lines added, removed and changed between two folders of tables.")
    int diff(
            @Parameters(paramLabel = "OLD", description = "The folder before.") Path before,
            @Parameters(paramLabel = "NEW", description = "The folder now.") Path now)
            throws Plain.Refused {
        for (var folder : new Path[] {before, now}) {
            if (!Files.isDirectory(folder)) {
                throw new Plain.Refused("there is no folder " + folder + ".");
            }
        }
        try {
            KnowledgeDiff.between(before, now).forEach(out()::println);
            return 0;
        } catch (IllegalStateException e) {
            return refuse(e);
        }
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            header = "Takes a table of pairs that the practice has licensed.",
            description = {
                "Reads comma-separated values with a header and four columns: two names, a level"
                    + " (contraindicated, major, moderate, minor) and a text. They go into"
                    + " DATA/knowledge/ddi.tsv and give way when the same source is imported again."
                    + " Of a pair that the shipped tables know too the graver level is shown. Lines"
                    + " that cannot be taken are listed with the reason."
            })
    int take(
            @Parameters(paramLabel = "FILE.csv", description = "The table.") Path table,
            @Option(
                            names = "--source",
                            required = true,
                            paramLabel = "NAME",
                            description = "Where it comes from; shown with every finding.")
                    String source)
            throws IOException, Plain.Refused {
        try {
            var knowledge = new KnowledgeFolder(own()).load();
            var outcome = new PairImport(knowledge, own(), source).run(text(table));
            outcome.refused().forEach(line -> out().println("not taken: " + line));
            out().println(outcome.taken() + " pairs taken, " + outcome.refused().size() + " not.");
            return outcome.refused().isEmpty() ? 0 : 1;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return refuse(e);
        }
    }

    private static void refuseUnlessApart(Path table, Path result)
            throws IOException, Plain.Refused {
        var folder = result.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Plain.Refused("there is no folder " + folder + ".");
        }
        if (Files.exists(result) && Files.exists(table) && Files.isSameFile(table, result)) {
            throw new Plain.Refused(
                    result + " is the table itself; the answers need a file of their own.");
        }
    }

    private static String text(Path table) throws IOException, Plain.Refused {
        try {
            return Files.readString(table, StandardCharsets.UTF_8);
        } catch (CharacterCodingException _) {
            throw new Plain.Refused(table + " is not in UTF-8; save it as UTF-8.");
        }
    }

    private int refuse(Exception e) {
        out().println(e.getMessage());
        return 1;
    }
}
