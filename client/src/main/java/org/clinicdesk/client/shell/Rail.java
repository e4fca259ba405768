package org.clinicdesk.client.shell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Reveal;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Place;

/// The way to every feature that the person at the desk may use. Who may use many has them closer together in a low window,
/// and scrolls when that does not do.
final class Rail {

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    /// What a place is given where there is enough.
    private static final double ROOM = 60;

    private final VBox box = Boxes.styled(new VBox(), "rail");
    private final VBox places = Boxes.styled(new VBox(), "places");
    private final ScrollPane scroll = Boxes.styled(new ScrollPane(places), "rail-scroll");

    Rail(Desk desk) {
        desk.features().stream()
                .filter(feature -> feature.inRail() && desk.may(feature.needs()))
                .forEach(feature -> places.getChildren().add(entry(desk, feature)));
        scroll.viewportBoundsProperty().addListener(change -> revealChosen());
        places.heightProperty().addListener(change -> revealChosen());
        box.getChildren().addAll(Labels.of("C+", "logo"), scrolling());
    }

    private ScrollPane scrolling() {
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.heightProperty()
                .addListener(change ->
                        places.pseudoClassStateChanged(
                                TIGHT, scroll.getHeight() < places.getChildren().size() * ROOM));
        return scroll;
    }

    Node node() {
        return box;
    }

    private void revealChosen() {
        places.getChildren().stream()
                .filter(entry -> entry.getStyleClass().contains("sel"))
                .forEach(this::reveal);
    }

    /// Where one is, and what has the keyboard, is never scrolled away.
    private void reveal(Node entry) {
        Reveal.in(scroll, entry);
    }

    private Button entry(Desk desk, Feature feature) {
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
        button.focusedProperty().addListener(change -> reveal(button));
        return button;
    }
}
