package org.clinicdesk.client.record;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.record.v1.RecordServiceGrpc;

/// The clinical record: `record/view` and `record/panel`, each with `patient_id`.
public final class RecordFeature implements Feature {

    @Override
    public String id() {
        return "record";
    }

    @Override
    public String icon() {
        return "mdi2c-clipboard-text-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return RecordServiceGrpc.getGetRecordMethod();
    }

    @Override
    public boolean inRail() {
        return false;
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var patientId = place.get("patient_id");
        var model = new ChartModel(desk, patientId);
        model.refresh();
        var topics = FXCollections.observableSet("patient/" + patientId);
        if (place.view().equals("panel")) {
            return Screen.of("record.view", () -> new RecordPanel(desk, model).root())
                    .header(() -> new Warnings(desk, model).root())
                    .watches(topics, model::refresh);
        }
        model.readPerson();
        var screen =
                Screen.of("record.view", () -> new RecordView(desk, model).root())
                        .watches(topics, model::refresh);
        return desk.may(AppointmentServiceGrpc.getOrderFollowUpMethod())
                ? screen.keys(Key.of("Ctrl+G", "followup.order", model::seeAgain))
                : screen;
    }
}
