package org.clinicdesk.server.paper;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.util.Matrix;
import org.clinicdesk.server.paper.Shaped.Outline;
import org.clinicdesk.server.paper.Shaped.Plain;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.ArrayList;

/// One page to draw on. Lengths are points, y grows downwards from the top of the page; a text stands on its baseline.
final class Canvas implements AutoCloseable {
    private static final COSName SPAN = COSName.getPDFName("Span");

    private final PDPageContentStream stream;
    private final float height;
    private final Typesetter type;

    Canvas(PDPageContentStream stream, float height, Typesetter type) {
        this.stream = stream;
        this.height = height;
        this.type = type;
    }

    Typesetter type() {
        return type;
    }

    void text(String text, Style style, float x, float baseline) throws IOException {
        float at = x;
        stream.setNonStrokingColor(style.color());
        for (var run : type.shape(text, style.face()).runs()) {
            switch (run) {
                case Plain plain -> plain(plain, style, at, baseline);
                case Outline outline -> outline(outline, style, at, baseline);
            }
            at += run.width() * style.size() / Fonts.UNITS;
        }
    }

    void textRight(String text, Style style, float right, float baseline) throws IOException {
        text(text, style, right - type.width(text, style), baseline);
    }

    /// Wrapped; answers the baseline the next line would stand on.
    float paragraph(String text, Style style, float x, float baseline, float width)
            throws IOException {
        float at = baseline;
        for (var line : type.wrap(text, style, width)) {
            text(line, style, x, at);
            at += style.leading();
        }
        return at;
    }

    private void plain(Plain run, Style style, float x, float baseline) throws IOException {
        stream.beginText();
        stream.setFont(type.font(style.face()), style.size());
        stream.newLineAtOffset(x, height - baseline);
        stream.showTextWithPositioning(spaced(run.text()));
        stream.endText();
    }

    /// The text, moved on a little behind every space.
    private static Object[] spaced(String text) {
        var parts = new ArrayList<Object>();
        for (var word : text.split("(?<= )")) {
            parts.add(word);
            if (word.endsWith(" ")) {
                parts.add(-Typesetter.WIDER_SPACE);
            }
        }
        return parts.toArray();
    }

    /// The outline, with the text it stands for beside it (ActualText), so that readers can still copy it.
    private void outline(Outline run, Style style, float x, float baseline) throws IOException {
        var properties = new COSDictionary();
        properties.setString(COSName.getPDFName("ActualText"), run.text());
        stream.beginMarkedContent(SPAN, PDPropertyList.create(properties));
        stream.saveGraphicsState();
        float scale = style.size() / Fonts.UNITS;
        stream.transform(new Matrix(scale, 0, 0, -scale, x, height - baseline));
        path(run.path().getPathIterator(new AffineTransform()));
        if (run.borrowed() && style.face() == Face.SEMIBOLD) {
            stream.setStrokingColor(style.color());
            stream.setLineWidth(28);
            stream.fillAndStroke();
        } else {
            stream.fill();
        }
        stream.restoreGraphicsState();
        stream.endMarkedContent();
    }

    private void path(PathIterator path) throws IOException {
        var p = new float[6];
        float x = 0;
        float y = 0;
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> stream.moveTo(x = p[0], y = p[1]);
                case PathIterator.SEG_LINETO -> stream.lineTo(x = p[0], y = p[1]);
                case PathIterator.SEG_QUADTO -> {
                    float x1 = (x + 2 * p[0]) / 3;
                    float y1 = (y + 2 * p[1]) / 3;
                    stream.curveTo(
                            x1, y1, (p[2] + 2 * p[0]) / 3, (p[3] + 2 * p[1]) / 3, p[2], p[3]);
                    x = p[2];
                    y = p[3];
                }
                case PathIterator.SEG_CUBICTO ->
                        stream.curveTo(p[0], p[1], p[2], p[3], x = p[4], y = p[5]);
                default -> stream.closePath();
            }
        }
    }

    void fill(Color color, float x, float y, float width, float tall) throws IOException {
        stream.setNonStrokingColor(color);
        stream.addRect(x, height - y - tall, width, tall);
        stream.fill();
    }

    void rule(Color color, float thickness, float x, float y, float width) throws IOException {
        fill(color, x, y - thickness / 2, width, thickness);
    }

    /// A framed word, its frame's right edge at `right`.
    void stamp(String text, Style style, float right, float baseline) throws IOException {
        float pad = style.size() * 0.5f;
        float width = type.width(text, style);
        stream.setStrokingColor(style.color());
        stream.setLineWidth(1);
        float tall = style.size() * 0.73f + 2 * pad;
        stream.addRect(right - width - 2 * pad, height - baseline - pad, width + 2 * pad, tall);
        stream.stroke();
        text(text, style, right - pad - width, baseline);
    }

    /// The code as vector modules, `size` points wide without its quiet zone, which the caller keeps white.
    void qr(QrCode code, float x, float y, float size) throws IOException {
        float module = size / code.modules();
        stream.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < code.modules(); row++) {
            for (int column = 0; column < code.modules(); column++) {
                if (code.isDark(column, row)) {
                    stream.addRect(
                            x + column * module, height - y - (row + 1) * module, module, module);
                }
            }
        }
        stream.fill();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
