package org.clinicdesk.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.session.v1.GetServerRequest;
import org.clinicdesk.session.v1.GetServerResponse;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Against a real server over TLS.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ConnectionTest {

    private static SampleServer server;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void goesToTheNextServerWhenOneDoesNotAnswer() {
        var settings = server.settings();
        settings.servers("localhost:1, " + server.address());
        var desk = server.desk(settings, Threads.inPlace());
        assertEquals("Clínica An Bình", ask(desk).get().getClinicName());
        assertInstanceOf(Connection.Line.Up.class, desk.connection().line().get());
        desk.close();
    }

    @Test
    void tellsThatTheLineIsDown() {
        var settings = server.settings();
        settings.servers("localhost:1");
        var desk = server.desk(settings, Threads.inPlace());
        ask(desk);
        assertEquals(new Connection.Line.Down(), desk.connection().line().get());
        desk.close();
    }

    @Test
    void asksBeforeItTrustsAStranger() {
        var desk = server.desk(server.strangeSettings(), Threads.inPlace());
        var problems = problems(desk);
        assertTrue(problems.getFirst().is(Problem.UNKNOWN_SERVER));
        assertEquals(
                server.server().fingerprint(), problems.getFirst().metadata().get("fingerprint"));
        desk.close();
    }

    @Test
    void refusesAServerWhoseKeyChanged() {
        var settings = server.strangeSettings();
        new Trust(settings).accept(server.address(), "00:11");
        var desk = server.desk(settings, Threads.inPlace());
        assertTrue(problems(desk).getFirst().is(Problem.SERVER_KEY_CHANGED));
        desk.close();
    }

    @Test
    void aKeyConfirmedAtOneServerHoldsAtTheOthersOfTheDesk() {
        var settings = server.strangeSettings();
        settings.servers("localhost:1, " + server.address());
        new Trust(settings).accept(new Address("localhost", 1), server.server().fingerprint());
        var desk = server.desk(settings, Threads.inPlace());
        assertEquals("Clínica An Bình", ask(desk).get().getClinicName());
        desk.close();
    }

    @Test
    void aKeyConfirmedElsewhereIsNoneOfThisDesk() {
        var settings = server.strangeSettings();
        new Trust(settings).accept(new Address("localhost", 1), server.server().fingerprint());
        var desk = server.desk(settings, Threads.inPlace());
        assertTrue(problems(desk).getFirst().is(Problem.UNKNOWN_SERVER));
        desk.close();
    }

    @Test
    void knowsTheServerAfterSomebodyVouchedForIt() {
        var settings = server.strangeSettings();
        var desk = server.desk(settings, Threads.inPlace());
        var problem = problems(desk).getFirst();
        desk.trust().accept(server.address(), problem.metadata().get("fingerprint"));
        desk.connection().use(List.of(server.address()));
        assertEquals("Clínica An Bình", ask(desk).get().getClinicName());
        desk.close();
    }

    private static List<Problem> problems(Desk desk) {
        var problems = new ArrayList<Problem>();
        var stub = SessionServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls()
                .call(() -> stub.getServer(GetServerRequest.getDefaultInstance()))
                .refused(problems::add)
                .then(answer -> {});
        return problems;
    }

    private static AtomicReference<GetServerResponse> ask(Desk desk) {
        var answer = new AtomicReference<GetServerResponse>();
        var stub = SessionServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls()
                .call(() -> stub.getServer(GetServerRequest.getDefaultInstance()))
                .then(answer::set);
        return answer;
    }
}
