package org.clinicdesk.client.setup;

import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.clinicdesk.client.kit.Boxes;

import java.util.List;

/// The colour of a visit type, as a small square.
final class Swatch {

    /// Dark enough to be told apart on white and on black, and from each other.
    static final List<String> COLOURS =
            List.of(
                    "#1565C0", "#00838F", "#2E7D32", "#9E9D24", "#EF6C00", "#C62828", "#AD1457",
                    "#6A1B9A", "#5D4037", "#546E7A");

    private Swatch() {}

    /// @param colour "#2E7D32"; anything else is an empty square
    static Rectangle of(String colour, double size) {
        var square = Boxes.styled(new Rectangle(size, size), "setup-swatch");
        square.setArcWidth(6);
        square.setArcHeight(6);
        square.setFill(colour.matches("#[0-9A-F]{6}") ? Color.web(colour) : Color.TRANSPARENT);
        return square;
    }
}
