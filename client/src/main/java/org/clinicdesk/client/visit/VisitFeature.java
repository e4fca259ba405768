package org.clinicdesk.client.visit;

import io.grpc.MethodDescriptor;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.visit.v1.VisitServiceGrpc;

import java.util.List;

/// Consultations. They are opened from the waiting list, and from the record to be read again: `visit/write` with `id`.
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
        var screen =
                Screen.of("visit.write", () -> new VisitView(desk, model).root())
                        .actions(() -> new VisitActions(desk, model).root())
                        .asksWhen(() -> model.writing().dirty())
                        .ownKeys(() -> model.called().map(Screen::keys).orElse(List.of()))
                        .watches(model.topics(), model::refresh);
        if (model.maySeeAgain()) {
            screen.keys(Key.of("Ctrl+G", "followup.order", model::seeAgain));
        }
        if (desk.may(VisitServiceGrpc.getFinishVisitMethod())) {
            screen.keys(Key.of("Ctrl+Enter", "visit.finish", model::finish));
            if (desk.has("prescription")) {
                screen.keys(Key.of("Ctrl+R", "visit.prescribe", model::prescribe));
            }
        }
        return screen;
    }
}
