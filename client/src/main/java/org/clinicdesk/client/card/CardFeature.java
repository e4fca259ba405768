package org.clinicdesk.client.card;

import io.grpc.MethodDescriptor;
import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;

/// Patient cards: the place `card` with `patient_id`.
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
        return CardServiceGrpc.getGetCardMethod();
    }

    @Override
    public boolean inRail() {
        return false;
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var model = new CardModel(desk, place.get("patient_id"));
        model.read();
        return Screen.of("card.view", () -> new CardView(desk, model).root());
    }
}
