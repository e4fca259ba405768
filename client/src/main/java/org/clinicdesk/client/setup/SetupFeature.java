package org.clinicdesk.client.setup;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;

/// The rules of the bookings.
public final class SetupFeature implements Feature {

    private static final String TOPIC = "booking-rules";

    @Override
    public String id() {
        return "setup";
    }

    @Override
    public String icon() {
        return "mdi2c-cog-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return AppointmentServiceGrpc.getSetBookingRulesMethod();
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var model = new BookingRulesModel(desk);
        model.read();
        return Screen.of("setup.rules", () -> new BookingRulesView(desk, model).root())
                .actions(() -> BookingRulesView.actions(desk, model))
                .keys(Key.of("Ctrl+S", "kit.save", model::save))
                .watches(FXCollections.observableSet(TOPIC), model::read)
                .asksWhen(model::dirty);
    }
}
