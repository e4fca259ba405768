package org.clinicdesk.server.paper;

import static org.clinicdesk.server.paper.Document.MM;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// A patient's card in the size of a bank card (ISO/IEC 7810 ID-1, called CR80), as a PDF.
public final class CardPaper {
    static final float WIDTH = 85.6f * MM;
    static final float HEIGHT = 54 * MM;
    static final float QR = 24 * MM;

    private static final float MARGIN = 5 * MM;
    private static final float BAND = 2.5f * MM;
    private static final float NAME_LEAST = 7.5f;

    /// What stands on a card; the locale is the person's language.
    public record Card(
            String clinic,
            String name,
            String number,
            BirthDate birth,
            String code,
            Locale locale) {}

    public byte[] pdf(Card card) {
        var words = Words.in(card.locale());
        return Document.draw(
                words.text("paper.card.title"),
                words.locale(),
                document -> {
                    try (var canvas = document.page(WIDTH, HEIGHT)) {
                        draw(card, words, canvas);
                    }
                });
    }

    private static void draw(Card card, Words words, Canvas canvas) throws IOException {
        var code = QrCode.of(card.code());
        float qrLeft = WIDTH - code.quiet(QR) - QR - 0.5f * MM;
        float qrTop = HEIGHT - code.quiet(QR) - QR - 0.5f * MM;
        canvas.fill(Style.ACCENT, 0, 0, WIDTH, BAND);
        canvas.qr(code, qrLeft, qrTop, QR);

        var clinic = Style.semibold(9.5f).colored(Style.ACCENT);
        var type = canvas.type();
        float whole = WIDTH - 2 * MARGIN;
        clinic = type.shrink(card.clinic(), clinic, whole, 7.5f);
        canvas.text(type.shorten(card.clinic(), clinic, whole), clinic, MARGIN, 9 * MM);
        canvas.text(words.text("paper.card.title"), Style.muted(6.5f), MARGIN, 12.6f * MM);

        float column = qrLeft - code.quiet(QR) - MARGIN;
        name(card.name(), canvas, column);
        field(words.text("paper.card.number"), card.number(), canvas, 38.2f * MM, column);
        field(
                words.text("paper.card.birth"),
                card.birth().printed(words),
                canvas,
                47.2f * MM,
                column);
    }

    /// One line if it can be read so, otherwise up to three, the last of which stands where a single one would.
    private static void name(String name, Canvas canvas, float width) throws IOException {
        var style = Style.semibold(12.5f);
        var lines = canvas.type().wrap(name, style, width);
        while (lines.size() > maxLines(style) && style.size() > NAME_LEAST) {
            style = style.sized(style.size() - 0.5f);
            lines = canvas.type().wrap(name, style, width);
        }
        lines = fitted(lines, canvas.type(), style, width);
        float baseline = 29 * MM - (lines.size() - 1) * style.leading();
        for (var line : lines) {
            canvas.text(line, style, MARGIN, baseline);
            baseline += style.leading();
        }
    }

    private static int maxLines(Style style) {
        return style.size() > 9 ? 2 : 3;
    }

    /// A name longer than any register has: its end is given up, visibly.
    private static List<String> fitted(
            List<String> lines, Typesetter type, Style style, float width) {
        if (lines.size() <= 3) {
            return lines;
        }
        var last = type.shorten(String.join(" ", lines.subList(2, lines.size())), style, width);
        return List.of(lines.get(0), lines.get(1), last);
    }

    private static void field(
            String label, String value, Canvas canvas, float baseline, float width)
            throws IOException {
        var style = canvas.type().shrink(value, Style.semibold(10), width, 6);
        canvas.text(
                label,
                canvas.type().shrink(label, Style.muted(6.5f), width, 5),
                MARGIN,
                baseline - 3.9f * MM);
        canvas.text(value, style, MARGIN, baseline);
    }
}
