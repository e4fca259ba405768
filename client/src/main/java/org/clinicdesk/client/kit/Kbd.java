package org.clinicdesk.client.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A key as it is printed on its cap.
public final class Kbd {

    private Kbd() {}

    public static Label of(String caps) {
        var label = Labels.of(caps.replace('+', ' '), "kbd");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
