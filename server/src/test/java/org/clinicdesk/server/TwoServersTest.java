package org.clinicdesk.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Two servers on one PostgreSQL.
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
