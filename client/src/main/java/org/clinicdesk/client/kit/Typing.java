package org.clinicdesk.client.kit;

import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.function.Predicate;

/// Lets only some things be typed: what does not fit does not appear.
public final class Typing {

    private Typing() {}

    /// @param fits judges the whole text as it would be
    public static void only(TextInputControl control, Predicate<String> fits) {
        control.setTextFormatter(new TextFormatter<>(change -> judged(change, fits)));
        control.addEventFilter(KeyEvent.KEY_PRESSED, event -> passEscape(control, event));
    }

    /// A field with a formatter keeps the escape key to itself, so that nobody could leave a form with it.
    private static void passEscape(TextInputControl control, KeyEvent event) {
        var parent = control.getParent();
        if (event.getCode() == KeyCode.ESCAPE && parent != null) {
            event.consume();
            parent.fireEvent(event.copyFor(parent, parent));
        }
    }

    /// What is taken away always may be, so that nobody is caught in a text that came from elsewhere.
    @SuppressWarnings("NullAway") // null is the toolkit's word for a change refused
    private static TextFormatter.Change judged(
            TextFormatter.Change change, Predicate<String> fits) {
        return change.isDeleted() || fits.test(change.getControlNewText()) ? change : null;
    }
}
