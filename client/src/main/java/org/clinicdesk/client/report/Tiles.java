package org.clinicdesk.client.report;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import java.util.List;

/// Tiles of one width, as many side by side as can be read, in rows of about the same length. A row is as high as its
/// longest words.
final class Tiles extends Region {

    private static final double GAP = 12;
    private static final double LEAST = 130;

    Tiles(List<? extends Node> tiles) {
        getChildren().setAll(tiles);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int across(double width) {
        var count = getChildren().size();
        var fit = Math.max(1, (int) ((width + GAP) / (LEAST + GAP)));
        return Math.max(1, Math.ceilDiv(count, Math.max(1, Math.ceilDiv(count, fit))));
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    /// @return how high they are together
    private double place(double width, boolean really) {
        var across = across(width);
        var step = (width + GAP) / across;
        var each = Math.floor(step - GAP);
        var tiles = getManagedChildren();
        var y = 0.0;
        for (var from = 0; from < tiles.size(); from += across) {
            var row = tiles.subList(from, Math.min(tiles.size(), from + across));
            var height = row.stream().mapToDouble(tile -> tile.prefHeight(each)).max().orElse(0);
            for (var i = 0; really && i < row.size(); i++) {
                var x = Math.round(i * step);
                row.get(i).resizeRelocate(x, y, Math.round((i + 1) * step - GAP) - x, height);
            }
            y += height + GAP;
        }
        return Math.max(0, y - GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? getWidth() : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST;
    }
}
