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
import org.clinicdesk.server.platform.Changes;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignOutEverywhereRequest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;

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

    @Test
    void theStreamEndsWhenTheSessionHasExpired() throws Exception {
        var stream = new Watching(server.withToken(server.freshSignIn("bao").getToken()), "queue");
        server.clinic().features().watch.beat();
        assertEquals("nothing", stream.next());
        server.clock().move(Duration.ofHours(14));
        server.clinic().features().watch.beat();
        assertEquals("UNAUTHENTICATED", stream.next());
        server.clock().move(Duration.ofHours(-14));
    }

    /// As when a backup is put back that knows nothing of it.
    @Test
    void theStreamEndsWhenTheSessionIsNoLongerThere() throws Exception {
        var told = new Watching(server.withToken(server.freshSignIn("bao").getToken()), "queue");
        forget("bao");
        server.clinic().platform().changes().publish(Set.of(Changes.EVERYTHING));
        assertTrue(told.hears("UNAUTHENTICATED"));
        var untold = new Watching(server.withToken(server.freshSignIn("bao").getToken()), "queue");
        forget("bao");
        server.clinic().features().watch.beat();
        assertTrue(untold.hears("UNAUTHENTICATED"));
    }

    private void forget(String login) {
        server.change(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createNativeMutationQuery(
                                "delete from session where staff_id = (select id from staff where"
                                        + " login = :login)")
                        .setParameter("login", login)
                        .executeUpdate());
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
