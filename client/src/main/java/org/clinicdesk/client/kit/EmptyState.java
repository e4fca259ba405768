package org.clinicdesk.client.kit;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// Says why there is nothing, and what can be done about it.
public final class EmptyState {

    private EmptyState() {}

    public static VBox of(String icon, String title, String detail, Node... actions) {
        var text = Labels.paragraph(detail);
        text.setMaxWidth(420);
        text.setTextAlignment(TextAlignment.CENTER);
        var box =
                Boxes.styled(new VBox(Icons.of(icon, "i40"), Labels.heading(title), text), "empty");
        if (actions.length > 0) {
            var row = Boxes.row(8, actions);
            row.setAlignment(javafx.geometry.Pos.CENTER);
            box.getChildren().add(row);
        }
        return box;
    }
}
