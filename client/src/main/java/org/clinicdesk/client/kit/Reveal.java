package org.clinicdesk.client.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Scrolls up or down as far as it takes to see a node whole, and no further.
public final class Reveal {

    private Reveal() {}

    /// @param node somewhere inside the content, laid out
    public static void in(ScrollPane scroll, Node node) {
        var content = scroll.getContent();
        var at = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        var seen = scroll.getViewportBounds().getHeight();
        var hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden > 0 && seen >= at.getHeight()) {
            var top = scroll.getVvalue() * hidden;
            var wanted = Math.clamp(top, at.getMaxY() - seen, Math.max(0, at.getMinY()));
            scroll.setVvalue(wanted / hidden);
        }
    }
}
