package org.clinicdesk.client.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Hints side by side. None is cut: what does not fit is left out, from the end on, but for what is kept.
final class HintRow extends Region {

    private static final double GAP = 14;

    private final Set<Node> kept;

    /// @param kept what is never left out
    HintRow(List<Node> hints, Set<Node> kept) {
        this.kept = kept;
        getChildren().setAll(hints);
        setMinWidth(0);
    }

    @Override
    protected void layoutChildren() {
        var room = getWidth() + GAP - width(kept.stream());
        var x = 0.0;
        var fits = true;
        for (var hint : getManagedChildren()) {
            var width = width(Stream.of(hint));
            var stays = kept.contains(hint);
            if (!stays) {
                fits = fits && width <= room;
                room -= width;
            }
            hint.setVisible(stays || fits);
            if (hint.isVisible()) {
                put(hint, x);
                x += width;
            }
        }
    }

    /// With the gap after each.
    private static double width(Stream<Node> hints) {
        return hints.mapToDouble(hint -> hint.prefWidth(-1) + GAP).sum();
    }

    private void put(Node hint, double x) {
        var height = hint.prefHeight(-1);
        hint.resizeRelocate(
                snapPositionX(x),
                snapPositionY((getHeight() - height) / 2),
                snapSizeX(hint.prefWidth(-1)),
                height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(getManagedChildren().stream());
    }

    @Override
    protected double computePrefHeight(double width) {
        return getManagedChildren().stream()
                .mapToDouble(hint -> hint.prefHeight(-1))
                .max()
                .orElse(0);
    }
}
