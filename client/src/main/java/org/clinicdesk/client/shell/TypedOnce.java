package org.clinicdesk.client.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/// A letter that opened a form is not typed into it as well. The toolkit tells of a key twice, pressed and then typed; when
/// the first was a key of the screen, or moved the keyboard elsewhere, the second is meant for nobody.
final class TypedOnce {

    private final Scene scene;
    private boolean down;
    private boolean taken;
    private @Nullable Node pressedAt;

    TypedOnce(Scene scene) {
        this.scene = scene;
    }

    /// To be installed before every filter that acts on a pressed key.
    void install() {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    down = true;
                    taken = false;
                    pressedAt = scene.getFocusOwner();
                });
        scene.addEventFilter(
                KeyEvent.KEY_TYPED,
                event -> {
                    if (down && (taken || pressedAt != scene.getFocusOwner())) {
                        event.consume();
                    }
                });
        // An input method types without pressing a key.
        scene.addEventFilter(
                KeyEvent.KEY_RELEASED,
                event -> {
                    down = false;
                    pressedAt = null;
                });
    }

    /// The key that is down did something.
    void taken() {
        taken = true;
    }
}
