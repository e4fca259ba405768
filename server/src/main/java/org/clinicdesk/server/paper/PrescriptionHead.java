package org.clinicdesk.server.paper;

import static org.clinicdesk.server.paper.Document.MM;

import java.io.IOException;

/// The upper part of every page of a prescription, and the columns below it.
final class PrescriptionHead {
    private static final Style CLINIC = Style.semibold(11).colored(Style.ACCENT);
    private static final Style ADDRESS = Style.muted(7.5f);
    private static final Style TITLE = Style.semibold(14);
    private static final Style LABEL = Style.muted(7);
    private static final Style NAME = Style.semibold(11.5f);
    private static final Style VALUE = Style.semibold(9.5f);
    private static final float PAD = 2.5f * MM;
    private static final float ROW = 7.5f * MM;

    private final PrescriptionSheet sheet;
    private final Words words;
    private final Typesetter type;
    private final float left;
    private final float right;
    private final float clinicWidth;
    private final float boxTop;
    private final float allergiesTop;
    private final float boxBottom;

    PrescriptionHead(PrescriptionSheet sheet, Words words, PaperSize size, Typesetter type) {
        this.sheet = sheet;
        this.words = words;
        this.type = type;
        left = margin(size);
        right = size.width - left;
        clinicWidth = width() * 0.62f;
        float address = CLINIC.size() + sheet.clinic().lines().size() * ADDRESS.leading() + 4 * MM;
        boxTop = left + Math.max(sheet.copy() ? 19 * MM : 15 * MM, address);
        allergiesTop = boxTop + PAD + LABEL.leading() + nameLines() * NAME.leading() + ROW;
        boxBottom = allergiesTop + LABEL.leading() + allergyLines() * VALUE.leading() + PAD;
    }

    static float margin(PaperSize size) {
        return size == PaperSize.A4 ? 18 * MM : 11 * MM;
    }

    float left() {
        return left;
    }

    float right() {
        return right;
    }

    float width() {
        return right - left;
    }

    /// Where the medicines' text begins, right of their numbers.
    float textLeft() {
        return left + 8 * MM;
    }

    float textWidth() {
        return right - textLeft() - supplyWidth() - 3 * MM;
    }

    /// For what is handed out, at the right edge.
    float supplyWidth() {
        return 27 * MM;
    }

    /// Where the first medicine begins.
    float bottom() {
        return boxBottom + 9 * MM;
    }

    private float boxWidth() {
        return width() - 2 * PAD;
    }

    private int nameLines() {
        return type.wrap(sheet.person().name(), NAME, boxWidth()).size();
    }

    private int allergyLines() {
        return type.wrap(sheet.allergies().printed(words), VALUE, boxWidth()).size();
    }

    void draw(Canvas canvas) throws IOException {
        clinic(canvas);
        title(canvas);
        person(canvas);
        columns(canvas);
    }

    private void clinic(Canvas canvas) throws IOException {
        var name = sheet.clinic().name();
        var style = type.shrink(name, CLINIC, clinicWidth, 8);
        float baseline = left + CLINIC.size() * 0.8f;
        canvas.text(type.shorten(name, style, clinicWidth), style, left, baseline);
        baseline += 1.5f * MM;
        for (var line : sheet.clinic().lines()) {
            baseline += ADDRESS.leading();
            canvas.text(type.shorten(line, ADDRESS, clinicWidth), ADDRESS, left, baseline);
        }
    }

    private void title(Canvas canvas) throws IOException {
        float room = width() - clinicWidth - 4 * MM;
        float baseline = left + CLINIC.size() * 0.8f;
        var title = words.text("paper.prescription.title");
        canvas.textRight(title, type.shrink(title, TITLE, room, 9), right, baseline);
        canvas.textRight(
                sheet.number(),
                type.shrink(sheet.number(), VALUE, room, 6),
                right,
                baseline + 5 * MM);
        if (sheet.copy()) {
            canvas.stamp(words.text("paper.prescription.copy"), VALUE, right, baseline + 11 * MM);
        }
    }

    private void person(Canvas canvas) throws IOException {
        var person = sheet.person();
        float x = left + PAD;
        canvas.fill(Style.SHADE, left, boxTop, width(), boxBottom - boxTop);
        float baseline = boxTop + PAD + LABEL.size();
        canvas.text(words.text("paper.prescription.patient"), LABEL, x, baseline);
        canvas.textRight(person.details(words), VALUE, right - PAD, baseline + 0.5f * MM);
        float below =
                canvas.paragraph(person.name(), NAME, x, baseline + NAME.leading(), boxWidth());
        float half = boxWidth() / 2;
        float row = below - NAME.leading() + 5 * MM;
        pair("paper.prescription.birth", person.birth().printed(words), x, row, half - MM, canvas);
        pair("paper.prescription.number", person.number(), x + half, row, half, canvas);
        float allergies = allergiesTop + LABEL.size();
        canvas.text(words.text("paper.prescription.allergies"), LABEL, x, allergies);
        canvas.paragraph(
                sheet.allergies().printed(words),
                VALUE,
                x,
                allergies + VALUE.leading(),
                boxWidth());
    }

    private void pair(String key, String value, float x, float baseline, float width, Canvas canvas)
            throws IOException {
        var label = words.text(key);
        canvas.text(label, LABEL, x, baseline);
        float from = x + type.width(label, LABEL) + 1.5f * MM;
        canvas.text(value, type.shrink(value, VALUE, x + width - from, 5), from, baseline);
    }

    private void columns(Canvas canvas) throws IOException {
        float baseline = bottom() - 2 * MM;
        canvas.text(words.text("paper.prescription.medicine"), LABEL, textLeft(), baseline);
        canvas.textRight(words.text("paper.prescription.quantity"), LABEL, right, baseline);
        canvas.rule(Style.INK, 0.8f, left, bottom(), width());
    }
}
