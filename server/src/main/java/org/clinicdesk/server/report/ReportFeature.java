package org.clinicdesk.server.report;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.report.v1.ReportServiceGrpc;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.Staff;

import java.util.List;
import java.util.function.Supplier;

/// Reports.
public final class ReportFeature implements Feature {

    private final ReportApi api;

    public ReportFeature(
            Platform platform,
            Sites sites,
            Staff staff,
            Roster roster,
            Supplier<Knowledge> knowledge) {
        this.api =
                new ReportApi(
                        platform.clock(),
                        sites,
                        new Days(platform.db(), roster, staff),
                        new Alerts(platform.db(), knowledge));
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(ReportServiceGrpc.getServiceDescriptor())
                        .unary(ReportServiceGrpc.getGetDayReportMethod(), api::getDay)
                        .unary(ReportServiceGrpc.getGetDayReportFileMethod(), api::getDayFile)
                        .unary(ReportServiceGrpc.getGetAlertReportMethod(), api::getAlerts)
                        .unary(ReportServiceGrpc.getGetAlertReportFileMethod(), api::getAlertFile)
                        .bind());
    }
}
