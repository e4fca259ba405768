package org.clinicdesk.server.paper;

import org.clinicdesk.server.paper.Shaped.Outline;
import org.clinicdesk.server.paper.Shaped.Plain;
import org.clinicdesk.server.paper.Shaped.Run;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/// Cuts a line into what Inter can set as it is and what has to be shaped: other scripts, and letters with marks that
/// have no code point of their own. A line with right-to-left script is shaped as a whole, for its order is not ours to
/// guess.
final class Shaper {
    /// Stands for what no font can draw, so that everybody sees that something is missing.
    private static final String REPLACEMENT = "□";

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Fonts fonts = Fonts.bundled();
    private final Face face;
    private final IntPredicate inFace;
    private final ToDoubleFunction<String> plainWidth;

    /// `inFace` tells whether the embedded face has a code point, `plainWidth` how wide it sets a text.
    Shaper(Face face, IntPredicate inFace, ToDoubleFunction<String> plainWidth) {
        this.face = face;
        this.inFace = inFace;
        this.plainWidth = plainWidth;
    }

    Shaped shape(String wanted) {
        var line = drawable(wanted);
        if (line.codePoints().allMatch(this::isPlain)) {
            return Shaped.of(line.isEmpty() ? List.of() : List.of(plain(line)));
        }
        var pieces = pieces(line);
        if (Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return Shaped.of(List.of(wholeLine(line, pieces)));
        }
        return Shaped.of(pieces.stream().map(piece -> run(line, piece)).toList());
    }

    /// The line with [#REPLACEMENT] for every grapheme that no font has.
    private String drawable(String line) {
        if (line.codePoints().allMatch(this::isPlain)) {
            return line;
        }
        var drawable = new StringBuilder(line.length());
        var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(line);
        int start = graphemes.first();
        for (int end = graphemes.next();
                end != BreakIterator.DONE;
                start = end, end = graphemes.next()) {
            var grapheme = line.substring(start, end);
            drawable.append(font(grapheme).isPresent() ? grapheme : REPLACEMENT);
        }
        return drawable.toString();
    }

    /// The font that has all of a grapheme. What is for private use looks different in every font, so none has it.
    private Optional<Font> font(String grapheme) {
        var visible =
                grapheme.codePoints()
                        .filter(c -> Character.getType(c) != Character.FORMAT)
                        .toArray();
        for (int codePoint : visible) {
            if (Character.getType(codePoint) == Character.PRIVATE_USE) {
                return Optional.empty();
            }
        }
        return fonts.shaperFor(face, visible);
    }

    private boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.PRIVATE_USE ->
                    false;
            default -> inFace.test(codePoint);
        };
    }

    /// Grapheme by grapheme, neighbours of one font joined.
    private List<Piece> pieces(String line) {
        var pieces = new ArrayList<Piece>();
        var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(line);
        int start = graphemes.first();
        for (int end = graphemes.next();
                end != BreakIterator.DONE;
                start = end, end = graphemes.next()) {
            var next = piece(line, start, end);
            if (!pieces.isEmpty() && pieces.getLast().joins(next)) {
                next = new Piece(pieces.removeLast().start, end, next.font, next.plain);
            }
            pieces.add(next);
        }
        return pieces;
    }

    private Piece piece(String line, int start, int end) {
        var text = line.substring(start, end);
        return new Piece(
                start, end, font(text).orElseThrow(), text.codePoints().allMatch(this::isPlain));
    }

    private Run run(String line, Piece piece) {
        var text = line.substring(piece.start, piece.end);
        if (piece.plain) {
            return plain(text);
        }
        var chars = text.toCharArray();
        var glyphs =
                piece.font.layoutGlyphVector(
                        EXACT, chars, 0, chars.length, Font.LAYOUT_LEFT_TO_RIGHT);
        float width = (float) glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
        return new Outline(text, width, glyphs.getOutline(), isBorrowed(piece));
    }

    private Plain plain(String text) {
        return new Plain(text, (float) plainWidth.applyAsDouble(text));
    }

    private Outline wholeLine(String line, List<Piece> pieces) {
        var attributed = new AttributedString(line);
        pieces.forEach(piece ->
                attributed.addAttribute(TextAttribute.FONT, piece.font, piece.start, piece.end));
        var layout = new TextLayout(attributed.getIterator(), EXACT);
        return new Outline(
                line,
                layout.getAdvance(),
                layout.getOutline(null),
                pieces.stream().anyMatch(this::isBorrowed));
    }

    private boolean isBorrowed(Piece piece) {
        return !piece.font.getFamily(Locale.ROOT).startsWith("Inter");
    }

    private record Piece(int start, int end, Font font, boolean plain) {
        boolean joins(Piece next) {
            return font == next.font && plain == next.plain;
        }
    }
}
