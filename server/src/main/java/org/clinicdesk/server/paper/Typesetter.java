package org.clinicdesk.server.paper;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Measures and fits text for one document. Every text is cleaned first: NFC, white space and control characters to
/// single spaces, invisible format characters (direction overrides among them) dropped except the joiners that scripts
/// need.
final class Typesetter {
    /// Added to every space, in thousandths of the size: "Vitamin B1 500 mg" must not be read as "B1500".
    static final float WIDER_SPACE = 70;

    private static final String ELLIPSIS = "…";
    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    private final Map<Face, PDType0Font> embedded = new EnumMap<>(Face.class);
    private final Map<Face, Shaper> shapers = new EnumMap<>(Face.class);
    private final Map<Face, Map<String, Shaped>> known = new EnumMap<>(Face.class);

    Typesetter(PDDocument document) throws IOException {
        for (var face : Face.values()) {
            embed(document, face);
        }
    }

    private void embed(PDDocument document, Face face) throws IOException {
        var ttf =
                new TTFParser(true)
                        .parse(new RandomAccessReadBuffer(Fonts.bundled().file(face.file)));
        ttf.setEnableGsub(
                false); // substituted glyphs are drawn with widths that were never measured
        var cmap = ttf.getUnicodeCmapLookup();
        var font = PDType0Font.load(document, ttf, true);
        embedded.put(face, font);
        shapers.put(
                face,
                new Shaper(
                        face,
                        codePoint -> cmap.getGlyphId(codePoint) != 0,
                        text -> width(font, text)));
        known.put(face, new HashMap<>());
    }

    private static double width(PDType0Font font, String text) {
        try {
            return font.getStringWidth(text)
                    + WIDER_SPACE * text.chars().filter(c -> c == ' ').count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDType0Font font(Face face) {
        return Objects.requireNonNull(embedded.get(face));
    }

    Shaped shape(String text, Face face) {
        return Objects.requireNonNull(known.get(face))
                .computeIfAbsent(clean(text), Objects.requireNonNull(shapers.get(face))::shape);
    }

    float width(String text, Style style) {
        return shape(text, style.face()).width() * style.size() / Fonts.UNITS;
    }

    /// The style, smaller if it has to be: no text is set wider than `width` unless `least` points are still too many.
    Style shrink(String text, Style style, float width, float least) {
        float wanted = width(text, style);
        return wanted <= width
                ? style
                : style.sized(Math.max(least, style.size() * width / wanted * 0.999f));
    }

    /// The text, ended by an ellipsis when it is too long.
    String shorten(String text, Style style, float width) {
        var whole = clean(text);
        if (width(whole, style) <= width) {
            return whole;
        }
        int end = whole.length();
        var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(whole);
        while (end > 0 && width(whole.substring(0, end).strip() + ELLIPSIS, style) > width) {
            end = graphemes.preceding(end);
        }
        return whole.substring(0, Math.max(0, end)).strip() + ELLIPSIS;
    }

    /// The text in lines none of which is wider than `width`; line ends of the text are kept. A word
    /// that is too long is broken.
    List<String> wrap(String text, Style style, float width) {
        var lines = new ArrayList<String>();
        text.lines()
                .map(Typesetter::clean)
                .forEach(paragraph -> wrapParagraph(paragraph, style, width, lines));
        return lines;
    }

    private void wrapParagraph(String paragraph, Style style, float width, List<String> lines) {
        if (width(paragraph, style) <= width) {
            lines.add(paragraph);
            return;
        }
        var rest = paragraph;
        while (!rest.isEmpty()) {
            int end = fitting(rest, style, width);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
    }

    /// Where the first line of the text ends: after the last word that fits, or inside a word that does not.
    private int fitting(String text, Style style, float width) {
        int end = lastFitting(BreakIterator.getLineInstance(Locale.ROOT), text, style, width);
        if (end == 0) {
            end = lastFitting(BreakIterator.getCharacterInstance(Locale.ROOT), text, style, width);
        }
        return end == 0 ? Character.charCount(text.codePointAt(0)) : end;
    }

    private int lastFitting(BreakIterator breaks, String text, Style style, float width) {
        breaks.setText(text);
        int fits = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (width(text.substring(0, end).strip(), style) > width) {
                return fits;
            }
            fits = end;
        }
        return fits;
    }

    static String clean(String text) {
        var cleaned = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(codePoint -> {
                    if (Character.isWhitespace(codePoint) || Character.isISOControl(codePoint)) {
                        cleaned.append(' ');
                    } else if (codePoint == ZWJ
                            || codePoint == ZWNJ
                            || Character.getType(codePoint) != Character.FORMAT) {
                        cleaned.appendCodePoint(codePoint);
                    }
                });
        return cleaned.toString().replaceAll(" {2,}", " ").strip();
    }
}
