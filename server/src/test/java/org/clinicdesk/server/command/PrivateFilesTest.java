package org.clinicdesk.server.command;

import static org.clinicdesk.server.command.CommandLineOf.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.platform.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

/// What holds patients' data is its owner's alone, whatever the process is set to.
@DisabledOnOs(OS.WINDOWS)
class PrivateFilesTest {

    @TempDir private Path folder;

    @Test
    void areReadByTheirOwnerOnly() throws Exception {
        var data = folder.resolve("above").resolve("clinic");
        var file = data.resolve("clinic.mv.db");
        var config = new Config(data, null, "127.0.0.1", 0);
        try (var clinic = Server.Clinic.open(config, Clock.systemUTC())) {
            assertEquals("rwx------", rights(data));
            assertEquals("rw-------", rights(file));
        }
        // Closing writes it anew.
        assertEquals("rw-------", rights(file));
        var backup = folder.resolve("b.zip");
        assertEquals(0, typed("backup", backup, "--data", data).code());
        assertEquals("rw-------", rights(backup));
        var report = Files.writeString(folder.resolve("r.json"), "of an earlier import");
        Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rw-r--r--"));
        var source = Files.createDirectory(folder.resolve("bundles"));
        typed("import", source, "--report", report, "--data", data);
        assertEquals("rw-------", rights(report));
        assertEquals("{", Files.readString(report).substring(0, 1));
    }

    @Test
    void areMadeByARestoreOfAFormerVersionToo() throws Exception {
        var backup = folder.resolve("schema-78.zip");
        try (var in = PrivateFilesTest.class.getResourceAsStream("/backup/schema-78.zip")) {
            Files.copy(java.util.Objects.requireNonNull(in), backup);
        }
        var data = folder.resolve("clinic");
        var answer = typed("restore", backup, "--data", data);
        assertEquals(0, answer.code(), answer.said());
        assertEquals("rwx------", rights(data));
        assertEquals("rw-------", rights(data.resolve("clinic.mv.db")));
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
