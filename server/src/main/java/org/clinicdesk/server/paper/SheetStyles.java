package org.clinicdesk.server.paper;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/// The looks of a spreadsheet's cells, made once for a workbook, and how a value becomes a cell.
final class SheetStyles {
    private static final int LONGEST = 32_767;

    private final Workbook workbook;
    private final Words words;
    private final CellStyle plain;
    private final CellStyle title;
    private final CellStyle heading;
    private final CellStyle headingRight;
    private final CellStyle wrapped;
    private final CellStyle quoted;
    private final CellStyle whole;
    private final CellStyle minutes;
    private final CellStyle time;
    private final CellStyle percent;

    SheetStyles(Workbook workbook, Words words) {
        this.workbook = workbook;
        this.words = words;
        plain = workbook.createCellStyle();
        title = bold(14);
        heading = heading(HorizontalAlignment.LEFT);
        headingRight = heading(HorizontalAlignment.RIGHT);
        wrapped = top();
        wrapped.setWrapText(true);
        quoted = top();
        quoted.setWrapText(true);
        quoted.setQuotePrefixed(true);
        whole = format("#,##0");
        minutes = format("0 \"" + words.text("paper.report.minutes", "").strip() + "\"");
        time = format("hh:mm");
        time.setAlignment(HorizontalAlignment.LEFT);
        percent = format("0%");
    }

    CellStyle plain() {
        return plain;
    }

    CellStyle title() {
        return title;
    }

    CellStyle heading() {
        return heading;
    }

    CellStyle headingRight() {
        return headingRight;
    }

    void cell(Row row, int column, Cell value) {
        switch (value) {
            case Cell.Empty() -> {}
            case Cell.Text(var text) -> text(row, column, text, wrapped);
            case Cell.Word(_) -> text(row, column, value.printed(words), wrapped);
            case Cell.Whole(var number) -> number(row, column, number, whole);
            case Cell.Minutes(var number) -> number(row, column, number, minutes);
            case Cell.Percent(var number) -> number(row, column, number / 100.0, percent);
            case Cell.Time(var at) -> number(row, column, at.toSecondOfDay() / 86_400.0, time);
        }
    }

    /// Always of the type text; marked as quoted when a spreadsheet would take it for a formula once it is edited.
    void text(Row row, int column, String text, CellStyle style) {
        var cleaned = Typesetter.clean(text);
        var cell = row.createCell(column);
        cell.setCellValue(
                cleaned.length() > LONGEST ? cleaned.substring(0, LONGEST - 1) + "…" : cleaned);
        cell.setCellStyle(
                !cleaned.isEmpty() && "=+-@".indexOf(cleaned.charAt(0)) >= 0 ? quoted : style);
    }

    private static void number(Row row, int column, double number, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellValue(number);
        cell.setCellStyle(style);
    }

    private CellStyle top() {
        var style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private CellStyle format(String format) {
        var style = top();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private CellStyle bold(int points) {
        var font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) points);
        var style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private CellStyle heading(HorizontalAlignment alignment) {
        var style = bold(11);
        style.setAlignment(alignment);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }
}
