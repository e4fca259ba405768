package org.clinicdesk.client.kit;

import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the Material Design pack. Size and colour are style classes: an inline style would take the icon's font away.
public final class Icons {

    private Icons() {}

    /// @param classes such as `i20` for size, `on-red` for colour
    public static FontIcon of(String literal, String... classes) {
        return Boxes.styled(new FontIcon(literal), classes);
    }
}
