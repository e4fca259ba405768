package org.clinicdesk.client.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.TimeUnit;

/// Somebody at the kiosk, with the account of the machine.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KioskModelTest {

    private SampleServer server;
    private Desk desk;
    private KioskModel model;

    @BeforeEach
    void stand() {
        server = SampleServer.start();
        desk = server.deskOf("kiosk");
        model = new KioskModel(desk);
    }

    @AfterEach
    void leave() {
        server.close();
    }

    @Test
    void aTicketTypedKeyByKeySaysWhereItStands() {
        for (var key : "A001".split("")) {
            model.type(key);
        }
        model.submit();
        var placed = assertInstanceOf(KioskModel.Placed.class, model.shown().get());
        assertEquals("A-001", placed.places().getFirst().getTicket());
        assertEquals(15, model.secondsLeft().get());
    }

    @Test
    void nothingOfTheLastPersonStays() {
        model.take("A-001");
        model.type("9");
        model.start();
        assertEquals(new KioskModel.Start(), model.shown().get());
        assertEquals("", model.typed().get());
    }

    @Test
    void anUnknownCodeIsRefusedInWords() {
        model.take("A-999");
        assertEquals(new KioskModel.Refused("kiosk.refused.UNKNOWN_CODE"), model.shown().get());
    }

    @Test
    void afterTooManyUnknownCodesTheKioskSaysSo() {
        for (var i = 0; i < 6; i++) {
            model.take("Z-999");
        }
        assertEquals(new KioskModel.Refused("kiosk.refused.TOO_MANY_CODES"), model.shown().get());
    }

    @Test
    void anEmptyFieldIsNoCode() {
        model.submit();
        assertEquals(new KioskModel.Start(), model.shown().get());
    }
}
