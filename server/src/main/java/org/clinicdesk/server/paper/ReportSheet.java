package org.clinicdesk.server.paper;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// A report as a spreadsheet (Office Open XML), one sheet for each table. Numbers are numbers, times are times, and no
/// text ever becomes a formula: a name that begins with "=" stays a name, also after somebody edits the cell.
public final class ReportSheet {
    static final int HEADING_ROW = 3;

    private final String[] bundles;

    /// The bundles hold the texts of the reports' own keys.
    public ReportSheet(String... bundles) {
        this.bundles = bundles.clone();
    }

    /// Throws [NothingToExport] when there is no row.
    public byte[] xlsx(Report report) {
        report.requireRows();
        var words = Words.in(report.locale(), bundles);
        try (var workbook = new SXSSFWorkbook(200)) {
            workbook.setCompressTempFiles(true);
            workbook.getXSSFWorkbook().getProperties().getCoreProperties().setCreator("ClinicDesk");
            var styles = new SheetStyles(workbook, words);
            var names = new HashSet<String>();
            for (var table : report.tables()) {
                var name = sheetName(words.text(table.titleKey()), names);
                fill(workbook.createSheet(name), report, table, words, styles);
            }
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// At most 31 characters, none of those Excel forbids, and different from the others, for Excel also in case.
    private static String sheetName(String title, Set<String> taken) {
        var base = WorkbookUtil.createSafeSheetName(Typesetter.clean(title));
        var name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            var suffix = " " + i;
            name = base.substring(0, Math.min(base.length(), 31 - suffix.length())) + suffix;
        }
        return name;
    }

    private static void fill(
            Sheet sheet, Report report, Table table, Words words, SheetStyles styles) {
        styles.text(sheet.createRow(0), 0, report.clinic(), styles.plain());
        var title = words.text(report.titleKey()) + ", " + words.date(report.day());
        styles.text(
                sheet.createRow(1), 0, title + ": " + words.text(table.titleKey()), styles.title());
        styles.text(sheet.createRow(2), 0, report.made(words), styles.plain());
        headings(sheet, table, words, styles);
        int number = HEADING_ROW;
        for (var cells : table.rows()) {
            var row = sheet.createRow(++number);
            for (int i = 0; i < cells.size(); i++) {
                styles.cell(row, i, cells.get(i));
            }
        }
        sheet.createFreezePane(0, HEADING_ROW + 1);
        sheet.setAutoFilter(
                new CellRangeAddress(HEADING_ROW, number, 0, table.columns().size() - 1));
        printing(sheet);
    }

    private static void headings(Sheet sheet, Table table, Words words, SheetStyles styles) {
        var row = sheet.createRow(HEADING_ROW);
        for (int i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            var heading = words.text(column.titleKey());
            styles.text(
                    row,
                    i,
                    heading,
                    column.kind().isNumeric() ? styles.headingRight() : styles.heading());
            sheet.setColumnWidth(i, 256 * characters(table, i, heading, words));
        }
    }

    /// The widest content, between 10 and 50 characters, with room for the filter's button beside the heading.
    private static int characters(Table table, int column, String heading, Words words) {
        int longest = heading.length() + 4;
        for (var row : table.rows()) {
            longest = Math.max(longest, row.get(column).printed(words).length() + 2);
        }
        return Math.clamp(longest, 10, 50);
    }

    private static void printing(Sheet sheet) {
        sheet.setRepeatingRows(new CellRangeAddress(HEADING_ROW, HEADING_ROW, -1, -1));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setRight("&P / &N");
    }
}
