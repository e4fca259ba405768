package org.clinicdesk.client.shell;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

import org.clinicdesk.client.platform.Layers;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the keyboard on the screen. When the control that has it is disabled or taken away, as when a button was pressed
/// and waits for the server, JavaFX hands the keyboard to the next control it finds, often an entry of the rail: the next
/// Enter would leave the screen.
final class FocusKeeper implements ChangeListener<@Nullable Node> {

    private final Scene scene;
    private final Supplier<Optional<Node>> screen;
    private boolean lost;

    /// @param screen empty while something lies over it
    FocusKeeper(Scene scene, Supplier<Optional<Node>> screen) {
        this.scene = scene;
        this.screen = screen;
    }

    void install() {
        scene.focusOwnerProperty().addListener(this);
    }

    @Override
    public void changed(
            ObservableValue<? extends @Nullable Node> property,
            @Nullable Node before,
            @Nullable Node now) {
        lost = lost || before != null && !able(before);
        if (now == null || !lost) {
            return;
        }
        lost = false;
        screen.get().filter(node -> !inside(now, node)).ifPresent(Layers::focusFirst);
    }

    private boolean able(Node node) {
        return node.getScene() == scene && !node.isDisabled() && visible(node);
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean inside(Node node, Node container) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == container) {
                return true;
            }
        }
        return false;
    }
}
