package org.clinicdesk.server.paper;

import static org.clinicdesk.server.paper.Document.MM;

import org.clinicdesk.server.paper.Table.Column;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Widths of the columns and blocks of the rows of one table on paper. Numbers keep the width they need; texts share
/// what is left, in proportion to what they would like, and are wrapped.
final class TableLayout {
    static final float AFTER = 7 * MM;

    private static final Style TITLE = Style.semibold(10.5f);
    private static final Style HEADING = Style.semibold(7.5f).colored(Style.MUTED);
    private static final Style CELL = Style.regular(8.5f);
    private static final float PAD = 1.6f * MM;
    private static final float TEXT_LEAST = 18 * MM;

    /// A text this wide or wider is wrapped rather than making the page landscape.
    private static final float TEXT_LIKED = 60 * MM;

    private final Table table;
    private final Words words;
    private final Typesetter type;
    private final float width;
    private final float[] widths;

    TableLayout(Table table, Words words, Typesetter type, float width) {
        this.table = table;
        this.words = words;
        this.type = type;
        this.width = width;
        widths = fitted(table, words, type, width);
    }

    /// What the table would like: no cell wrapped except very long texts.
    static float naturalWidth(Table table, Words words, Typesetter type) {
        float sum = 0;
        for (float wanted : wanted(table, words, type)) {
            sum += wanted;
        }
        return sum;
    }

    private static float[] wanted(Table table, Words words, Typesetter type) {
        var wanted = new float[table.columns().size()];
        for (int i = 0; i < wanted.length; i++) {
            var column = table.columns().get(i);
            wanted[i] = longestWord(words.text(column.titleKey()), type);
            for (var row : table.rows()) {
                wanted[i] = Math.max(wanted[i], type.width(row.get(i).printed(words), CELL));
            }
            wanted[i] = 2 * PAD + (isText(column) ? Math.min(wanted[i], TEXT_LIKED) : wanted[i]);
        }
        return wanted;
    }

    private static float longestWord(String heading, Typesetter type) {
        float longest = 0;
        for (var word : heading.split(" ")) {
            longest = Math.max(longest, type.width(word, HEADING));
        }
        return longest;
    }

    private static boolean isText(Column column) {
        return switch (column.kind()) {
            case TEXT, WORD -> true;
            case INTEGER, MINUTES, TIME, PERCENT -> false;
        };
    }

    private static float[] fitted(Table table, Words words, Typesetter type, float width) {
        var widths = wanted(table, words, type);
        float texts = 0;
        float others = 0;
        for (int i = 0; i < widths.length; i++) {
            if (isText(table.columns().get(i))) {
                texts += widths[i];
            } else {
                others += widths[i];
            }
        }
        float scale = texts > 0 ? (width - others) / texts : 1;
        for (int i = 0; i < widths.length; i++) {
            if (isText(table.columns().get(i))) {
                widths[i] = Math.max(TEXT_LEAST, widths[i] * scale);
            }
        }
        spare(table, widths, width);
        return squeezed(widths, width);
    }

    /// Texts raised to their least width cost the wider texts that room: they wrap well, a time does not.
    private static void spare(Table table, float[] widths, float width) {
        float over = -width;
        float room = 0;
        for (int i = 0; i < widths.length; i++) {
            over += widths[i];
            room += above(table, widths, i);
        }
        float share = room > 0 ? Math.clamp(over / room, 0, 1) : 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] -= share * above(table, widths, i);
        }
    }

    /// What a text has beyond the least.
    private static float above(Table table, float[] widths, int column) {
        return isText(table.columns().get(column)) ? Math.max(0, widths[column] - TEXT_LEAST) : 0;
    }

    /// The last resort for a table with too many columns: everything narrower alike, cells wrap.
    private static float[] squeezed(float[] widths, float width) {
        float sum = 0;
        for (float each : widths) {
            sum += each;
        }
        for (int i = 0; sum > width && i < widths.length; i++) {
            widths[i] *= width / sum;
        }
        return widths;
    }

    Block head() {
        var headings =
                table.columns().stream().map(column -> words.text(column.titleKey())).toList();
        var cells = wrapped(headings, HEADING);
        float title = TITLE.leading() + 1.5f * MM;
        float row = height(cells, HEADING);
        return new Block(
                title + row,
                (canvas, x, y) -> {
                    canvas.text(table.title(words), TITLE, x, y + TITLE.size());
                    canvas.fill(Style.SHADE, x, y + title, width, row);
                    cells(cells, HEADING, canvas, x, y + title);
                    canvas.rule(Style.MUTED, 0.6f, x, y + title + row, width);
                });
    }

    /// At least one: a table without rows says so.
    List<Block> rows() {
        if (table.rows().isEmpty()) {
            float height = CELL.leading() + 2 * PAD;
            return List.of(
                    new Block(
                            height,
                            (canvas, x, y) ->
                                    canvas.text(
                                            words.text("paper.report.nothing"),
                                            CELL.colored(Style.MUTED),
                                            x + PAD,
                                            y + PAD + CELL.size())));
        }
        return table.rows().stream().map(this::row).toList();
    }

    private Block row(List<Cell> row) {
        var cells = wrapped(row.stream().map(cell -> cell.printed(words)).toList(), CELL);
        float height = height(cells, CELL);
        return new Block(
                height,
                (canvas, x, y) -> {
                    cells(cells, CELL, canvas, x, y);
                    canvas.rule(Style.RULE, 0.4f, x, y + height, width);
                });
    }

    private List<List<String>> wrapped(List<String> texts, Style style) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> type.wrap(texts.get(i), style, widths[i] - 2 * PAD + 0.01f))
                .toList();
    }

    private static float height(List<List<String>> cells, Style style) {
        int lines = Collections.max(cells.stream().map(List::size).toList());
        return Math.max(1, lines) * style.leading() + 2 * PAD - (style.leading() - style.size());
    }

    private void cells(List<List<String>> cells, Style style, Canvas canvas, float x, float y)
            throws IOException {
        float at = x;
        for (int i = 0; i < cells.size(); i++) {
            float baseline = y + PAD + style.size() * 0.82f;
            for (var line : cells.get(i)) {
                if (table.columns().get(i).kind().isNumeric()) {
                    canvas.textRight(line, style, at + widths[i] - PAD, baseline);
                } else {
                    canvas.text(line, style, at + PAD, baseline);
                }
                baseline += style.leading();
            }
            at += widths[i];
        }
    }
}
