package org.clinicdesk.client.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import java.util.List;

/// Hints side by side. None is cut: what does not fit is left out, but for the last one, which leads to all of them.
final class HintRow extends Region {

    private static final double GAP = 14;

    HintRow(List<Node> hints) {
        getChildren().setAll(hints);
        setMinWidth(0);
    }

    @Override
    protected void layoutChildren() {
        var hints = getManagedChildren();
        if (hints.isEmpty()) {
            return;
        }
        var last = hints.getLast();
        var room = getWidth() - last.prefWidth(-1);
        var x = 0.0;
        var fits = true;
        for (var hint : hints.subList(0, hints.size() - 1)) {
            var width = hint.prefWidth(-1);
            fits = fits && x + width + GAP <= room;
            hint.setVisible(fits);
            if (fits) {
                put(hint, x);
                x += width + GAP;
            }
        }
        put(last, x);
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
        return getManagedChildren().stream().mapToDouble(hint -> hint.prefWidth(-1) + GAP).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getManagedChildren().stream()
                .mapToDouble(hint -> hint.prefHeight(-1))
                .max()
                .orElse(0);
    }
}
