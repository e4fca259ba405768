package org.clinicdesk.client.pharmacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.TimeUnit;

/// A card is held under the scanner of the pharmacy.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ScanTest {

    private static SampleServer server;
    private static Ward ward;
    private Desk desk;
    private OpenModel model;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        ward = new Ward(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        desk = server.deskOf("castro");
        desk.navigator().go(PharmacyFeature.OPEN);
        model = new OpenModel(desk);
    }

    private Scan.Outcome outcome() {
        return model.scan().said().get().orElseThrow().outcome();
    }

    @Test
    void opensTheOnlyOpenPrescription() {
        var person = ward.person("adams");
        var signed = ward.sign(person, Ward.cetirizine(3));
        model.scanned(ward.card(person, false));
        assertEquals(
                PharmacyFeature.verify(signed.getId()), desk.navigator().place().orElseThrow());
    }

    @Test
    void opensThePrescriptionWhosePaperWasScanned() {
        var person = ward.person("carter");
        var signed = ward.sign(person, Ward.cetirizine(3));
        ward.sign(person, Ward.cetirizine(4));
        model.scanned(ward.codeOnPaper(signed));
        assertEquals(
                PharmacyFeature.verify(signed.getId()), desk.navigator().place().orElseThrow());
        assertEquals(person, desk.patient().get());
    }

    @Test
    void listsSeveralOpenPrescriptionsOfThePerson() {
        var person = ward.person("carter");
        ward.sign(person, Ward.cetirizine(3));
        ward.sign(person, Ward.cetirizine(4));
        model.scanned(ward.card(person, false));
        assertEquals(Scan.Outcome.SEVERAL, outcome());
        assertTrue(
                model.shown().stream()
                        .allMatch(p -> p.getPerson().getPatientId().equals(person.getPatientId())));
        assertTrue(model.shown().size() > 1);
    }

    @Test
    void saysThatNothingIsOpen() {
        model.scanned(ward.card(ward.person("lopez"), false));
        assertEquals(Scan.Outcome.NOTHING_OPEN, outcome());
    }

    @Test
    void saysThatACodeIsNotOurs() {
        model.scanned("CD1-0000-0000-0000-0000");
        assertEquals(Scan.Outcome.UNKNOWN_CODE, outcome());
    }

    @Test
    void saysThatACardWasRevoked() {
        var person = ward.person("kim");
        var old = ward.card(person, false);
        ward.card(person, true);
        model.scanned(old);
        assertEquals(Scan.Outcome.REVOKED, outcome());
    }

    @Test
    void takesACodeTypedByHand() {
        model.query().set("CD1-0000-0000-0000-0000");
        model.enter();
        assertEquals(Scan.Outcome.UNKNOWN_CODE, outcome());
        assertEquals("", model.query().get());
    }

    @Test
    void findsAPrescriptionByAName() {
        ward.sign(ward.person("nguyen thi anh"), Ward.cetirizine(2));
        model.refresh();
        model.query().set("nguyễn thi ánh");
        assertTrue(
                model.shown().stream()
                        .allMatch(p -> p.getPerson().getName().equals("Nguyễn Thị Ánh")));
        assertTrue(!model.shown().isEmpty());
    }
}
