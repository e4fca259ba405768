package org.clinicdesk.client.appointment;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;

/// A fact with its icon whose words change; it is gone while there are none.
final class Fact {

    private final Label label = Labels.of("", "small");
    private final HBox box;

    Fact(String icon) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        box = Boxes.row(8, Icons.of(icon), label);
    }

    HBox node() {
        return box;
    }

    void show(String text) {
        label.setText(text);
        box.setVisible(!text.isEmpty());
        box.setManaged(!text.isEmpty());
    }
}
