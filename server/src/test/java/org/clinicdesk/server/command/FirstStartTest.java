package org.clinicdesk.server.command;

import static org.clinicdesk.server.command.CommandLineOf.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// A first start that fails leaves nobody with an account whose password was never shown.
class FirstStartTest {

    @TempDir private Path folder;

    @Test
    void tellsThePasswordWhenThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answer = serve(folder.resolve("c"), "127.0.0.1", taken.getLocalPort());
            assertEquals(1, answer.code());
            assertTrue(answer.said().contains("One-time password:   "), answer.said());
            assertTrue(
                    answer.said()
                            .contains("cannot listen at 127.0.0.1, port " + taken.getLocalPort()),
                    answer.said());
            assertFalse(answer.said().contains("Exception"), answer.said());
        }
    }

    @Test
    void tellsThePasswordWhenThePathIsTooLong() {
        var answer = serve(folder.resolve("c".repeat(110)), "127.0.0.1", 0);
        assertEquals(1, answer.code());
        assertTrue(answer.said().contains("One-time password:   "), answer.said());
        assertTrue(answer.said().contains("shorter path for --data"), answer.said());
    }

    @Test
    void makesNoClinicForAnAddressThatIsNone() {
        var data = folder.resolve("c");
        var host = serve(data, "no-such-host.invalid", 0);
        assertEquals(1, host.code());
        assertTrue(host.said().contains("no address no-such-host.invalid"), host.said());
        var port = serve(data, "127.0.0.1", 99_999);
        assertEquals(1, port.code());
        assertTrue(port.said().startsWith("Refused: port"), port.said());
        assertFalse(Files.exists(data));
    }

    private static CommandLineOf serve(Path data, String host, int port) {
        return typed("serve", "--data", data, "--host", host, "--port", port);
    }
}
