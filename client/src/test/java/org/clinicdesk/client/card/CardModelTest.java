package org.clinicdesk.client.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.grpc.StatusException;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.TimeUnit;

/// The card of a person, against the real server.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CardModelTest {

    private static SampleServer server;
    private static Desk desk;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        desk = server.deskOf("linh");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void saysThatThereIsNoCardYet() throws StatusException {
        assertInstanceOf(CardModel.None.class, model("carter").state().get());
    }

    @Test
    void showsTheCardThatWasMade() throws StatusException {
        var model = model("adams");
        model.issue();
        assertEquals("application/pdf", model.issued().orElseThrow().file().getMediaType());
    }

    @Test
    void showsTheSameCardTheNextTime() throws StatusException {
        var model = model("grant");
        model.issue();
        assertEquals(
                model.issued().orElseThrow().code(), model("grant").issued().orElseThrow().code());
    }

    @Test
    void makesAnotherCardForOneThatWasLost() throws StatusException {
        var model = model("rahman");
        model.issue();
        var lost = model.issued().orElseThrow().code();
        model.reissue();
        assertNotEquals(lost, model.issued().orElseThrow().code());
    }

    private static CardModel model(String name) throws StatusException {
        var request = SearchPatientsRequest.newBuilder().setText(name).setLimit(1).build();
        var found = PatientServiceGrpc.newBlockingV2Stub(desk.channel()).searchPatients(request);
        return new CardModel(desk, found.getHits(0).getPerson().getPatientId());
    }
}
