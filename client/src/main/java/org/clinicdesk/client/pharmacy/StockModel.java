package org.clinicdesk.client.pharmacy;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Awaited;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Phrase;
import org.clinicdesk.pharmacy.v1.ListStockRequest;
import org.clinicdesk.pharmacy.v1.Lot;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What lies on the shelf, found while text is typed.
final class StockModel {

    private static final Duration TYPING = Duration.ofMillis(150);

    /// Units of one medicine that can still be handed out, below which it is shown as running out.
    private static final int LOW = 60;

    private final Desk desk;
    private final PharmacyServiceGrpc.PharmacyServiceBlockingV2Stub pharmacy;
    private final ReceiveModel receive;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Lot> lots = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Lot> selected = new SimpleObjectProperty<>();
    private final Phrase note;
    private final Lane searches = new Lane();
    private final Busy busy = new Busy();
    private final Awaited found;
    private Map<String, Integer> usable = Map.of();

    StockModel(Desk desk) {
        this.desk = desk;
        this.note = new Phrase(desk.texts());
        this.found = new Awaited(desk.navigator());
        this.pharmacy = PharmacyServiceGrpc.newBlockingV2Stub(desk.channel());
        this.receive = new ReceiveModel(desk, this::refresh);
        query.addListener(change -> {
            found.forget();
            search(TYPING);
        });
        refresh();
    }

    StringProperty query() {
        return query;
    }

    ObservableList<Lot> lots() {
        return lots;
    }

    ObjectProperty<@Nullable Lot> selected() {
        return selected;
    }

    /// How many lots were found.
    ReadOnlyStringProperty note() {
        return note.text();
    }

    ReceiveModel receive() {
        return receive;
    }

    Busy busy() {
        return busy;
    }

    /// Whether the medicine of a lot is running out, all its lots together that have not expired.
    boolean low(Lot lot) {
        return usable.getOrDefault(lot.getProductId(), 0) < LOW;
    }

    /// Does something once the lots shown are the ones found for what is typed.
    void whenFound(Runnable work) {
        found.then(work);
    }

    void refresh() {
        search(Duration.ZERO);
    }

    private void search(Duration delay) {
        var request = ListStockRequest.newBuilder().setText(query.get().strip()).build();
        var words = new Words(desk);
        found.asked();
        desk.calls()
                .call(() -> pharmacy.listStock(request))
                .latest(searches)
                .after(delay)
                .busy(busy)
                .then(answer -> {
                    var before = Optional.ofNullable(selected.get()).map(Lot::getId);
                    usable =
                            answer.getLotsList().stream()
                                    .filter(lot -> !words.expired(lot.getExpiresOn()))
                                    .collect(
                                            Collectors.groupingBy(
                                                    Lot::getProductId,
                                                    Collectors.summingInt(Lot::getOnHand)));
                    lots.setAll(answer.getLotsList());
                    note.say("pharmacy.stock.found", lots.size());
                    selected.set(
                            lots.stream()
                                    .filter(lot -> before.equals(Optional.of(lot.getId())))
                                    .findFirst()
                                    .orElse(lots.isEmpty() ? null : lots.getFirst()));
                    found.answered();
                });
    }
}
