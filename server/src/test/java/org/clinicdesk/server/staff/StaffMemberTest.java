package org.clinicdesk.server.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Every desk reads anew when the doctors change, so it is told of nothing else.
class StaffMemberTest {

    private static final String TOPIC = "practitioners";

    @Test
    void aNewDoctorIsToldOf() {
        assertEquals(true, doctor(true).topics().contains(TOPIC));
        assertEquals(false, doctor(false).topics().contains(TOPIC));
    }

    static List<Arguments> changes() {
        return List.of(
                change("a sign-in", false, it -> it.signedIn(Instant.EPOCH)),
                change("a password", false, it -> it.setPassword("hash")),
                change("a role", false, it -> it.setRoles(List.of("doctor"))),
                change("nothing", false, it -> it.update("Lê An", "Pediatrics", true, true)),
                change("a name", true, it -> it.update("Lê Ân", "Pediatrics", true, true)),
                change("a specialty", true, it -> it.update("Lê An", "Surgery", true, true)),
                change("who left", true, it -> it.update("Lê An", "Pediatrics", false, true)),
                change("no visits", true, it -> it.update("Lê An", "Pediatrics", true, false)));
    }

    private static Arguments change(String what, boolean told, Consumer<StaffMember> change) {
        return arguments(what, told, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void desksAreToldOfWhatTheyKnow(String what, boolean told, Consumer<StaffMember> change) {
        var member = doctor(true);
        member.loaded();
        change.accept(member);
        assertEquals(told, member.topics().contains(TOPIC), what);
    }

    private static StaffMember doctor(boolean bookable) {
        return new StaffMember(new UUID(0, 1), "an", "Lê An", "Pediatrics", bookable);
    }
}
