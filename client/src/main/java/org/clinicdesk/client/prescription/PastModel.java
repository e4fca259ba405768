package org.clinicdesk.client.prescription;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.pharmacy.v1.ListMedicineHistoryRequest;
import org.clinicdesk.pharmacy.v1.ListMedicineHistoryResponse;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.prescription.v1.ListOrderSetsRequest;
import org.clinicdesk.prescription.v1.ListPrescriptionsRequest;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.OrderSet;
import org.clinicdesk.prescription.v1.OrderSetItem;
import org.clinicdesk.prescription.v1.Prescription;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;
import org.clinicdesk.prescription.v1.SaveOrderSetRequest;
import org.clinicdesk.prescription.v1.SaveProtocolRequest;
import org.clinicdesk.prescription.v1.StopMedicineRequest;
import org.clinicdesk.prescription.v1.StrikeOrderSetRequest;
import org.clinicdesk.prescription.v1.StrikeProtocolRequest;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What was prescribed before, to this person or again and again: previous prescriptions, favourites, protocols.
final class PastModel {

    private final Desk desk;
    private final String patientId;
    private final PrescriptionServiceGrpc.PrescriptionServiceBlockingV2Stub prescriptions;
    private final PharmacyServiceGrpc.PharmacyServiceBlockingV2Stub pharmacy;
    private final ObservableList<Prescription> previous = FXCollections.observableArrayList();
    private final ObservableList<OrderSet> sets = FXCollections.observableArrayList();
    private final Lane previousLane = new Lane();
    private final Lane setsLane = new Lane();
    private final Busy busy = new Busy();

    PastModel(Desk desk, String patientId) {
        this.desk = desk;
        this.patientId = patientId;
        this.prescriptions = PrescriptionServiceGrpc.newBlockingV2Stub(desk.channel());
        this.pharmacy = PharmacyServiceGrpc.newBlockingV2Stub(desk.channel());
        readPrevious();
        readSets();
    }

    /// Newest first.
    ObservableList<Prescription> previous() {
        return previous;
    }

    /// By name.
    ObservableList<OrderSet> sets() {
        return sets;
    }

    Busy busy() {
        return busy;
    }

    void readPrevious() {
        var request = ListPrescriptionsRequest.newBuilder().setPatientId(patientId).build();
        desk.calls()
                .call(() -> prescriptions.listPrescriptions(request))
                .latest(previousLane)
                .then(answer -> previous.setAll(answer.getPrescriptionsList()));
    }

    void readSets() {
        desk.calls()
                .call(() -> prescriptions.listOrderSets(ListOrderSetsRequest.getDefaultInstance()))
                .latest(setsLane)
                .then(answer -> sets.setAll(answer.getSetsList()));
    }

    /// How a medicine of the record was ordered; empty when it was not ordered here.
    Optional<OrderLine> order(String prescriptionLineId) {
        return previous.stream()
                .flatMap(prescription -> prescription.getLinesList().stream())
                .filter(line -> line.getId().equals(prescriptionLineId))
                .map(Prescription.Line::getOrder)
                .findFirst();
    }

    void history(Consumer<ListMedicineHistoryResponse> show) {
        var request = ListMedicineHistoryRequest.newBuilder().setPatientId(patientId).build();
        desk.calls().call(() -> pharmacy.listMedicineHistory(request)).then(show::accept);
    }

    void stop(String medicationId, String reason, Runnable done) {
        var request =
                StopMedicineRequest.newBuilder()
                        .setPatientId(patientId)
                        .setMedicationId(medicationId)
                        .setReason(reason.strip())
                        .build();
        desk.calls()
                .call(() -> prescriptions.stopMedicine(request))
                .once(RequestId.fresh())
                .busy(busy)
                .then(answer -> done.run());
    }

    /// Keeps lines under a name; as a protocol of the clinic, or one's own.
    void keep(String name, List<OrderSetItem> items, boolean clinic, Runnable done) {
        if (clinic) {
            var request = SaveProtocolRequest.newBuilder().setName(name).addAllItems(items).build();
            desk.calls()
                    .call(() -> prescriptions.saveProtocol(request))
                    .once(RequestId.fresh())
                    .then(answer -> kept(done));
        } else {
            var request = SaveOrderSetRequest.newBuilder().setName(name).addAllItems(items).build();
            desk.calls()
                    .call(() -> prescriptions.saveOrderSet(request))
                    .once(RequestId.fresh())
                    .then(answer -> kept(done));
        }
    }

    private void kept(Runnable done) {
        readSets();
        done.run();
    }

    boolean mayChangeProtocols() {
        return desk.may(PrescriptionServiceGrpc.getSaveProtocolMethod());
    }

    boolean mayStrike(OrderSet set) {
        return !set.getClinic() || mayChangeProtocols();
    }

    void strike(OrderSet set) {
        if (set.getClinic()) {
            var request =
                    StrikeProtocolRequest.newBuilder()
                            .setId(set.getId())
                            .setVersion(set.getVersion())
                            .build();
            desk.calls()
                    .call(() -> prescriptions.strikeProtocol(request))
                    .once(RequestId.fresh())
                    .then(answer -> readSets());
        } else {
            var request =
                    StrikeOrderSetRequest.newBuilder()
                            .setId(set.getId())
                            .setVersion(set.getVersion())
                            .build();
            desk.calls()
                    .call(() -> prescriptions.strikeOrderSet(request))
                    .once(RequestId.fresh())
                    .then(answer -> readSets());
        }
    }
}
