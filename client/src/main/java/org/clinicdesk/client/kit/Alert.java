package org.clinicdesk.client.kit;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A message that stays on the screen until it is dealt with.
public final class Alert {

    private Alert() {}

    public static VBox of(Tint tint, String icon, String title, String detail, Node... actions) {
        var heading = Labels.strong(title);
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        var box =
                Boxes.styled(
                        new VBox(Boxes.row(8, Icons.of(icon, "sign"), heading)),
                        "alert",
                        tint.style());
        if (!detail.isEmpty()) {
            box.getChildren().add(Labels.paragraph(detail));
        }
        if (actions.length > 0) {
            box.getChildren().add(new FlowPane(6, 6, actions));
        }
        return box;
    }
}
