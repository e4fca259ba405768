package org.clinicdesk.client.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A short word on a tinted ground: a state, a warning.
public final class Pill {

    private Pill() {}

    public static Label of(String text, Tint tint) {
        var label = Labels.of(text, "pill", tint.style());
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
