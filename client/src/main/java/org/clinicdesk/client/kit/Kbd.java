package org.clinicdesk.client.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A key as it is printed on its cap.
public final class Kbd {

    private Kbd() {}

    public static Label of(String caps) {
        var label = Labels.of(print(caps), "kbd");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Arrows are arrows in every language.
    private static String print(String caps) {
        return caps.replace('+', ' ')
                .replaceAll("\\bLeft\\b", "←")
                .replaceAll("\\bRight\\b", "→")
                .replaceAll("\\bUp\\b", "↑")
                .replaceAll("\\bDown\\b", "↓")
                .replaceAll("\\bDelete\\b", "Del");
    }
}
