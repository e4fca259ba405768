package org.clinicdesk.server.paper;

import java.awt.Shape;
import java.util.List;

/// One line of text, cut into runs that are drawn from left to right. Widths are in thousandths of the font size.
record Shaped(List<Run> runs, float width) {
    static Shaped of(List<Run> runs) {
        return new Shaped(List.copyOf(runs), (float) runs.stream().mapToDouble(Run::width).sum());
    }

    sealed interface Run {
        String text();

        float width();
    }

    /// Text in Inter, which readers can search and copy.
    record Plain(String text, float width) implements Run {}

    /// A shaped run as its outline, y pointing down; `borrowed` from a font that has no semibold of its own.
    record Outline(String text, float width, Shape path, boolean borrowed) implements Run {}
}
