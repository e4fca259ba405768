package org.clinicdesk.server.paper;

import static org.clinicdesk.server.paper.Document.MM;

import java.io.IOException;

/// The lower part of every page of a prescription: who signed and when, room for a hand's signature, the code, the
/// page.
final class PrescriptionFoot {
    private static final Style LABEL = Style.muted(7);
    private static final Style VALUE = Style.regular(8.5f);

    private final PrescriptionSheet sheet;
    private final Words words;
    private final Typesetter type;
    private final QrCode code;
    private final PaperSize size;
    private final float margin;
    private final float qrLeft;
    private final float qrTop;

    PrescriptionFoot(PrescriptionSheet sheet, Words words, PaperSize size, Typesetter type) {
        this.sheet = sheet;
        this.words = words;
        this.type = type;
        this.size = size;
        code = QrCode.of(sheet.code());
        margin = PrescriptionHead.margin(size);
        qrLeft = size.width - margin - PrescriptionPaper.QR;
        qrTop = size.height - margin - 5 * MM - PrescriptionPaper.QR;
    }

    /// Where the medicines have to end; the code's quiet zone begins here.
    float top() {
        return qrTop - code.quiet(PrescriptionPaper.QR);
    }

    void draw(Canvas canvas, int page, int pages) throws IOException {
        canvas.qr(code, qrLeft, qrTop, PrescriptionPaper.QR);
        float width = qrLeft - code.quiet(PrescriptionPaper.QR) - margin;
        float baseline = qrTop + LABEL.size() * 0.8f;
        var signed =
                words.minute(sheet.signedAt(), sheet.zone())
                        + " · "
                        + words.text("paper.prescription.valid", words.date(sheet.validUntil()));
        baseline =
                labelled(
                        "paper.prescription.prescriber",
                        sheet.prescriber(),
                        baseline,
                        width,
                        canvas);
        labelled("paper.prescription.signed", signed, baseline + 1.5f * MM, width, canvas);
        float line = qrTop + PrescriptionPaper.QR - 1.5f * MM;
        canvas.rule(Style.INK, 0.5f, margin, line, Math.min(width, 70 * MM));
        canvas.text(
                words.text("paper.prescription.signature"), LABEL, margin, line + LABEL.leading());
        canvas.textRight(
                words.text("paper.page", page, pages),
                LABEL,
                size.width - margin,
                size.height - margin);
    }

    private float labelled(String key, String value, float baseline, float width, Canvas canvas)
            throws IOException {
        var style = type.shrink(value, VALUE, width, 6);
        canvas.text(words.text(key), LABEL, margin, baseline);
        canvas.text(type.shorten(value, style, width), style, margin, baseline + VALUE.leading());
        return baseline + VALUE.leading() + LABEL.leading();
    }
}
