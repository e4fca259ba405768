package org.clinicdesk.client.visit;

import io.grpc.MethodDescriptor;
import javafx.collections.FXCollections;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.visit.v1.VisitServiceGrpc;

/// Consultations. They are opened from the waiting list: `visit/write` with `id`.
public final class VisitFeature implements Feature {

    @Override
    public String id() {
        return "visit";
    }

    @Override
    public String icon() {
        return "mdi2s-stethoscope";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return VisitServiceGrpc.getGetVisitMethod();
    }

    @Override
    public boolean inRail() {
        return false;
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var model = new VisitModel(desk, place.get("id"));
        model.read();
        return Screen.of("visit.write", () -> new VisitView(desk, model).root())
                .title(model::title)
                .actions(() -> VisitView.actions(desk, model))
                .keys(
                        Key.of("Ctrl+R", "visit.prescribe", model::prescribe),
                        Key.of("Ctrl+Enter", "visit.finish", model::finish))
                .watches(FXCollections.observableSet("visit/" + place.get("id")), model::readRecord);
    }
}
