package org.clinicdesk.server.report;

import com.google.protobuf.ByteString;

import org.clinicdesk.common.v1.File;
import org.clinicdesk.report.v1.FileFormat;
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
import org.clinicdesk.server.site.Sites;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/// ReportService of the contract.
final class ReportApi {

    private static final String TEXTS = "org.clinicdesk.server.report.report";
    private static final String SPREADSHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Clock clock;
    private final Sites sites;
    private final Days days;
    private final ReportPaper paper = new ReportPaper(TEXTS);
    private final ReportSheet sheet = new ReportSheet(TEXTS);

    ReportApi(Clock clock, Sites sites, Days days) {
        this.clock = clock;
        this.sites = sites;
        this.days = days;
    }

    GetDayReportResponse getDay(GetDayReportRequest request) {
        var date = date(request.getDate());
        var answer = GetDayReportResponse.newBuilder().setDate(date.toString());
        tables(date).forEach(table -> answer.addTables(proto(table)));
        return answer.build();
    }

    GetDayReportFileResponse getDayFile(GetDayReportFileRequest request) {
        var date = date(request.getDate());
        var file = file(date, request.getFormat());
        return GetDayReportFileResponse.newBuilder().setFile(file).build();
    }

    private List<Table> tables(LocalDate date) {
        return DayReport.tables(days.figures(date));
    }

    /// @throws Refusal NOTHING_TO_EXPORT
    private File file(LocalDate date, FileFormat format) {
        var report = report(date);
        var name = "day-" + date;
        try {
            return switch (format) {
                case FILE_FORMAT_XLSX -> file(name + ".xlsx", SPREADSHEET, sheet.xlsx(report));
                case FILE_FORMAT_PDF -> file(name + ".pdf", "application/pdf", paper.pdf(report));
                case FILE_FORMAT_UNSPECIFIED, UNRECOGNIZED ->
                        throw new Invalid("format", "enum.defined_only");
            };
        } catch (NothingToExport _) {
            throw new Refusal(ReportRefusal.NOTHING_TO_EXPORT);
        }
    }

    private Report report(LocalDate date) {
        var clinic = sites.clinic();
        var call = Call.current();
        return new Report(
                clinic.name(),
                DayReport.TITLE,
                date,
                tables(date),
                call.caller().name(),
                clock.instant(),
                clinic.zone(),
                call.locale());
    }

    private static File file(String name, String mediaType, byte[] content) {
        return File.newBuilder()
                .setName(name)
                .setMediaType(mediaType)
                .setContent(ByteString.copyFrom(content))
                .build();
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
