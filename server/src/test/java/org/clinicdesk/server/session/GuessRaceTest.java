package org.clinicdesk.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.session.v1.SignInResponse;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@OnServer
class GuessRaceTest {

    private final TestServer server;

    GuessRaceTest(TestServer server) {
        this.server = server;
    }

    @Test
    void ofManyWrongPasswordsAtOnceFiveAreJudged() throws Exception {
        Callable<String> guess = () -> Refusals.reason(() -> signIn("whitlow", "wrong"));
        var told = new TreeMap<String, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 40).mapToObj(_ -> guess).toList())) {
                told.merge(answer.get(), 1, Integer::sum);
            }
        }
        assertEquals(Map.of("session/BAD_CREDENTIALS", 4, "session/LOCKED", 36), told);
        assertEquals(
                5,
                server.inDatabase(() ->
                        server.clinic()
                                .platform()
                                .db()
                                .session()
                                .createNativeQuery(
                                        "select failures from staff where login = 'whitlow'",
                                        Integer.class)
                                .getSingleResult()));
    }

    /// As all screens of a clinic do after a power cut.
    @Test
    void manyRightPasswordsAtOnceLockNobodyOut() throws Exception {
        Callable<String> right = () -> signIn("screen", SampleClinic.PASSWORD).getDesk().getName();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var names =
                    threads.invokeAll(IntStream.range(0, 12).mapToObj(_ -> right).toList()).stream()
                            .map(answer -> answer.resultNow())
                            .collect(Collectors.toSet());
            assertEquals(1, names.size());
        }
    }

    private SignInResponse signIn(String login, String password) {
        return SessionServiceGrpc.newBlockingStub(server.nobody())
                .signIn(
                        SignInRequest.newBuilder()
                                .setLogin(login)
                                .setPassword(password)
                                .setWorkstation("Desk 9")
                                .build());
    }
}
