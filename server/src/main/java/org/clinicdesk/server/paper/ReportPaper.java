package org.clinicdesk.server.paper;

import static org.clinicdesk.server.paper.Document.MM;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A report as a PDF on A4: upright if its widest table fits, otherwise landscape. Headings are repeated on each page.
public final class ReportPaper {
    private static final float MARGIN = 14 * MM;
    private static final float TOP = MARGIN + 13 * MM;
    private static final Style TITLE = Style.semibold(14);
    private static final Style CLINIC = Style.semibold(9).colored(Style.ACCENT);
    private static final Style SMALL = Style.muted(7.5f);

    private final String[] bundles;

    /// The bundles hold the texts of the reports' own keys.
    public ReportPaper(String... bundles) {
        this.bundles = bundles.clone();
    }

    /// Throws [NothingToExport] when there is no row.
    public byte[] pdf(Report report) {
        report.requireRows();
        var words = Words.in(report.locale(), bundles);
        return Document.draw(
                words.text(report.titleKey()),
                words.locale(),
                document -> {
                    boolean upright = fits(report, words, document.type());
                    float width = upright ? PaperSize.A4.width : PaperSize.A4.height;
                    float height = upright ? PaperSize.A4.height : PaperSize.A4.width;
                    var pages =
                            pages(
                                    report,
                                    words,
                                    document.type(),
                                    width - 2 * MARGIN,
                                    height - TOP - MARGIN - 8 * MM);
                    for (int page = 0; page < pages.size(); page++) {
                        try (var canvas = document.page(width, height)) {
                            frame(report, words, canvas, width, height);
                            var number = words.text("paper.page", page + 1, pages.size());
                            canvas.textRight(number, SMALL, width - MARGIN, height - MARGIN);
                            float y = TOP;
                            for (var block : pages.get(page)) {
                                block.draw(canvas, MARGIN, y);
                                y += block.height();
                            }
                        }
                    }
                });
    }

    private static boolean fits(Report report, Words words, Typesetter type) {
        float width = PaperSize.A4.width - 2 * MARGIN;
        return report.tables().stream()
                .allMatch(table -> TableLayout.naturalWidth(table, words, type) <= width);
    }

    private static List<List<Block>> pages(
            Report report, Words words, Typesetter type, float width, float room) {
        var pages = new ArrayList<List<Block>>();
        pages.add(new ArrayList<>());
        float used = 0;
        for (var table : report.tables()) {
            var layout = new TableLayout(table, words, type, width);
            var head = layout.head();
            var rows = layout.rows();
            var needed =
                    table.title().isEmpty()
                            ? head.height() + rows.getFirst().height()
                            : Float.MAX_VALUE;
            used = place(head, needed, used, room, pages);
            for (var row : rows) {
                if (used + row.height() > room) {
                    used = place(head, Float.MAX_VALUE, used, room, pages);
                }
                used = place(row, row.height(), used, room, pages);
            }
            used += TableLayout.AFTER;
            pages.getLast().add(Block.space(TableLayout.AFTER));
        }
        return pages;
    }

    /// Puts a block on the last page, on a new one if `needed` points are not left there; answers what is used of it.
    private static float place(
            Block block, float needed, float used, float room, List<List<Block>> pages) {
        boolean turns = used > 0 && used + needed > room;
        if (turns) {
            pages.add(new ArrayList<>());
        }
        pages.getLast().add(block);
        return (turns ? 0 : used) + block.height();
    }

    private static void frame(Report report, Words words, Canvas canvas, float width, float height)
            throws IOException {
        var type = canvas.type();
        float whole = width - 2 * MARGIN;
        var day = words.date(report.day());
        canvas.text(type.shorten(report.clinic(), CLINIC, whole * 0.7f), CLINIC, MARGIN, MARGIN);
        canvas.text(words.text(report.titleKey()), TITLE, MARGIN, MARGIN + 6.5f * MM);
        canvas.textRight(day, TITLE, width - MARGIN, MARGIN + 6.5f * MM);
        canvas.text(
                type.shorten(report.made(words), SMALL, whole * 0.8f),
                SMALL,
                MARGIN,
                height - MARGIN);
    }
}
