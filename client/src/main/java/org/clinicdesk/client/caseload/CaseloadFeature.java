package org.clinicdesk.client.caseload;

import io.grpc.MethodDescriptor;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;

import java.util.Optional;

/// My visits.
public final class CaseloadFeature implements Feature {

    @Override
    public String id() {
        return "caseload";
    }

    @Override
    public String icon() {
        return "mdi2c-clipboard-account-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return AppointmentServiceGrpc.getListMyVisitsMethod();
    }

    @Override
    public Optional<String> key() {
        return Optional.of("F12");
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var model = new CaseloadModel(desk);
        model.read();
        return Screen.of("caseload.visits", () -> new CaseloadView(desk, model).root())
                .header(() -> CaseloadView.header(desk, model))
                .actions(() -> CaseloadView.actions(desk, model))
                .keys(
                        Key.hint("↑↓", "caseload.key.choose"),
                        Key.hint("Enter", "caseload.key.open"),
                        Key.of("R", "caseload.record", model::openRecord),
                        Key.of("G", "followup.order", model::seeAgain),
                        Key.of("D", "caseload.DAY", () -> model.period().set(Period.DAY)),
                        Key.of("W", "caseload.WEEK", () -> model.period().set(Period.WEEK)),
                        Key.of("M", "caseload.MONTH", () -> model.period().set(Period.MONTH)),
                        Key.of("P", "caseload.PATIENTS", () -> model.period().set(Period.PATIENTS)),
                        Key.of("Alt+Left", "caseload.previous", () -> model.go(-1)),
                        Key.of("Alt+Right", "caseload.next", () -> model.go(1)),
                        Key.of("T", "caseload.today", model::today),
                        Key.of("Ctrl+E", "caseload.export", model::export))
                .watches(model.topics(), model::read);
    }
}
