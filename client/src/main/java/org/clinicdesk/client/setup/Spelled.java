package org.clinicdesk.client.setup;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.function.UnaryOperator;

/// A field that people type otherwise than it is held. What cannot be understood is held as typed, for the rules of the
/// contract to refuse.
final class Spelled {

    private final StringProperty held;
    private final UnaryOperator<String> toHeld;
    private final UnaryOperator<String> toShown;
    private final StringProperty shown = new SimpleStringProperty("");

    Spelled(StringProperty held, UnaryOperator<String> toHeld, UnaryOperator<String> toShown) {
        this.held = held;
        this.toHeld = toHeld;
        this.toShown = toShown;
        shown.addListener((property, before, now) -> held.set(toHeld.apply(now)));
        held.addListener((property, before, now) -> {
            if (!toHeld.apply(shown.get()).equals(now)) {
                show();
            }
        });
        show();
    }

    StringProperty shown() {
        return shown;
    }

    /// Spells what is held anew.
    void show() {
        shown.set(toShown.apply(held.get()));
    }

    /// Understands what is typed anew, after what it depends on changed.
    void again() {
        held.set(toHeld.apply(shown.get()));
    }
}
