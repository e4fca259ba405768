package org.clinicdesk.server.paper;

import static org.clinicdesk.server.paper.Document.MM;

import org.clinicdesk.server.paper.PrescriptionSheet.Line;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A prescription as a PDF. The head with the patient and the allergies is repeated on every page, a medicine is never
/// torn over two pages, and the list is closed by a line with the count, so that nothing can be added by hand unseen.
public final class PrescriptionPaper {
    static final float QR = 24 * MM;

    private static final Style MEDICINE = Style.semibold(9.5f);
    private static final Style DIRECTIONS = Style.regular(9);
    private static final Style NOTE = Style.muted(8);
    private static final float GAP = 2.2f * MM;

    public byte[] pdf(PrescriptionSheet sheet, PaperSize size) {
        var words = Words.in(sheet.locale());
        return Document.draw(
                words.text("paper.prescription.title"),
                words.locale(),
                document -> {
                    var head = new PrescriptionHead(sheet, words, size, document.type());
                    var foot = new PrescriptionFoot(sheet, words, size, document.type());
                    var pages = paginate(sheet.lines(), head, foot, document.type(), words);
                    int first = 1;
                    for (int page = 0; page < pages.size(); page++) {
                        try (var canvas = document.page(size.width, size.height)) {
                            head.draw(canvas);
                            float end = lines(pages.get(page), first, head, canvas, words);
                            if (page == pages.size() - 1) {
                                end(
                                        words.text("paper.prescription.end", sheet.lines().size()),
                                        end,
                                        head,
                                        canvas);
                            }
                            foot.draw(canvas, page + 1, pages.size());
                        }
                        first += pages.get(page).size();
                    }
                });
    }

    private static List<List<Line>> paginate(
            List<Line> lines,
            PrescriptionHead head,
            PrescriptionFoot foot,
            Typesetter type,
            Words words) {
        float room = foot.top() - head.bottom() - DIRECTIONS.leading() - 2 * GAP;
        var pages = new ArrayList<List<Line>>();
        pages.add(new ArrayList<>());
        float used = 0;
        for (var line : lines) {
            float tall = height(line, head, type, words);
            if (used + tall > room && used > 0) {
                pages.add(new ArrayList<>());
                used = 0;
            }
            if (tall > room) {
                throw new IllegalArgumentException(
                        "a line of the prescription is longer than a page");
            }
            pages.getLast().add(line);
            used += tall;
        }
        return pages;
    }

    private static float height(Line line, PrescriptionHead head, Typesetter type, Words words) {
        int medicine = type.wrap(line.medicine(), MEDICINE, head.textWidth()).size();
        int directions = type.wrap(line.instructions(), DIRECTIONS, head.textWidth()).size();
        var note = line.note(words);
        int notes = note.isEmpty() ? 0 : type.wrap(note, NOTE, head.textWidth()).size();
        return medicine * MEDICINE.leading()
                + directions * DIRECTIONS.leading()
                + notes * NOTE.leading()
                + 2 * GAP;
    }

    private static float lines(
            List<Line> lines, int first, PrescriptionHead head, Canvas canvas, Words words)
            throws IOException {
        float top = head.bottom();
        int number = first;
        for (var line : lines) {
            float baseline = top + GAP + MEDICINE.size();
            canvas.textRight(number + ".", MEDICINE, head.textLeft() - 2 * MM, baseline);
            var supply = canvas.type().shrink(line.supply(), MEDICINE, head.supplyWidth(), 6);
            canvas.textRight(line.supply(), supply, head.right(), baseline);
            baseline =
                    canvas.paragraph(
                            line.medicine(), MEDICINE, head.textLeft(), baseline, head.textWidth());
            baseline =
                    canvas.paragraph(
                            line.instructions(),
                            DIRECTIONS,
                            head.textLeft(),
                            baseline,
                            head.textWidth());
            canvas.paragraph(line.note(words), NOTE, head.textLeft(), baseline, head.textWidth());
            top += height(line, head, canvas.type(), words);
            canvas.rule(Style.RULE, 0.5f, head.left(), top, head.width());
            number++;
        }
        return top;
    }

    private static void end(String text, float top, PrescriptionHead head, Canvas canvas)
            throws IOException {
        var style = Style.muted(7.5f);
        float baseline = top + GAP + style.size();
        canvas.text(text, style, head.left(), baseline);
        float from = head.left() + canvas.type().width(text, style) + 2 * MM;
        canvas.rule(Style.MUTED, 0.7f, from, baseline - style.size() * 0.35f, head.right() - from);
    }
}
