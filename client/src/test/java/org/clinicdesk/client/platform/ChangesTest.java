package org.clinicdesk.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.patient.v1.GetPatientRequest;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.patient.v1.UpdatePatientRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Two desks at a real server: what one changes, the other is told.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChangesTest {

    private SampleServer server;
    private Desk mine;
    private Desk theirs;
    private final Semaphore refreshed = new Semaphore(0);

    @BeforeEach
    void sitDown() {
        server = SampleServer.start();
        mine =
                server.desk(
                        server.settings(),
                        new Threads(Thread::startVirtualThread, Runnable::run, Thread::sleep));
        server.signIn(mine, "linh");
        theirs = server.deskOf("linh");
    }

    @AfterEach
    void leave() {
        mine.close();
        theirs.close();
        server.close();
    }

    @Test
    void readsOnceWhenItBeginsToFollow() throws InterruptedException {
        mine.changes().follow(Set.of("staff"), refreshed::release);
        assertTrue(refreshed.tryAcquire(20, TimeUnit.SECONDS));
    }

    @Test
    void isToldWhatAnotherDeskSaved() throws InterruptedException {
        var patient = anybody();
        mine.changes().follow(Set.of("patient/" + patient.getId()), refreshed::release);
        assertTrue(refreshed.tryAcquire(20, TimeUnit.SECONDS));
        save(patient);
        assertTrue(refreshed.tryAcquire(20, TimeUnit.SECONDS));
    }

    @Test
    void isNotToldOfWhatIsNotOnScreen() throws InterruptedException {
        mine.changes().follow(Set.of("staff"), refreshed::release);
        assertTrue(refreshed.tryAcquire(20, TimeUnit.SECONDS));
        save(anybody());
        assertEquals(false, refreshed.tryAcquire(1, TimeUnit.SECONDS));
    }

    private Patient anybody() {
        var patients = PatientServiceGrpc.newBlockingV2Stub(theirs.channel());
        var found = new java.util.concurrent.atomic.AtomicReference<Patient>();
        theirs.calls()
                .call(() -> {
                    var hit =
                            patients.searchPatients(
                                            SearchPatientsRequest.newBuilder()
                                                    .setText("carter")
                                                    .build())
                                    .getHits(0);
                    return patients.getPatient(
                            GetPatientRequest.newBuilder()
                                    .setId(hit.getPerson().getPatientId())
                                    .build());
                })
                .then(answer -> found.set(answer.getPatient()));
        return found.get();
    }

    private void save(Patient patient) {
        var patients = PatientServiceGrpc.newBlockingV2Stub(theirs.channel());
        var request =
                UpdatePatientRequest.newBuilder()
                        .setId(patient.getId())
                        .setVersion(patient.getVersion())
                        .setPerson(patient.getPerson().toBuilder().setNote("Wheelchair"))
                        .build();
        theirs.calls().call(() -> patients.updatePatient(request)).then(answer -> {});
    }
}
