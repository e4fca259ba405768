package org.clinicdesk.server.paper;

import java.awt.Color;

/// How a text is set. The size is in points.
record Style(Face face, float size, Color color) {
    static final Color INK = new Color(0x11, 0x18, 0x27);
    static final Color MUTED = new Color(0x4B, 0x55, 0x63);
    static final Color RULE = new Color(0xC5, 0xCB, 0xD3);
    static final Color SHADE = new Color(0xF1, 0xF4, 0xF6);
    static final Color ACCENT = new Color(0x0F, 0x5E, 0x5A);

    static Style regular(float size) {
        return new Style(Face.REGULAR, size, INK);
    }

    static Style semibold(float size) {
        return new Style(Face.SEMIBOLD, size, INK);
    }

    static Style muted(float size) {
        return new Style(Face.REGULAR, size, MUTED);
    }

    Style sized(float points) {
        return new Style(face, points, color);
    }

    Style colored(Color other) {
        return new Style(face, size, other);
    }

    /// The distance from one baseline to the next.
    float leading() {
        return size * 1.32f;
    }
}
