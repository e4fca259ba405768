package org.clinicdesk.client.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Words on the screen, by the part they play.
public final class Labels {

    private Labels() {}

    public static Label title(String text) {
        return of(text, "h1");
    }

    public static Label heading(String text) {
        return of(text, "h2");
    }

    public static Label text(String text) {
        return of(text);
    }

    public static Label strong(String text) {
        return of(text, "strong");
    }

    public static Label muted(String text) {
        return of(text, "small", "muted");
    }

    /// Heading of a section in a side panel.
    public static Label section(String text) {
        return of(text, "overline");
    }

    /// A paragraph: it breaks into lines and is never cut.
    public static Label paragraph(String text) {
        var label = of(text, "muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A fact with its icon: a phone number, an address.
    public static Node fact(String icon, String text) {
        var label = of(text, "small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return Boxes.row(8, Icons.of(icon), label);
    }

    public static Label of(String text, String... classes) {
        return Boxes.styled(new Label(text), classes);
    }
}
