package org.clinicdesk.client.card;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.GetCardRequest;
import org.clinicdesk.card.v1.GetCardResponse;
import org.clinicdesk.card.v1.IssueCardRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.common.v1.File;

import java.util.Optional;

/// The card that a person has, if any.
final class CardModel {

    private final Desk desk;
    private final String patientId;
    private final CardServiceGrpc.CardServiceBlockingV2Stub cards;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Reading());
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    /// What is known of the card.
    sealed interface State {}

    record Reading() implements State {}

    record None() implements State {}

    /// It could not be read: whether there is one is open.
    record Unread() implements State {}

    record Issued(String code, File file) implements State {}

    CardModel(Desk desk, String patientId) {
        this.desk = desk;
        this.patientId = patientId;
        this.cards = CardServiceGrpc.newBlockingV2Stub(desk.channel());
        read();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    Optional<Issued> issued() {
        return state.get() instanceof Issued card ? Optional.of(card) : Optional.empty();
    }

    void read() {
        desk.calls()
                .call(() ->
                        cards.getCard(GetCardRequest.newBuilder().setPatientId(patientId).build()))
                .latest(reads)
                .busy(busy)
                .refused("NO_CARD", problem -> state.set(new None()))
                .refused(this::unread)
                .then(this::show);
    }

    /// The first card.
    void issue() {
        issue(false);
    }

    /// A new card in place of one that was lost; the old one stops working.
    void reissue() {
        issue(true);
    }

    private void issue(boolean reissue) {
        if (busy.is()) {
            return;
        }
        var request =
                IssueCardRequest.newBuilder().setPatientId(patientId).setReissue(reissue).build();
        desk.calls()
                .call(() -> cards.issueCard(request))
                .once(requestId)
                .busy(busy)
                .then(answer -> {
                    requestId = RequestId.fresh();
                    desk.notices()
                            .done(desk.texts().get(reissue ? "card.reissued" : "card.issued"));
                    read();
                });
    }

    private void show(GetCardResponse answer) {
        state.set(new Issued(answer.getCode(), answer.getFile()));
    }

    private void unread(Problem problem) {
        state.set(new Unread());
        desk.explain(problem);
    }
}
