package org.clinicdesk.server.command;

import static org.clinicdesk.server.command.CommandLineOf.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.Setup;
import org.clinicdesk.server.platform.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;

/// A command that fails says why in words, not in the name of an exception.
class PlainWordsTest {

    @TempDir private Path folder;

    @Test
    void aDatabaseThatAnotherProcessHas() throws Exception {
        var data = made();
        try (var file = FileChannel.open(data.resolve("clinic.mv.db"), StandardOpenOption.WRITE);
                var _ = file.lock()) {
            failed(typed("check", "--data", data), "another process has the database open");
        }
    }

    @Test
    void aDatabaseThatIsNotThere() {
        var answer =
                typed(
                        "check",
                        "--data",
                        folder,
                        "--database",
                        "postgresql://u:geheim@127.0.0.1:1/c");
        failed(answer, "the database cannot be reached");
        assertFalse(answer.said().contains("geheim"), answer.said());
    }

    @Test
    void aBackupOverAnotherFile() throws Exception {
        var data = made();
        var file = Files.writeString(folder.resolve("thesis.doc"), "kept");
        failed(typed("backup", file, "--data", data), file + " is there already. Use --replace");
        assertEquals("kept", Files.readString(file));
        var replaced = typed("backup", file, "--replace", "--data", data);
        assertEquals(0, replaced.code(), replaced.said());
        failed(typed("backup", folder.resolve("no/b.zip"), "--data", data), "there is no folder");
    }

    @Test
    void aDamagedBackupWithoutALineOfIt() throws Exception {
        var data = folder.resolve("clinic");
        var config = new Config(data, null, "127.0.0.1", 0);
        try (var clinic = Server.Clinic.open(config, Clock.systemUTC())) {
            new Setup(clinic).firstStart("Clinic", ZoneOffset.UTC);
        }
        for (var line : new String[] {"{\"id\": Geheim}", "{\"id\": \"Geheim\"}", ""}) {
            var file = folder.resolve("b.zip");
            assertEquals(0, typed("backup", file, "--replace", "--data", data).code());
            try (var zip = FileSystems.newFileSystem(file)) {
                if (line.isEmpty()) {
                    Files.delete(zip.getPath("tables/staff.jsonl"));
                } else {
                    Files.writeString(zip.getPath("tables/staff.jsonl"), line);
                }
            }
            var answer = typed("restore", file, "--replace", "--data", data);
            failed(answer, "Refused: damaged: table staff");
            assertFalse(answer.said().contains("Geheim"), answer.said());
            assertTrue(typed("user", "list", "--data", data).said().contains("admin"));
        }
    }

    @Test
    void tablesThatAreNotThere() {
        failed(typed("knowledge", "diff", folder.resolve("a"), folder), "there is no folder");
        failed(typed("knowledge", "diff", folder, folder.resolve("a")), "there is no folder");
        var result = folder.resolve("r.tsv");
        failed(
                typed("knowledge", "evaluate", folder.resolve("a.tsv"), "--out", result),
                "there is no " + folder.resolve("a.tsv"));
    }

    @Test
    void tablesThatCannotBeEvaluated() throws Exception {
        var table = folder.resolve("t.tsv");
        Files.writeString(table, "drug_a\tdrug_b\nwarfarin\tibuprofen\n");
        failed(typed("knowledge", "evaluate", table, "--out", table), "is the table itself");
        failed(
                typed("knowledge", "evaluate", table, "--out", folder.resolve("no/r.tsv")),
                "there is no folder " + folder.resolve("no"));
        Files.writeString(table, "drug_a\tdrug_b\ncaf\u00e9\twarfarin\n", ISO_8859_1);
        failed(
                typed("knowledge", "evaluate", table, "--out", folder.resolve("r.tsv")),
                table + " is not in UTF-8");
    }

    @Test
    void theHelpOfEvaluateAsItIsWritten() {
        var help = typed("knowledge", "evaluate", "--help");
        assertEquals(0, help.code(), help.said());
        assertTrue(help.said().contains("1 % 10 ml"), help.said());
        assertFalse(help.said().contains("WARN"), help.said());
    }

    private Path made() {
        var data = folder.resolve("clinic");
        Server.Clinic.open(new Config(data, null, "127.0.0.1", 0), Clock.systemUTC()).close();
        return data;
    }

    private static void failed(CommandLineOf answer, String words) {
        assertEquals(1, answer.code(), answer.said());
        assertTrue(answer.said().contains(words), answer.said());
        assertFalse(answer.said().contains("Exception"), answer.said());
    }
}
