package org.clinicdesk.server.command;

import static org.clinicdesk.server.command.CommandLineOf.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.Databases;
import org.clinicdesk.server.platform.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// A folder that was mistyped is not taken for an empty clinic.
class NoClinicTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"check", "backup b.zip", "user list", "user reset linh", "user unlock linh"})
    void isRefused(String command) {
        var data = folder.resolve("mistyped");
        var answer = typed((Object[]) (command + " --data " + data).split(" "));
        assertEquals(1, answer.code(), answer.said());
        assertTrue(answer.said().contains("there is no clinic in " + data), answer.said());
        assertFalse(Files.exists(data));
    }

    @Test
    void isRefusedInAnEmptyDatabase() {
        var config = Databases.freshPostgresql();
        var url = Objects.requireNonNull(config.database());
        var answer = typed("check", "--data", config.data(), "--database", url);
        assertEquals(1, answer.code(), answer.said());
        assertTrue(answer.said().contains("there is no clinic"), answer.said());
        assertFalse(Schema.exists(config));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "restore"})
    void isNotMadeForASourceThatIsNotThere(String command) {
        var data = folder.resolve("new");
        var answer = typed(command, folder.resolve("nothing"), "--data", data);
        assertEquals(1, answer.code(), answer.said());
        assertTrue(
                answer.said().contains("there is no " + folder.resolve("nothing")), answer.said());
        assertFalse(Files.exists(data));
    }

    @Test
    void isNotMadeForAFileThatIsNoBackup() throws Exception {
        var data = folder.resolve("new");
        var file = Files.writeString(folder.resolve("b.zip"), "not a zip");
        var answer = typed("restore", file, "--data", data);
        assertEquals(1, answer.code(), answer.said());
        assertTrue(answer.said().startsWith("Refused: not a backup"), answer.said());
        assertFalse(Files.exists(data));
    }

    @Test
    void nothingIsImportedWhoseReportCannotBeWritten() throws Exception {
        var data = folder.resolve("new");
        var source = Files.createDirectories(folder.resolve("source"));
        var report = folder.resolve("none").resolve("r.json");
        var answer = typed("import", source, "--data", data, "--report", report);
        assertEquals(1, answer.code(), answer.said());
        assertTrue(
                answer.said().contains("there is no folder " + report.getParent()), answer.said());
        assertFalse(Files.exists(data));
    }
}
