package org.clinicdesk.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The program where no window can be shown.
@EnabledOnOs(OS.LINUX)
class NoDisplayTest {

    @TempDir private Path folder;

    @Test
    void isToldInASentenceAndLeavesNoCache() throws Exception {
        var record = Files.createFile(folder.resolve("client.aot.config"));
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dclinicdesk.cache=" + folder.resolve("client.aot"),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName());
        builder.environment().remove("DISPLAY");
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), said);
        assertEquals(
                "ClinicDesk needs a display to show its window on, and found none.", said.strip());
        assertFalse(Files.exists(record));
    }
}
