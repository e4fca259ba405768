package org.clinicdesk.client.kit;

import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Places nodes beside and below each other.
public final class Boxes {

    private Boxes() {}

    /// Side by side, centred on one line.
    public static HBox row(double gap, Node... nodes) {
        var box = new HBox(gap, nodes);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// One below the other.
    public static VBox column(double gap, Node... nodes) {
        return new VBox(gap, nodes);
    }

    /// Takes all the room that is left.
    public static Region spacer() {
        var region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        VBox.setVgrow(region, Priority.ALWAYS);
        return region;
    }

    /// Lets a node take the room that is left, in either direction.
    public static <N extends Region> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        node.setMaxWidth(Double.MAX_VALUE);
        node.setMinWidth(0);
        return node;
    }

    /// A thin line between sections.
    public static Region rule() {
        return styled(new Region(), "rule");
    }

    /// A white box with a border.
    public static VBox card(Node... nodes) {
        return styled(new VBox(nodes), "card");
    }

    /// The left, larger part of a screen.
    public static VBox page(Node... nodes) {
        return grow(styled(new VBox(nodes), "page"));
    }

    /// The panel at the right of a screen; it scrolls when the window is low.
    public static ScrollPane side(double width, Node... nodes) {
        var scroll = styled(new ScrollPane(styled(new VBox(nodes), "side")), "side-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(width);
        scroll.setPrefWidth(width);
        scroll.setMaxWidth(width);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    public static <N extends Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    /// What the Enter key does anywhere inside a node: a focused button is pressed, what is folded is opened or closed, else
    /// the action runs; on a radio button that is chosen already too, on a tick box, and on a choice of several side by side, which the
    /// space bar and the arrows make. In place of JavaFX's default button, of which a window has only one: a dialog would
    /// take it from the screen below and not give it back.
    public static <N extends Node> N onEnter(N node, Runnable action) {
        // Before the choice, which would be made once more and say nothing.
        node.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (isEnter(event) && isChosenAnyway(event.getTarget())) {
                        event.consume();
                        action.run();
                    }
                });
        node.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (!isEnter(event) || event.getTarget() instanceof TextArea) {
                        return;
                    }
                    event.consume();
                    switch (event.getTarget()) {
                        case TitledPane folded -> folded.setExpanded(!folded.isExpanded());
                        case ButtonBase button -> button.fire();
                        default -> action.run();
                    }
                });
        return node;
    }

    /// What is ticked or chosen with the space bar.
    private static boolean isChosenAnyway(EventTarget target) {
        return target instanceof CheckBox
                || target instanceof ToggleButton choice
                        && (choice.isSelected() || !(choice instanceof RadioButton));
    }

    private static boolean isEnter(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER
                && !event.isShortcutDown()
                && !event.isShiftDown()
                && !event.isAltDown();
    }

    /// Marks the node that gets the keyboard when its screen or dialog opens.
    public static <N extends Node> N first(N node) {
        return styled(node, "first-focus");
    }
}
