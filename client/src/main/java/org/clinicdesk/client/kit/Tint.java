package org.clinicdesk.client.kit;

import java.util.Locale;

/// Colours of states. Colour never stands alone: a word or an icon goes with it.
public enum Tint {
    BLUE,
    AMBER,
    VIOLET,
    GREEN,
    RED,
    GRAY;

    /// The style class that carries background, text and edge colour.
    public String style() {
        return "t-" + name().toLowerCase(Locale.ROOT);
    }
}
