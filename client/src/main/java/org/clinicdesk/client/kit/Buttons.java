package org.clinicdesk.client.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Buttons, by weight. A screen has one primary button.
public final class Buttons {

    private Buttons() {}

    public static Button primary(String id, String text, String icon, Runnable action) {
        return Boxes.styled(plain(id, text, icon, action), "primary");
    }

    public static Button plain(String id, String text, String icon, Runnable action) {
        var button = plain(id, text, action);
        button.setGraphic(Icons.of(icon));
        return button;
    }

    public static Button plain(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// For what cannot be taken back.
    public static Button danger(String id, String text, Runnable action) {
        return Boxes.styled(plain(id, text, action), "danger-button");
    }

    /// Looks like a word of the text.
    public static Button link(String id, String text, Runnable action) {
        return Boxes.styled(plain(id, text, action), "link");
    }

    /// An icon alone; what it does is read out and shown on hovering.
    public static Button icon(String id, String icon, String text, Runnable action) {
        var button = plain(id, "", icon, action);
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        return button;
    }

    /// Smaller, inside cards and rows.
    public static Button small(Button button) {
        return Boxes.styled(button, "sm");
    }

    /// Lets buttons of a row share its width evenly.
    public static Button wide(Button button) {
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }
}
