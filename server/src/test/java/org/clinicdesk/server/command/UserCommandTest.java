package org.clinicdesk.server.command;

import static org.clinicdesk.server.command.CommandLineOf.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.Setup;
import org.clinicdesk.server.platform.Config;
import org.clinicdesk.server.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

/// Accounts made by the operator, while the server runs.
class UserCommandTest {

    @TempDir private Path folder;
    private Server.Clinic clinic;
    private Control control;

    @BeforeEach
    void open() throws Exception {
        clinic =
                Server.Clinic.open(
                        new Config(folder.resolve("c"), null, "127.0.0.1", 0), Clock.systemUTC());
        new Setup(clinic).firstStart("Clinic", ZoneOffset.UTC);
        control = Commands.control(clinic);
    }

    @AfterEach
    void close() {
        control.close();
        clinic.close();
    }

    @Test
    void addsAnAccount() {
        var answer = add("linh", "  Linh Tran ", "receptionist", "");
        assertEquals(0, answer.code(), answer.said());
        assertTrue(answer.said().startsWith("One-time password of linh: "), answer.said());
        assertTrue(user("list").said().contains("Linh Tran"));
        var again = add("linh", "Another", "receptionist", "");
        assertEquals(1, again.code());
        assertEquals("Refused: there is an account of this login already.", again.said().strip());
        assertEquals(0, user("reset", "linh").code());
        assertEquals(0, user("unlock", "linh").code());
        assertEquals(
                "Refused: there is no account nobody.", user("reset", "nobody").said().strip());
    }

    @ParameterizedTest
    @CsvSource({
        "'',Linh,a login is",
        "' ',Linh,a login is",
        "li nh,Linh,a login is",
        "Linh,Linh,a login is",
        "linh,'',a name has",
        "linh,'  ',a name has",
    })
    void refusesWhatTheContractRefuses(String login, String name, String said) {
        refused(add(login, name, "receptionist", ""), said);
    }

    @Test
    void refusesWhatIsTooLong() {
        refused(add("l".repeat(41), "Linh", "receptionist", ""), "a login is");
        refused(add("linh", "L".repeat(121), "receptionist", ""), "a name has");
        refused(add("linh", "Linh", "receptionist", "s".repeat(81)), "a specialty has");
    }

    @Test
    void namesTheRolesThatThereAre() {
        var unknown = add("linh", "Linh", "boss", "");
        refused(unknown, "a role is one of");
        var help = user("add", "--help");
        assertEquals(0, help.code());
        var told = help.said().replaceAll("\\s+", " ");
        var roles =
                clinic.platform()
                        .db()
                        .read(() ->
                                clinic.features().staff.staff().roles().stream()
                                        .map(Role::code)
                                        .toList());
        assertFalse(roles.isEmpty());
        for (var role : roles) {
            assertTrue(unknown.said().contains(role), unknown.said());
            assertTrue(told.contains(role), told);
        }
        assertTrue(told.contains("LOGIN What is typed to sign in"), told);
    }

    @Test
    void aloneIsWrongUse() {
        var answer = user();
        assertEquals(2, answer.code());
        assertTrue(answer.said().contains("Usage: clinicdesk-server user"), answer.said());
    }

    private void refused(CommandLineOf answer, String said) {
        assertEquals(1, answer.code(), answer.said());
        assertTrue(answer.said().startsWith("Refused: " + said), answer.said());
        assertEquals(1, answer.said().lines().count());
        assertFalse(user("list").said().contains("Linh"));
    }

    private CommandLineOf add(String login, String name, String role, String specialty) {
        return user("add", login, "--name", name, "--role", role, "--specialty", specialty);
    }

    private CommandLineOf user(String... words) {
        var all = new java.util.ArrayList<Object>(java.util.List.of("user"));
        all.addAll(java.util.List.of(words));
        all.add("--data");
        all.add(folder.resolve("c"));
        return typed(all.toArray());
    }
}
