package org.clinicdesk.client.prescription;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.prescription.v1.PrescriptionServiceGrpc;

/// Prescriptions: `prescription/write` with `patient_id`, and `visit_id` when it belongs to one.
public final class PrescriptionFeature implements Feature {

    @Override
    public String id() {
        return "prescription";
    }

    @Override
    public String icon() {
        return "mdi2p-pill";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return PrescriptionServiceGrpc.getSignPrescriptionMethod();
    }

    @Override
    public boolean inRail() {
        return false;
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var patientId = place.get("patient_id");
        var model = new PrescriptionModel(desk, patientId, place.get("visit_id"));
        return Screen.of("prescription.write", () -> new PrescriptionView(desk, model).root())
                .header(() -> new PersonHead(desk, model.person(), model.check()).node())
                .keys(
                        Key.of("Ctrl+N", "prescription.add", model.written()::add),
                        Key.of(
                                "Ctrl+O",
                                "prescription.override",
                                () -> OverrideDialog.next(desk, model.check())),
                        Key.of(
                                "Ctrl+D",
                                "prescription.by-weight",
                                () -> WeightDialog.open(desk, model)),
                        Key.of(
                                "Ctrl+1",
                                "prescription.pick.favourites",
                                () -> PickDialog.open(desk, model, PickDialog.Source.FAVOURITES)),
                        Key.of(
                                "Ctrl+2",
                                "prescription.pick.previous",
                                () -> PickDialog.open(desk, model, PickDialog.Source.PREVIOUS)),
                        Key.of(
                                "Ctrl+3",
                                "prescription.pick.protocols",
                                () -> PickDialog.open(desk, model, PickDialog.Source.PROTOCOLS)),
                        Key.of(
                                "Ctrl+H",
                                "prescription.history",
                                () -> HistoryDialog.open(desk, model)),
                        Key.of("Ctrl+Enter", "prescription.sign", model::sign))
                .watches(FXCollections.observableSet("patient/" + patientId), model::refresh)
                .asksWhen(model::dirty);
    }
}
