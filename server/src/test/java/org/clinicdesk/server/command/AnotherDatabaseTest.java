package org.clinicdesk.server.command;

import static org.clinicdesk.server.command.CommandLineOf.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.Databases;
import org.clinicdesk.server.Server;
import org.clinicdesk.server.Setup;
import org.clinicdesk.server.platform.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;

/// A command that names a database never works at another.
class AnotherDatabaseTest {

    @TempDir private Path folder;

    @Test
    void isRefusedByTheServerThatRunsOnAFile() throws Exception {
        var config = new Config(folder.resolve("c"), null, "127.0.0.1", 0);
        var backup = folder.resolve("b.zip");
        try (var clinic = Server.Clinic.open(config, Clock.systemUTC());
                var control = Commands.control(clinic)) {
            new Setup(clinic).firstStart("Clinic", ZoneOffset.UTC);
            assertEquals(0, typed("backup", backup, "--data", config.data()).code());
            var url = "postgresql://u:geheim@127.0.0.1:1/c5";
            var answer =
                    typed(
                            "restore",
                            backup,
                            "--data",
                            config.data(),
                            "--database",
                            url,
                            "--replace");
            assertEquals(1, answer.code(), answer.said());
            assertTrue(answer.said().contains("another database"), answer.said());
            assertFalse(answer.said().contains("geheim"), answer.said());
        }
    }

    @Test
    void isRefusedByTheServerThatRunsOnAnother() throws Exception {
        var config = Databases.freshPostgresql();
        var own = Objects.requireNonNull(config.database());
        try (var clinic = Server.Clinic.open(config, Clock.systemUTC());
                var control = Commands.control(clinic)) {
            assertEquals(
                    1, typed("check", "--data", config.data(), "--database", own + "x").code());
            var same = typed("check", "--data", config.data(), "--database", own);
            assertEquals(0, same.code(), same.said());
            assertEquals(0, typed("check", "--data", config.data()).code());
        }
    }

    @Test
    void aUrlThatCannotBeReadIsRefusedWithoutItsPassword() {
        for (var url :
                new String[] {
                    "postgresql://u:geh_eim%@h/c",
                    "postgresql://u:geh_eim@x@h/c",
                    "postgresql://u:geh_eim@h",
                    "mysql://u:geh_eim@h/c"
                }) {
            var answer = typed("check", "--data", folder, "--database", url);
            assertEquals(1, answer.code(), answer.said());
            assertFalse(answer.said().contains("geh_eim"), answer.said());
            assertTrue(answer.said().startsWith("Refused: "), answer.said());
        }
    }

    @Test
    void aPlusInAPasswordIsAPlus() {
        var config = new Config(folder, "postgresql://u:a+b%25@h/c", "127.0.0.1", 0);
        assertEquals("a+b%", config.password());
    }
}
