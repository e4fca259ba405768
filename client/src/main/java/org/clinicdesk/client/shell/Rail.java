package org.clinicdesk.client.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Place;

/// The way to every feature that the person at the desk may use.
final class Rail {

    private final VBox box = Boxes.styled(new VBox(), "rail");

    Rail(Desk desk) {
        var logo = Labels.of("C+", "logo");
        VBox.setMargin(logo, new javafx.geometry.Insets(0, 0, 10, 0));
        box.getChildren().add(logo);
        desk.features().stream()
                .filter(feature -> feature.inRail() && desk.may(feature.needs()))
                .forEach(feature -> box.getChildren().add(entry(desk, feature)));
    }

    Node node() {
        return box;
    }

    private static Button entry(Desk desk, Feature feature) {
        var text = desk.texts().get(feature.id() + ".title");
        var button = Boxes.styled(new Button(text, Icons.of(feature.icon())), "nav");
        button.setId("shell-rail." + feature.id());
        button.setTooltip(
                new Tooltip(feature.key().map(key -> text + " (" + key + ")").orElse(text)));
        button.setOnAction(event -> desk.navigator().go(Place.of(feature.id())));
        if (desk.navigator()
                .place()
                .filter(place -> place.feature().equals(feature.id()))
                .isPresent()) {
            button.getStyleClass().add("sel");
        }
        return button;
    }
}
