package org.clinicdesk.client.kit;

import org.clinicdesk.client.platform.Waiting;

import java.util.Locale;

/// Colours of states. Colour never stands alone: a word or an icon goes with it.
public enum Tint {
    BLUE,
    AMBER,
    VIOLET,
    GREEN,
    RED,
    GRAY;

    /// How long somebody has waited.
    public static Tint of(Waiting.Degree degree) {
        return switch (degree) {
            case SHORT -> GREEN;
            case LONG -> AMBER;
            case TOO_LONG -> RED;
        };
    }

    /// The style class that carries background, text and edge colour.
    public String style() {
        return "t-" + name().toLowerCase(Locale.ROOT);
    }
}
