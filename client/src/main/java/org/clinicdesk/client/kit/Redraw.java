package org.clinicdesk.client.kit;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;

/// Draws a part of a screen anew when what it shows changes: `Redraw.of(root, this::draw, model.patient())`.
///
/// A model outlives its views, which are built anew for each language. So the model holds the drawing weakly, and only
/// the node that is drawn into keeps it: a view that is gone is neither drawn nor held in memory.
public final class Redraw {

    private Redraw() {}

    /// @param node what is drawn into, or what contains it
    public static void of(Node node, Runnable draw, Observable... shown) {
        InvalidationListener redraw = change -> draw.run();
        node.getProperties().put(redraw, redraw);
        for (var observable : shown) {
            observable.addListener(new WeakInvalidationListener(redraw));
        }
    }
}
