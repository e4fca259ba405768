package org.clinicdesk.server.paper;

import java.io.IOException;

/// A part of a page that is not torn: drawn with its upper left corner where it is told.
record Block(float height, Drawing drawing) {
    static Block space(float height) {
        return new Block(height, (_, _, _) -> {});
    }

    void draw(Canvas canvas, float x, float y) throws IOException {
        drawing.on(canvas, x, y);
    }

    @FunctionalInterface
    interface Drawing {
        void on(Canvas canvas, float x, float y) throws IOException;
    }
}
