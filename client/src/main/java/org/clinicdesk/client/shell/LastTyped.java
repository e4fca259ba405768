package org.clinicdesk.client.shell;

import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.function.IntSupplier;

/// Whether what was done last is typing. Then Ctrl+Z belongs to the field, to its first letter and no further: nobody who
/// takes back what he wrote takes back a visit with it.
final class LastTyped {

    private final IntSupplier steps;
    private @Nullable EventTarget into;
    private int after;

    /// @param steps another number after each step at the desk that can be taken back
    LastTyped(IntSupplier steps) {
        this.steps = steps;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> typed(event.getTarget()));
        scene.addEventFilter(InputMethodEvent.ANY, event -> typed(event.getTarget()));
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    var pasted = event.getCode() == KeyCode.V || event.getCode() == KeyCode.X;
                    if (pasted && event.isShortcutDown()) {
                        typed(event.getTarget());
                    }
                });
    }

    private void typed(EventTarget target) {
        into = target;
        after = steps.getAsInt();
    }

    boolean in(TextInputControl field) {
        return field == into
                && after == steps.getAsInt()
                && (field.isUndoable() || field.isRedoable());
    }
}
