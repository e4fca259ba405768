package org.clinicdesk.client.pharmacy;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Awaited;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.drug.v1.DrugServiceGrpc;
import org.clinicdesk.drug.v1.Medicine;
import org.clinicdesk.drug.v1.SearchMedicinesRequest;
import org.clinicdesk.pharmacy.v1.Lot;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.pharmacy.v1.ReceiveStockRequest;

import java.time.Duration;

/// Takes a delivery in: one medicine, one lot.
final class ReceiveModel {

    private static final Duration TYPING = Duration.ofMillis(150);
    private static final int MOST = 20;
    private static final String PRODUCT = "product:";

    private final Desk desk;
    private final Runnable received;
    private final PharmacyServiceGrpc.PharmacyServiceBlockingV2Stub pharmacy;
    private final DrugServiceGrpc.DrugServiceBlockingV2Stub drugs;
    private final Draft<ReceiveStockRequest> draft =
            new Draft<>(ReceiveStockRequest.getDefaultInstance());
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Medicine> hits = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper product = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper begun = new ReadOnlyIntegerWrapper(0);
    private final Lane searches = new Lane();
    private final Busy busy = new Busy();
    private final Awaited found;
    private RequestId requestId = RequestId.fresh();

    /// @param received told when something was taken in
    ReceiveModel(Desk desk, Runnable received) {
        this.desk = desk;
        this.received = received;
        this.found = new Awaited(desk.navigator());
        this.pharmacy = PharmacyServiceGrpc.newBlockingV2Stub(desk.channel());
        this.drugs = DrugServiceGrpc.newBlockingV2Stub(desk.channel());
        query.addListener(change -> search());
    }

    boolean may() {
        return desk.may(PharmacyServiceGrpc.getReceiveStockMethod())
                && desk.may(DrugServiceGrpc.getSearchMedicinesMethod());
    }

    Draft<ReceiveStockRequest> draft() {
        return draft;
    }

    /// What is typed to find the medicine.
    StringProperty query() {
        return query;
    }

    ObservableList<Medicine> hits() {
        return hits;
    }

    /// Name of the medicine that was chosen; empty until then.
    ReadOnlyStringProperty product() {
        return product.getReadOnlyProperty();
    }

    /// Counts how often somebody asked for the form: it then takes the keyboard.
    ReadOnlyIntegerProperty begun() {
        return begun.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    boolean dirty() {
        return draft.dirty() || !query.get().isBlank();
    }

    void begin() {
        begun.set(begun.get() + 1);
    }

    void choose(Medicine medicine) {
        choose(medicine.getId(), medicine.getName());
    }

    /// Never one found for fewer letters than are typed.
    void chooseFirst() {
        found.then(() -> {
            if (!hits.isEmpty()) {
                choose(hits.getFirst());
            }
        });
    }

    /// Another lot of the same medicine.
    void more(Lot lot) {
        choose(lot.getProductId(), lot.getProductName());
        begin();
    }

    void forget() {
        product.set("");
        draft.text("product_id").set("");
    }

    private void choose(String id, String name) {
        draft.text("product_id").set(id);
        product.set(name);
        query.set("");
    }

    void save() {
        if (busy.is() || !draft.check()) {
            return;
        }
        var request = draft.build();
        desk.calls()
                .call(() -> pharmacy.receiveStock(request))
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .then(answer -> {
                    requestId = RequestId.fresh();
                    var lot = answer.getLot();
                    desk.notices()
                            .done(
                                    desk.texts()
                                            .get(
                                                    "pharmacy.received",
                                                    request.getQuantity(),
                                                    lot.getProductName(),
                                                    lot.getLotNumber(),
                                                    lot.getOnHand()));
                    draft.load(ReceiveStockRequest.getDefaultInstance());
                    product.set("");
                    received.run();
                    begin();
                });
    }

    private void refused(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        switch (problem.reason()) {
            case "EXPIRED_LOT" -> draft.errors().put("expires_on", "EXPIRED_LOT");
            case "UNKNOWN_PRODUCT" -> draft.errors().put("product_id", "UNKNOWN_PRODUCT");
            default -> {
                if (!draft.place(problem)) {
                    desk.explain(problem);
                }
            }
        }
    }

    private void search() {
        var text = query.get().strip();
        found.forget();
        if (text.isEmpty()) {
            searches.drop();
            hits.clear();
            found.answered();
            return;
        }
        found.asked();
        var request = SearchMedicinesRequest.newBuilder().setText(text).setLimit(MOST).build();
        desk.calls()
                .call(() -> drugs.searchMedicines(request))
                .latest(searches)
                .after(TYPING)
                .then(answer -> {
                    hits.setAll(
                            answer.getMedicinesList().stream()
                                    .filter(medicine -> medicine.getId().startsWith(PRODUCT))
                                    .filter(medicine -> answer.getReadAs().isEmpty())
                                    .limit(6)
                                    .toList());
                    found.answered();
                });
    }
}
