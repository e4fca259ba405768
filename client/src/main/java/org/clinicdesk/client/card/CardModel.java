package org.clinicdesk.client.card;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.GetCardRequest;
import org.clinicdesk.card.v1.GetCardResponse;
import org.clinicdesk.card.v1.IssueCardRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.RequestId;
import org.jspecify.annotations.Nullable;

/// The card of one person.
final class CardModel {

    private final Desk desk;
    private final String patientId;
    private final CardServiceGrpc.CardServiceBlockingV2Stub cards;
    private final ReadOnlyObjectWrapper<@Nullable GetCardResponse> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();
    private final Busy busy = new Busy();
    private RequestId request = RequestId.fresh();

    CardModel(Desk desk, String patientId) {
        this.desk = desk;
        this.patientId = patientId;
        this.cards = CardServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// The card that is out; `null` until it is read, and when there is none.
    ReadOnlyObjectProperty<@Nullable GetCardResponse> card() {
        return card.getReadOnlyProperty();
    }

    /// It was read, and there is none.
    ReadOnlyBooleanProperty none() {
        return none.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    void read() {
        var wish = GetCardRequest.newBuilder().setPatientId(patientId).build();
        desk.calls()
                .call(() -> cards.getCard(wish))
                .busy(busy)
                .refused("NO_CARD", _ -> none.set(true))
                .then(answer -> {
                    none.set(false);
                    card.set(answer);
                });
    }

    void issue() {
        make(false);
    }

    /// Makes a new card; the old one stops working.
    void reissue() {
        make(true);
    }

    private void make(boolean again) {
        var wish = IssueCardRequest.newBuilder().setPatientId(patientId).setReissue(again).build();
        desk.calls().call(() -> cards.issueCard(wish)).once(request).busy(busy).then(_ -> {
            request = RequestId.fresh();
            read();
        });
    }

    void save() {
        var shown = card.get();
        if (shown != null) {
            desk.paper().save(shown.getFile());
        }
    }
}
