package org.clinicdesk.server.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.clinicdesk.server.paper.Table.Column;
import org.clinicdesk.server.paper.Table.Kind;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class ReportTest {
    private static final String KEYS = "org.clinicdesk.server.paper.sample";
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("sample.time", Kind.TIME),
                    new Column("sample.person", Kind.TEXT),
                    new Column("sample.state", Kind.WORD),
                    new Column("sample.visits", Kind.INTEGER),
                    new Column("sample.wait", Kind.MINUTES),
                    new Column("sample.share", Kind.PERCENT));

    private static Report report(int rows, String language) {
        var lines = new ArrayList<List<Cell>>();
        for (int i = 0; i < rows; i++) {
            lines.add(
                    List.of(
                            new Cell.Time(LocalTime.of(7 + i % 12, 30)),
                            new Cell.Text(
                                    i == 0 ? "=HYPERLINK(\"http://x\")" : "Nguyễn Thị Ánh " + i),
                            new Cell.Word("sample.state.done"),
                            new Cell.Whole(1200 + i),
                            new Cell.Minutes(15),
                            i % 5 == 4 ? new Cell.Empty() : new Cell.Percent(87)));
        }
        return new Report(
                "Phòng khám Đa khoa Hoa Sữa",
                "sample.title",
                LocalDate.of(2026, 11, 21),
                List.of(
                        new Table("sample.day", COLUMNS, lines),
                        new Table("sample.none", COLUMNS.subList(0, 3), List.of())),
                "Lê Thị Mai",
                Instant.parse("2026-11-21T09:05:00Z"),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                Locale.of(language));
    }

    private static Rendered paper(Report report) {
        return new Rendered(new ReportPaper(KEYS).pdf(report));
    }

    private static XSSFWorkbook sheet(Report report) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(new ReportSheet(KEYS).xlsx(report)));
    }

    @Test
    void paperRepeatsItsHeadingsAndNumbersItsPages() throws Exception {
        var paper = paper(report(90, "en")).shown("report-en");
        int pages = paper.pages();
        assertTrue(pages > 1);
        for (int page = 1; page <= pages; page++) {
            var text = paper.text(page);
            assertTrue(
                    text.contains("Patient") && text.contains("Page " + page + " of " + pages),
                    text);
            assertTrue(
                    text.contains("Made by Lê Thị Mai, 21 Nov 2026, 16:05 (Asia/Ho_Chi_Minh)"),
                    text);
        }
        assertTrue(paper.text().contains("1,289"));
        assertTrue(paper.text().contains("No entries"));
    }

    @Test
    void aWideTableIsPrintedLandscape() throws Exception {
        var columns = new ArrayList<Column>();
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < 8; i++) {
            columns.add(new Column("sample.person", Kind.TEXT));
            cells.add(new Cell.Text("María del Carmen Fernández de la Vega"));
        }
        var r = report(1, "es");
        var tables = List.of(new Table("sample.day", columns, List.of(cells)));
        var wide =
                new Report(
                        r.clinic(),
                        r.titleKey(),
                        r.day(),
                        tables,
                        r.madeBy(),
                        r.madeAt(),
                        r.zone(),
                        r.locale());
        try (var document = paper(wide).shown("report-wide").open()) {
            var page = document.getPage(0).getMediaBox();
            assertTrue(page.getWidth() > page.getHeight());
        }
    }

    @Test
    void anEmptyReportIsRefused() {
        assertThrows(NothingToExport.class, () -> paper(report(0, "en")));
        assertThrows(NothingToExport.class, () -> sheet(report(0, "en")));
    }

    @Test
    void cellsOfTheSpreadsheetAreTyped() throws Exception {
        Files.createDirectories(Path.of("target", "paper"));
        Files.write(
                Path.of("target", "paper", "report.xlsx"),
                new ReportSheet(KEYS).xlsx(report(40, "vi")));
        try (var workbook = sheet(report(3, "vi"))) {
            var row = workbook.getSheetAt(0).getRow(ReportSheet.HEADING_ROW + 2);
            assertEquals(
                    LocalTime.of(8, 30), row.getCell(0).getLocalDateTimeCellValue().toLocalTime());
            assertEquals("Nguyễn Thị Ánh 1", row.getCell(1).getStringCellValue());
            assertEquals("Đã khám", row.getCell(2).getStringCellValue());
            assertEquals(1201, row.getCell(3).getNumericCellValue());
            assertEquals(15, row.getCell(4).getNumericCellValue());
            assertEquals("0 \"phút\"", row.getCell(4).getCellStyle().getDataFormatString());
            assertEquals(0.87, row.getCell(5).getNumericCellValue(), 1e-9);
            assertEquals("0%", row.getCell(5).getCellStyle().getDataFormatString());
        }
    }

    @Test
    void noTextBecomesAFormula() throws Exception {
        try (var workbook = sheet(report(3, "en"))) {
            var cell = workbook.getSheetAt(0).getRow(ReportSheet.HEADING_ROW + 1).getCell(1);
            assertEquals(CellType.STRING, cell.getCellType());
            assertEquals("=HYPERLINK(\"http://x\")", cell.getStringCellValue());
            assertTrue(cell.getCellStyle().getQuotePrefixed());
        }
    }

    @Test
    void theSheetHasFrozenHeadingsAndAFilter() throws Exception {
        try (var workbook = sheet(report(3, "en"))) {
            var sheet = workbook.getSheetAt(0);
            assertEquals(
                    ReportSheet.HEADING_ROW + 1,
                    sheet.getPaneInformation().getHorizontalSplitPosition());
            assertEquals("A4:F7", sheet.getCTWorksheet().getAutoFilter().getRef());
            assertEquals(
                    "Patient",
                    sheet.getRow(ReportSheet.HEADING_ROW).getCell(1).getStringCellValue());
            assertTrue(
                    sheet.getRow(2).getCell(0).getStringCellValue().contains("(Asia/Ho_Chi_Minh)"));
        }
    }

    @Test
    void aCellOfAnotherKindThanItsColumnIsRefused() {
        var row = List.<Cell>of(new Cell.Text("12"));
        var columns = List.of(new Column("sample.visits", Kind.INTEGER));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Table("sample.day", columns, List.of(row)));
    }
}
