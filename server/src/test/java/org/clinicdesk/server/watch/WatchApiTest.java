package org.clinicdesk.server.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.Person;
import org.clinicdesk.patient.v1.RegisterPatientRequest;
import org.clinicdesk.patient.v1.UpdatePatientRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignOutEverywhereRequest;
import org.junit.jupiter.api.Test;

@OnServer
class WatchApiTest {

    private final TestServer server;
    private final PatientServiceGrpc.PatientServiceBlockingStub desk;

    WatchApiTest(TestServer server) {
        this.server = server;
        desk = PatientServiceGrpc.newBlockingStub(server.as("receptionist"));
    }

    @Test
    void aChangeAtOneDeskIsHeardAtAnother() throws Exception {
        var patient = register("Oída");
        var other = new Watching(server.as("doctor"), "patient/" + patient.getId());
        rename(patient, "Oída Dos");
        assertTrue(other.hears("patient/" + patient.getId()));
    }

    @Test
    void whatIsNotWatchedIsNotTold() throws Exception {
        var patient = register("Callada");
        var other = new Watching(server.as("doctor"), "patient/" + register("Otra").getId());
        rename(patient, "Callada Dos");
        assertEquals("nothing", other.next());
    }

    @Test
    void whatIsRefusedIsNotTold() throws Exception {
        var patient = register("Rechazada");
        rename(patient, "Rechazada Dos");
        var other = new Watching(server.as("doctor"), "patient/" + patient.getId());
        assertEquals("platform/STALE", Refusals.reason(() -> rename(patient, "Rechazada Tres")));
        assertEquals("nothing", other.next());
    }

    @Test
    void theStreamEndsWithTheSession() throws Exception {
        var channel = server.withToken(server.freshSignIn("bao").getToken());
        var stream = new Watching(channel, "queue");
        SessionServiceGrpc.newBlockingStub(channel)
                .signOutEverywhere(SignOutEverywhereRequest.getDefaultInstance());
        assertEquals("UNAUTHENTICATED", stream.next());
    }

    private Patient register(String given) {
        var person = Person.newBuilder().setGiven(given);
        return desk.registerPatient(RegisterPatientRequest.newBuilder().setPerson(person).build())
                .getPatient();
    }

    private void rename(Patient patient, String given) {
        desk.updatePatient(
                UpdatePatientRequest.newBuilder()
                        .setId(patient.getId())
                        .setVersion(patient.getVersion())
                        .setPerson(Person.newBuilder().setGiven(given))
                        .build());
    }
}
