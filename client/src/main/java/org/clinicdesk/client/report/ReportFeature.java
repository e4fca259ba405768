package org.clinicdesk.client.report;

import io.grpc.MethodDescriptor;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.report.v1.ReportServiceGrpc;

import java.util.Optional;

/// The report on a day.
public final class ReportFeature implements Feature {

    @Override
    public String id() {
        return "report";
    }

    @Override
    public String icon() {
        return "mdi2c-chart-box-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return ReportServiceGrpc.getGetDayReportMethod();
    }

    @Override
    public Optional<String> key() {
        return Optional.of("F7");
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var model = new ReportModel(desk);
        return Screen.of("report.day", () -> new ReportView(desk, model).root())
                .header(() -> ReportView.header(desk, model))
                .actions(() -> ReportView.actions(desk, model))
                .keys(
                        Key.of("Alt+Left", "report.day.previous", () -> model.go(-1)),
                        Key.of("Alt+Right", "report.day.next", () -> model.go(1)),
                        Key.of("Ctrl+E", "report.export.xlsx", model::export),
                        Key.of("Ctrl+P", "report.export.pdf", model::print),
                        Key.of("Ctrl+R", "report.refresh", model::refresh));
    }
}
