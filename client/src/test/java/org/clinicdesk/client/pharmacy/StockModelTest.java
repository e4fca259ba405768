package org.clinicdesk.client.pharmacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Threads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StockModelTest {

    private static SampleServer server;
    private Desk desk;
    private StockModel model;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        desk = server.deskOf("castro");
        model = new StockModel(desk);
    }

    @Test
    void enterTakesTheLotThatIsFoundForAllThatIsTyped() {
        var underWay = new ArrayDeque<Runnable>();
        var slow =
                server.desk(
                        server.settings(), new Threads(underWay::add, Runnable::run, pause -> {}));
        server.signIn(slow, "castro");
        model = new StockModel(slow);
        answer(underWay);
        var taken = new ArrayList<String>();
        model.query().set("AMX-2302");
        model.whenFound(() -> taken.add(model.selected().get().getLotNumber()));
        assertEquals(List.of(), taken);
        answer(underWay);
        assertEquals(List.of("AMX-2302"), taken);
        model.receive().query().set("metformin 500");
        model.receive().chooseFirst();
        assertEquals("", model.receive().product().get());
        answer(underWay);
        assertTrue(model.receive().product().get().contains("etformin"));
    }

    private static void answer(Deque<Runnable> underWay) {
        while (!underWay.isEmpty()) {
            underWay.poll().run();
        }
    }

    private void fill(String lot, String expires, String quantity) {
        var draft = model.receive().draft();
        model.receive().query().set("metformin 500");
        model.receive().chooseFirst();
        draft.text("lot_number").set(lot);
        draft.text("expires_on").set(expires);
        draft.text("quantity").set(quantity);
        model.receive().save();
    }

    @Test
    void findsALotByTheNameOfTheMedicine() {
        model.query().set("amoxicillin");
        assertTrue(model.lots().stream().anyMatch(lot -> lot.getLotNumber().equals("AMX-2302")));
        assertFalse(model.lots().stream().anyMatch(lot -> lot.getLotNumber().startsWith("MET")));
    }

    @Test
    void tellsThatAMedicineOfWhichAllHasExpiredIsRunningOut() {
        model.query().set("CFU-0907");
        assertTrue(model.low(model.lots().getFirst()));
    }

    @Test
    void receivesADelivery() {
        fill("MET-NEW", "2028-05-31", "120");
        model.query().set("MET-NEW");
        assertEquals(120, model.lots().getFirst().getOnHand());
        assertFalse(model.receive().dirty());
    }

    @Test
    void saysAtTheDateThatALotHasExpired() {
        fill("MET-OLD", "2025-05-31", "120");
        assertEquals("EXPIRED_LOT", model.receive().draft().errors().get("expires_on"));
    }

    @Test
    void wantsAWholeDate() {
        fill("MET-MONTH", "2028-05", "120");
        assertTrue(model.receive().draft().errors().containsKey("expires_on"));
    }

    @Test
    void wantsAMedicine() {
        model.receive().draft().text("lot_number").set("X-1");
        model.receive().save();
        assertTrue(model.receive().draft().errors().containsKey("product_id"));
    }
}
