package org.clinicdesk.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.patient.v1.UpdatePatientRequest;
import org.clinicdesk.server.watch.Watching;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignOutEverywhereRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Two servers on one PostgreSQL.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TwoServersTest {

    private static TestServer one;
    private static TestServer other;

    @BeforeAll
    static void start() {
        one = TestServer.start(Databases.freshPostgresql());
        other = one.beside();
    }

    @AfterAll
    static void stop() throws Exception {
        other.close();
        one.close();
    }

    @Test
    void aChangeThroughOneIsHeardAtADeskOfTheOther() throws Exception {
        var patient = desk(one).registerPatient(somebody("Vecina")).getPatient();
        var watching = new Watching(other.as("doctor"), "patient/" + patient.getId());
        rename(patient);
        assertTrue(watching.hears("patient/" + patient.getId()));
    }

    @Test
    void aRepeatThroughTheOtherGetsTheFirstAnswer() {
        var id = UUID.randomUUID();
        var token = one.signIn("linh").getToken();
        var first = repeating(one, token, id).registerPatient(somebody("Repetida"));
        assertEquals(first, repeating(other, token, id).registerPatient(somebody("Repetida")));
        assertEquals(1, found("Repetida"));
    }

    @Test
    void repeatsThroughBothWhileTheFirstStillRunsAreOneWrite() throws Exception {
        var id = UUID.randomUUID();
        var token = one.signIn("linh").getToken();
        var answers = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, 20)
                            .mapToObj(i ->
                                    (Callable<String>)
                                            () ->
                                                    repeating(i % 2 == 0 ? one : other, token, id)
                                                            .registerPatient(somebody("Simultánea"))
                                                            .getPatient()
                                                            .getId())
                            .toList();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        assertEquals(1, answers.size());
        assertEquals(1, found("Simultanea"));
    }

    @Test
    void aRepeatThroughTheOtherWaitsForTheFirstAndGetsItsAnswer() throws Exception {
        var id = UUID.randomUUID();
        var token = one.signIn("linh").getToken();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var connection = one.clinic().platform().db().dataSource().getConnection();
                var statement = connection.createStatement()) {
            // Whoever registers somebody waits in the middle of it.
            statement.execute("lock table patient in exclusive mode");
            var first = threads.submit(() -> register(one, token, id));
            waitUntilWaiting(1);
            var second = threads.submit(() -> register(other, token, id));
            waitUntilWaiting(2);
            assertFalse(first.isDone() || second.isDone());
            connection.rollback();
            assertEquals(first.get(), second.get());
        }
        assertEquals(1, found("Esperada"));
    }

    private static Patient register(TestServer server, String token, UUID id) {
        return repeating(server, token, id).registerPatient(somebody("Esperada")).getPatient();
    }

    /// Until so many sessions of the database wait for a lock of another.
    private static void waitUntilWaiting(long sessions) throws Exception {
        while (!ask("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and"
                        + " datname = current_database()")
                .equals(String.valueOf(sessions))) {
            Thread.sleep(10);
        }
    }

    private static String ask(String sql) throws SQLException {
        try (var connection = other.clinic().platform().db().dataSource().getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            var answer = rows.getString(1);
            connection.rollback();
            return answer;
        }
    }

    @Test
    void theDatabaseLetsGoOfAServerThatFellSilent() throws Exception {
        assertEquals("1min", ask("select current_setting('idle_in_transaction_session_timeout')"));
        assertEquals("10", ask("select current_setting('tcp_keepalives_idle')"));
    }

    @Test
    void aSessionEndedAtOneIsOverAtTheOther() throws Exception {
        var token = one.freshSignIn("bao").getToken();
        var watching = new Watching(other.withToken(token), "queue");
        SessionServiceGrpc.newBlockingStub(one.withToken(token))
                .signOutEverywhere(SignOutEverywhereRequest.getDefaultInstance());
        assertEquals("UNAUTHENTICATED", watching.next());
    }

    private static PatientServiceGrpc.PatientServiceBlockingStub desk(TestServer server) {
        return PatientServiceGrpc.newBlockingStub(server.as("receptionist"));
    }

    private static PatientServiceGrpc.PatientServiceBlockingStub repeating(
            TestServer server, String token, UUID id) {
        return PatientServiceGrpc.newBlockingStub(
                TestServer.repeating(server.withToken(token), id));
    }

    private static RegisterPatientRequest somebody(String given) {
        return RegisterPatientRequest.newBuilder()
                .setPerson(Person.newBuilder().setGiven(given))
                .build();
    }

    private static void rename(Patient patient) {
        desk(one)
                .updatePatient(
                        UpdatePatientRequest.newBuilder()
                                .setId(patient.getId())
                                .setVersion(patient.getVersion())
                                .setPerson(Person.newBuilder().setGiven("Vecina Nueva"))
                                .build());
    }

    private static int found(String text) {
        return desk(other)
                .searchPatients(SearchPatientsRequest.newBuilder().setText(text).build())
                .getHitsCount();
    }
}
