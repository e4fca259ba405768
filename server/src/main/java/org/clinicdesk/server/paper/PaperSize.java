package org.clinicdesk.server.paper;

/// ISO 216 sheets, upright.
public enum PaperSize {
    A4(210, 297),
    A5(148, 210);

    final float width;
    final float height;

    PaperSize(float widthMillimetres, float heightMillimetres) {
        width = widthMillimetres * Document.MM;
        height = heightMillimetres * Document.MM;
    }
}
