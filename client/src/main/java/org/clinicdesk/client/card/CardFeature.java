package org.clinicdesk.client.card;

import io.grpc.MethodDescriptor;

import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;

/// The card of a person: `card` with `patient_id`.
public final class CardFeature implements Feature {

    @Override
    public String id() {
        return "card";
    }

    @Override
    public String icon() {
        return "mdi2c-card-account-details-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return CardServiceGrpc.getIssueCardMethod();
    }

    @Override
    public boolean inRail() {
        return false;
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var model = new CardModel(desk, place.get("patient_id"));
        return Screen.of("card.view", () -> new CardView(desk, model).root())
                .keys(
                        Key.of("Ctrl+P", "card.print", () -> CardView.print(desk, model)),
                        Key.hint("Esc", "kit.back"));
    }
}
