package org.clinicdesk.server.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.prescription.v1.ListOrderSetsRequest;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.OrderSet;
import org.clinicdesk.prescription.v1.OrderSetItem;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc.PrescriptionServiceBlockingStub;
import org.clinicdesk.prescription.v1.SaveOrderSetRequest;
import org.clinicdesk.prescription.v1.SaveProtocolRequest;
import org.clinicdesk.prescription.v1.StrikeOrderSetRequest;
import org.clinicdesk.prescription.v1.WeightDose;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Favourites and protocols.
@OnServer
class OrderSetTest {

    private final PrescriptionFixture desk;
    private final PrescriptionServiceBlockingStub doctor;
    private final PrescriptionServiceBlockingStub head;

    OrderSetTest(TestServer server) {
        this.desk = new PrescriptionFixture(server);
        this.doctor = desk.as("doctor");
        this.head = desk.as("head-doctor");
    }

    @Test
    void aDoctorsOwnSetIsSeenByNobodyElse() {
        var saved = save("Đau đầu", desk.paracetamol());
        assertEquals(true, sets(doctor).contains(saved));
        assertEquals(false, sets(head).contains(saved));
    }

    @Test
    void aProtocolOfTheClinicIsSeenByAllWithItsDosesByWeight() {
        var item =
                OrderSetItem.newBuilder()
                        .setOrder(desk.paracetamol())
                        .setByWeight(WeightDose.newBuilder().setMgPerKg(15).setMaxMg(1000))
                        .build();
        var saved =
                head.saveProtocol(
                                SaveProtocolRequest.newBuilder()
                                        .setName("Sốt ở trẻ em")
                                        .addItems(item)
                                        .build())
                        .getSet();
        assertEquals(true, saved.getClinic());
        assertEquals(List.of(item), saved.getItemsList());
        assertEquals(true, sets(doctor).contains(saved));
        assertEquals(
                "platform/NOT_FOUND",
                Refusals.reason(() ->
                        doctor.strikeOrderSet(
                                StrikeOrderSetRequest.newBuilder()
                                        .setId(saved.getId())
                                        .setVersion(saved.getVersion())
                                        .build())));
    }

    @Test
    void itsOwnerRenamesItAndLeavesALineOut() {
        var saved = save("Cảm", desk.paracetamol(), desk.line("ing:cetirizine", "Cetirizine"));
        var changed = change(doctor, saved.toBuilder().setName("Cảm lạnh").removeItems(1).build());
        assertEquals(saved.getVersion() + 1, changed.getVersion());
        assertEquals("Cảm lạnh", changed.getName());
        assertEquals(saved.getItemsList().subList(0, 1), changed.getItemsList());
        assertEquals(true, sets(doctor).contains(changed));
        assertEquals(false, sets(doctor).contains(saved));
    }

    @Test
    void theSecondOfTwoChangesOfOneVersionIsRefused() {
        var saved = save("Ho", desk.paracetamol());
        var changed = change(doctor, saved.toBuilder().setName("Ho khan").build());
        assertEquals("platform/STALE", Refusals.reason(() -> change(doctor, saved)));
        assertEquals(true, sets(doctor).contains(changed));
    }

    @Test
    void nobodyElseChangesWhatIsADoctorsOwn() {
        var saved = save("Mất ngủ", desk.paracetamol());
        assertEquals("platform/NOT_FOUND", Refusals.reason(() -> change(head, saved)));
        assertEquals(
                "platform/NOT_FOUND", Refusals.reason(() -> head.saveProtocol(protocol(saved))));
    }

    @Test
    void onlyWhoMayWriteProtocolsChangesOne() {
        var request = SaveProtocolRequest.newBuilder().setName("Tiêu chảy");
        request.addItems(OrderSetItem.newBuilder().setOrder(desk.paracetamol()));
        var saved = head.saveProtocol(request.build()).getSet();
        assertEquals(
                "platform/DENIED", Refusals.reason(() -> doctor.saveProtocol(protocol(saved))));
        var renamed = saved.toBuilder().setName("Tiêu chảy cấp").build();
        assertEquals("Tiêu chảy cấp", head.saveProtocol(protocol(renamed)).getSet().getName());
    }

    private static OrderSet change(PrescriptionServiceBlockingStub as, OrderSet set) {
        return as.saveOrderSet(
                        SaveOrderSetRequest.newBuilder()
                                .setId(set.getId())
                                .setVersion(set.getVersion())
                                .setName(set.getName())
                                .addAllItems(set.getItemsList())
                                .build())
                .getSet();
    }

    private static SaveProtocolRequest protocol(OrderSet set) {
        return SaveProtocolRequest.newBuilder()
                .setId(set.getId())
                .setVersion(set.getVersion())
                .setName(set.getName())
                .addAllItems(set.getItemsList())
                .build();
    }

    @Test
    void whatWasTakenAwayIsGone() {
        var saved = save("Dị ứng", desk.line("ing:cetirizine", "Cetirizine"));
        var ignored =
                doctor.strikeOrderSet(
                        StrikeOrderSetRequest.newBuilder()
                                .setId(saved.getId())
                                .setVersion(saved.getVersion())
                                .build());
        assertEquals(false, sets(doctor).stream().anyMatch(it -> it.getId().equals(saved.getId())));
    }

    @Test
    void refusesASetThatCouldNotBeSigned() {
        assertEquals(
                "items[0].order.medicine: medicine.other",
                Refusals.field(() -> save("x", desk.line("ing:paracetamol", "Warfarin"))));
        var dated = desk.paracetamol().toBuilder();
        dated.getDosageBuilder().setDays(0).setUntil("2026-12-01");
        assertEquals(
                "items[0].order.dosage.until: order_set.of_a_day",
                Refusals.field(() -> save("x", dated.build())));
    }

    private OrderSet save(String name, OrderLine... lines) {
        var request = SaveOrderSetRequest.newBuilder().setName(name);
        for (var line : lines) {
            request.addItems(OrderSetItem.newBuilder().setOrder(line));
        }
        return doctor.saveOrderSet(request.build()).getSet();
    }

    private static List<OrderSet> sets(PrescriptionServiceBlockingStub as) {
        return as.listOrderSets(ListOrderSetsRequest.getDefaultInstance()).getSetsList();
    }
}
