package org.clinicdesk.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.clinicdesk.common.v1.File;
import org.clinicdesk.common.v1.Table;
import org.clinicdesk.common.v1.Table.Row;
import org.clinicdesk.report.v1.FileFormat;
import org.clinicdesk.report.v1.GetDayReportFileRequest;
import org.clinicdesk.report.v1.GetDayReportRequest;
import org.clinicdesk.report.v1.ReportServiceGrpc;
import org.clinicdesk.report.v1.ReportServiceGrpc.ReportServiceBlockingStub;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.paper.Words;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

@OnServer
class ReportApiTest {

    private static final String TEXTS = "org.clinicdesk.server.report.report";
    private static final String DAY = "2026-12-15";
    private static final String NOTHING = "2020-02-29";

    /// Rows above the first one of cells: clinic, title, maker, headings.
    private static final int HEAD = 4;

    private final TestServer server;
    private final ReportServiceBlockingStub head;

    ReportApiTest(TestServer server) {
        this.server = server;
        this.head = ReportServiceGrpc.newBlockingStub(server.as("head-doctor"));
    }

    @BeforeAll
    static void live(TestServer server) {
        ReportFixture.live(server, DAY);
    }

    @Test
    void sumsTheDayUp() {
        assertEquals(
                List.of(
                        "report.booked 4",
                        "report.arrived 2",
                        "report.seen 1",
                        "report.cancelled 1",
                        "report.no_show 0",
                        "report.new_patients 3",
                        "report.wait_minutes 20",
                        "report.prescriptions 2",
                        "report.items 3"),
                rows("report.summary"));
    }

    @Test
    void countsTheVisitsOfEachPractitioner() {
        assertEquals(
                List.of("Dr. Amara Okafor 2 2 1 0 0 20", "Dr. Trần Minh Đức 2 0 0 1 0 "),
                rows("report.practitioners"));
    }

    @Test
    void tellsWaitsByTheHourOfArrival() {
        assertEquals(List.of("08:00 1 15 15", "09:00 1 25 25"), rows("report.waits"));
    }

    @Test
    void countsWhatWasPrescribedAndDispensed() {
        assertEquals(List.of("Dr. Amara Okafor 2 3"), rows("report.prescribed"));
        assertEquals(
                List.of("Ibuprofen 400 mg tablet 2 10", "Metformin 500 mg tablet 1 30"),
                rows("report.dispensed"));
    }

    @Test
    void anEmptyDateIsTodayInTheClinic() {
        var today = head.getDayReport(GetDayReportRequest.getDefaultInstance());
        assertEquals(DAY, today.getDate());
    }

    @Test
    void aDayWithoutAnythingHasItsTablesAndNoRows() {
        var tables = tables(NOTHING);
        assertEquals(5, tables.size());
        assertTrue(tables.stream().allMatch(table -> table.getRowsCount() == 0));
    }

    @Test
    void refusesToExportNothing() {
        for (var format : List.of(FileFormat.FILE_FORMAT_PDF, FileFormat.FILE_FORMAT_XLSX)) {
            assertEquals(
                    "report/NOTHING_TO_EXPORT", Refusals.reason(() -> file(head, NOTHING, format)));
        }
    }

    @Test
    void refusesADayThatDoesNotExist() {
        assertEquals("date: date.none", Refusals.field(() -> tables("2026-02-30")));
        assertEquals(
                "date: date.none",
                Refusals.field(() -> file(head, "2026-02-30", FileFormat.FILE_FORMAT_PDF)));
    }

    @Test
    void refusesAFileOfNoKind() {
        assertEquals(
                "format: enum.not_in",
                Refusals.field(() -> file(head, DAY, FileFormat.FILE_FORMAT_UNSPECIFIED)));
    }

    @Test
    void theSpreadsheetHoldsWhatTheScreenShows() throws Exception {
        var file = file(head, DAY, FileFormat.FILE_FORMAT_XLSX);
        assertEquals("day-2026-12-15.xlsx", file.getName());
        assertEquals(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                file.getMediaType());
        try (var workbook =
                new XSSFWorkbook(new ByteArrayInputStream(file.getContent().toByteArray()))) {
            var tables = tables(DAY);
            assertEquals(tables.size(), workbook.getNumberOfSheets());
            for (var i = 0; i < tables.size(); i++) {
                assertEquals(shown(tables.get(i)), written(workbook.getSheetAt(i), tables.get(i)));
            }
        }
    }

    @Test
    void thePaperHoldsWhatTheScreenShows() throws Exception {
        var file = file(head, DAY, FileFormat.FILE_FORMAT_PDF);
        assertEquals("day-2026-12-15.pdf", file.getName());
        assertEquals("application/pdf", file.getMediaType());
        var text = text(file);
        for (var words :
                List.of(
                        "Day report",
                        "Dr. Trần Minh Đức",
                        "08:00",
                        "25 min",
                        "No-show",
                        "Clínica An Bình")) {
            assertTrue(text.contains(words), words + " in " + text);
        }
    }

    @Test
    void paperSpeaksTheLanguageOfTheDesk() throws Exception {
        var desk = ReportServiceGrpc.newBlockingStub(server.speaking("vi", "head-doctor"));
        var text = text(file(desk, DAY, FileFormat.FILE_FORMAT_PDF));
        assertTrue(text.contains("Báo cáo ngày") && text.contains("25 phút"), text);
    }

    @Test
    void everyKeyHasATextInEachLanguage() {
        for (var language : List.of("en", "vi", "es")) {
            var words = Words.in(Locale.of(language), TEXTS);
            for (var table : tables(DAY)) {
                assertFalse(words.text(table.getTitleKey()).isEmpty());
                table.getColumnsList()
                        .forEach(column -> assertFalse(words.text(column.getTitleKey()).isEmpty()));
            }
        }
    }

    @Test
    void nothingTellsOfOnePerson() {
        var report = tables(DAY).toString();
        assertFalse(
                report.contains(ReportFixture.NEW_PATIENT) || report.contains("Nguyễn"), report);
    }

    @Test
    void costsTheSameQueriesOnAnyDay() {
        assertEquals(queries(NOTHING), queries(DAY));
    }

    /// Statements that one report needs, with those of the pipeline around it.
    private long queries(String day) {
        var statistics =
                server.inDatabase(
                                () -> server.clinic().platform().db().session().getSessionFactory())
                        .getStatistics();
        statistics.setStatisticsEnabled(true);
        tables(day);
        statistics.clear();
        tables(day);
        return statistics.getPrepareStatementCount();
    }

    private List<Table> tables(String day) {
        return head.getDayReport(GetDayReportRequest.newBuilder().setDate(day).build())
                .getTablesList();
    }

    private List<String> rows(String title) {
        return tables(DAY).stream()
                .filter(table -> table.getTitleKey().equals(title))
                .flatMap(table -> table.getRowsList().stream())
                .map(row -> String.join(" ", row.getCellsList()))
                .toList();
    }

    private static File file(ReportServiceBlockingStub desk, String day, FileFormat format) {
        var request = GetDayReportFileRequest.newBuilder().setDate(day).setFormat(format);
        return desk.getDayReportFile(request.build()).getFile();
    }

    private static String text(File file) throws Exception {
        try (var document = Loader.loadPDF(file.getContent().toByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    /// The table as the screen has it: headings and words by their texts.
    private static List<List<String>> shown(Table table) {
        var words = Words.in(Locale.ENGLISH, TEXTS);
        var lines = new ArrayList<List<String>>();
        lines.add(
                table.getColumnsList().stream()
                        .map(column -> words.text(column.getTitleKey()))
                        .toList());
        for (var row : table.getRowsList()) {
            lines.add(
                    IntStream.range(0, row.getCellsCount())
                            .mapToObj(i -> shown(table, row, i, words))
                            .toList());
        }
        return lines;
    }

    private static String shown(Table table, Row row, int i, Words words) {
        var cell = row.getCells(i);
        return table.getColumns(i).getKind() == Table.Kind.KIND_WORD ? words.text(cell) : cell;
    }

    /// The table as the spreadsheet has it: its typed cells in the contract's form.
    private static List<List<String>> written(Sheet sheet, Table table) {
        return IntStream.range(HEAD - 1, HEAD + table.getRowsCount())
                .mapToObj(row ->
                        IntStream.range(0, table.getColumnsCount())
                                .mapToObj(
                                        i -> written(sheet, row, i, table.getColumns(i).getKind()))
                                .toList())
                .toList();
    }

    private static String written(Sheet sheet, int row, int column, Table.Kind kind) {
        var cell = sheet.getRow(row).getCell(column);
        if (cell == null) {
            return "";
        }
        return switch (cell.getCellType()) {
            case BLANK -> "";
            case NUMERIC ->
                    kind == Table.Kind.KIND_TIME
                            ? cell.getLocalDateTimeCellValue().toLocalTime().toString()
                            : Long.toString((long) cell.getNumericCellValue());
            default -> cell.getStringCellValue();
        };
    }
}
