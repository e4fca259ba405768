package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.common.v1.PersonLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;

/// Somebody who types faster than the server answers: what is under way waits here until it is let go.
class WhomModelTest {

    private static SampleServer server;

    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private WhomModel whom;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        var desk =
                server.desk(
                        server.settings(), new Threads(underWay::add, Runnable::run, pause -> {}));
        server.signIn(desk, "linh");
        whom = new WhomModel(desk);
    }

    private void answer() {
        while (!underWay.isEmpty()) {
            underWay.poll().run();
        }
    }

    private String person() {
        return whom.person().get().map(PersonLine::getName).orElse("");
    }

    @Test
    void enterWaitsForThoseWhoAreFoundForAllThatIsTyped() {
        whom.query().set("ng");
        answer();
        whom.query().set("ng thi bich ngoc");
        whom.chooseHighlighted();
        assertEquals("", person());
        answer();
        assertEquals("Nguyễn Thị Bích Ngọc", person());
    }

    @Test
    void whoTypesOnAfterEnterTakesNobody() {
        whom.query().set("oliver");
        whom.chooseHighlighted();
        whom.query().set("oliver g");
        answer();
        assertEquals("", person());
        whom.chooseHighlighted();
        assertEquals("Oliver Grant", person());
    }
}
