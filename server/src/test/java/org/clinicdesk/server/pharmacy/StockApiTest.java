package org.clinicdesk.server.pharmacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.pharmacy.v1.ListStockRequest;
import org.clinicdesk.pharmacy.v1.Lot;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc.PharmacyServiceBlockingStub;
import org.clinicdesk.pharmacy.v1.ReceiveStockRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.watch.Watching;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@OnServer
class StockApiTest {

    private static final String IBUPROFEN = "product:ibuprofen-400-mg-tablet";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TestServer server;
    private final PharmacyServiceBlockingStub pharmacist;

    StockApiTest(TestServer server) {
        this.server = server;
        this.pharmacist = PharmacyServiceGrpc.newBlockingStub(server.as("pharmacist"));
    }

    @Test
    void takesADeliveryIn() {
        var lot = receive(delivery());
        assertEquals(List.of(lot), list(lot.getLotNumber()));
        assertEquals(100, lot.getOnHand());
        assertEquals("Ibuprofen 400 mg tablet", lot.getProductName());
    }

    @Test
    void aSecondDeliveryOfABatchIsAddedToIt() {
        var delivery = delivery();
        var first = receive(delivery);
        var second = receive(delivery.setQuantity(40));
        assertEquals(first.getId(), second.getId());
        assertEquals(140, second.getOnHand());
        assertEquals(List.of(second), list(first.getLotNumber()));
    }

    @Test
    void anotherExpiryDateIsAnotherLot() {
        var delivery = delivery();
        var later = receive(delivery);
        var sooner = receive(delivery.setExpiresOn("2027-01-31"));
        assertEquals(List.of(sooner, later), list(later.getLotNumber()));
    }

    @Test
    void deliveriesOfOneBatchAtTheSameTimeAllCount() throws Exception {
        var delivery = delivery().setQuantity(5).build();
        atOnce(10, () -> pharmacist.receiveStock(delivery).getLot().getId());
        var lots = list(delivery.getLotNumber());
        assertEquals(List.of(50), lots.stream().map(Lot::getOnHand).toList());
    }

    @Test
    void aRepeatOfADeliveryIsCountedOnce() throws Exception {
        var delivery = delivery().build();
        var desk =
                PharmacyServiceGrpc.newBlockingStub(
                        TestServer.repeating(server.as("pharmacist"), UUID.randomUUID()));
        var answers = atOnce(5, () -> desk.receiveStock(delivery).getLot());
        assertEquals(1, answers.stream().collect(Collectors.toSet()).size());
        assertEquals(
                List.of(100), list(delivery.getLotNumber()).stream().map(Lot::getOnHand).toList());
    }

    @Test
    void theLastDayIsNotExpired() {
        // It is already the 23rd in the clinic, and still is in Greenwich.
        assertEquals("2026-11-23", receive(delivery().setExpiresOn("2026-11-23")).getExpiresOn());
    }

    @Test
    void refusesAnExpiredDelivery() {
        assertEquals("pharmacy/EXPIRED_LOT", refusal(delivery().setExpiresOn("2026-11-22")));
    }

    @Test
    void refusesAProductThatIsNotKnown() {
        assertEquals(
                "pharmacy/UNKNOWN_PRODUCT", refusal(delivery().setProductId("product:moonshine")));
    }

    @Test
    void refusesABareIngredient() {
        assertEquals("pharmacy/UNKNOWN_PRODUCT", refusal(delivery().setProductId("ing:ibuprofen")));
    }

    @Test
    void refusesADayThatDoesNotExist() {
        var delivery = delivery().setExpiresOn("2027-02-30");
        assertEquals("expires_on: date.none", Refusals.field(() -> receive(delivery)));
    }

    @Test
    void refusesALotWithoutANumber() {
        assertEquals(
                "lot_number: string.min_len",
                Refusals.field(() -> receive(delivery().setLotNumber("  "))));
    }

    @Test
    void findsStockByAnIngredientInAnySpelling() {
        assertEquals(
                Set.of("Amoxicillin 500 mg capsule", "Amoxicillin 50 mg/ml oral suspension"),
                names("AMOXICILIN"));
    }

    @Test
    void whatExpiresFirstComesFirst() {
        assertEquals(
                List.of("AMX-2302", "AMX-2411"),
                list("amoxicillin 500 mg capsule").stream().map(Lot::getLotNumber).toList());
    }

    @Test
    void whatHasExpiredIsStillOnTheShelf() {
        assertTrue(list("cefuroxime").getFirst().getExpiresOn().compareTo("2026-11-23") < 0);
    }

    @Test
    void anEmptySearchShowsTheWholeShelf() {
        assertTrue(names("").size() > 20);
    }

    @Test
    void aSearchForNothingKnownFindsNothing() {
        assertEquals(List.of(), list("%"));
    }

    @Test
    void theDesksThatShowTheShelfAreTold() throws Exception {
        var watching = new Watching(server.as("pharmacist"), "stock");
        receive(delivery());
        assertTrue(watching.hears("stock"));
    }

    @Test
    void theDatabaseRefusesStockBelowZero() {
        var lot = UUID.fromString(receive(delivery()).getId());
        assertThrows(
                RuntimeException.class,
                () -> server.change(() -> sql("update lot set on_hand = -1", lot)));
    }

    @Test
    void theConsistencyCheckSeesStockThatIsNotItsMovements() {
        var lot = UUID.fromString(receive(delivery()).getId());
        server.change(() -> sql("update lot set on_hand = on_hand + 1", lot));
        assertEquals(List.of("lot " + lot), faults());
        server.change(() -> sql("update lot set on_hand = on_hand - 1", lot));
        assertEquals(List.of(), faults());
    }

    private void sql(String update, UUID lot) {
        server.clinic()
                .platform()
                .db()
                .sql(connection -> {
                    try (var statement = connection.prepareStatement(update + " where id = ?")) {
                        statement.setObject(1, lot);
                        statement.executeUpdate();
                    }
                });
    }

    private List<String> faults() {
        return server.inDatabase(() ->
                server.clinic().features().pharmacy.checks().stream()
                        .flatMap(check ->
                                server
                                        .clinic()
                                        .platform()
                                        .db()
                                        .session()
                                        .createNativeQuery(check.sql(), String.class)
                                        .list()
                                        .stream())
                        .toList());
    }

    private static ReceiveStockRequest.Builder delivery() {
        return ReceiveStockRequest.newBuilder()
                .setProductId(IBUPROFEN)
                .setLotNumber("TEST-%03d".formatted(NUMBER.incrementAndGet()))
                .setExpiresOn("2028-06-30")
                .setQuantity(100);
    }

    private Lot receive(ReceiveStockRequest.Builder delivery) {
        return pharmacist.receiveStock(delivery.build()).getLot();
    }

    private String refusal(ReceiveStockRequest.Builder delivery) {
        return Refusals.reason(() -> receive(delivery));
    }

    private List<Lot> list(String text) {
        return pharmacist
                .listStock(ListStockRequest.newBuilder().setText(text).build())
                .getLotsList();
    }

    private Set<String> names(String text) {
        return list(text).stream().map(Lot::getProductName).collect(Collectors.toSet());
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        var answers = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, times).mapToObj(_ -> call).toList())) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
