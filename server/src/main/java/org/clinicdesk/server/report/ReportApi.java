package org.clinicdesk.server.report;

import org.clinicdesk.common.v1.File;
import org.clinicdesk.report.v1.FileFormat;
import org.clinicdesk.report.v1.GetAlertReportFileRequest;
import org.clinicdesk.report.v1.GetAlertReportFileResponse;
import org.clinicdesk.report.v1.GetAlertReportRequest;
import org.clinicdesk.report.v1.GetAlertReportResponse;
import org.clinicdesk.report.v1.GetDayReportFileRequest;
import org.clinicdesk.report.v1.GetDayReportFileResponse;
import org.clinicdesk.report.v1.GetDayReportRequest;
import org.clinicdesk.report.v1.GetDayReportResponse;
import org.clinicdesk.server.paper.Cell;
import org.clinicdesk.server.paper.NothingToExport;
import org.clinicdesk.server.paper.Report;
import org.clinicdesk.server.paper.ReportPaper;
import org.clinicdesk.server.paper.ReportSheet;
import org.clinicdesk.server.paper.Table;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.site.Sites;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/// ReportService of the contract.
final class ReportApi {

    /// The report on alerts looks back so far.
    private static final int ALERT_DAYS = 90;

    private static final String TEXTS = "org.clinicdesk.server.report.report";
    private static final String SPREADSHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Clock clock;
    private final Sites sites;
    private final Days days;
    private final Alerts alerts;
    private final ReportPaper paper = new ReportPaper(TEXTS);
    private final ReportSheet sheet = new ReportSheet(TEXTS);

    ReportApi(Clock clock, Sites sites, Days days, Alerts alerts) {
        this.clock = clock;
        this.sites = sites;
        this.days = days;
        this.alerts = alerts;
    }

    GetDayReportResponse getDay(GetDayReportRequest request) {
        var date = date(request.getDate());
        var answer = GetDayReportResponse.newBuilder().setDate(date.toString());
        tables(date).forEach(table -> answer.addTables(proto(table)));
        return answer.build();
    }

    GetDayReportFileResponse getDayFile(GetDayReportFileRequest request) {
        var date = date(request.getDate());
        var report = report(DayReport.TITLE, date, tables(date));
        var file = file(report, "day-" + date, request.getFormat());
        return GetDayReportFileResponse.newBuilder().setFile(file).build();
    }

    GetAlertReportResponse getAlerts(GetAlertReportRequest request) {
        var date = date(request.getDate());
        var answer =
                GetAlertReportResponse.newBuilder()
                        .setFrom(first(date).toString())
                        .setDate(date.toString());
        alertTables(date).forEach(table -> answer.addTables(proto(table)));
        return answer.build();
    }

    GetAlertReportFileResponse getAlertFile(GetAlertReportFileRequest request) {
        var date = date(request.getDate());
        var report = report(AlertReport.TITLE, date, alertTables(date));
        return GetAlertReportFileResponse.newBuilder()
                .setFile(file(report, "alerts-" + date, request.getFormat()))
                .build();
    }

    private static LocalDate first(LocalDate last) {
        return last.minusDays(ALERT_DAYS - 1L);
    }

    private List<Table> alertTables(LocalDate date) {
        return AlertReport.tables(alerts.between(first(date), date));
    }

    private List<Table> tables(LocalDate date) {
        return DayReport.tables(days.figures(date));
    }

    /// @throws Refusal NOTHING_TO_EXPORT
    private File file(Report report, String name, FileFormat format) {
        try {
            return switch (format) {
                case FILE_FORMAT_XLSX ->
                        Protos.file(name + ".xlsx", SPREADSHEET, sheet.xlsx(report));
                case FILE_FORMAT_PDF -> Protos.pdf(name + ".pdf", paper.pdf(report));
                case FILE_FORMAT_UNSPECIFIED, UNRECOGNIZED ->
                        throw new Invalid("format", "enum.defined_only");
            };
        } catch (NothingToExport _) {
            throw new Refusal(ReportRefusal.NOTHING_TO_EXPORT);
        }
    }

    private Report report(String title, LocalDate date, List<Table> tables) {
        var clinic = sites.clinic();
        var call = Call.current();
        return new Report(
                clinic.name(),
                title,
                date,
                tables,
                call.caller().name(),
                clock.instant(),
                clinic.zone(),
                call.locale());
    }

    private LocalDate date(String text) {
        try {
            return text.isEmpty() ? days.today() : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Invalid("date", "date.none");
        }
    }

    private static org.clinicdesk.common.v1.Table proto(Table table) {
        var answer = org.clinicdesk.common.v1.Table.newBuilder().setTitleKey(table.titleKey());
        for (var column : table.columns()) {
            answer.addColumnsBuilder()
                    .setTitleKey(column.titleKey())
                    .setKind(
                            org.clinicdesk.common.v1.Table.Kind.valueOf(
                                    "KIND_" + column.kind().name()));
        }
        for (var row : table.rows()) {
            answer.addRowsBuilder().addAllCells(row.stream().map(Cell::wire).toList());
        }
        return answer.build();
    }
}
