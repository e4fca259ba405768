package org.clinicdesk.client.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Screen;

/// Title and header of the screen, the way to everything else, the screen's actions, and who is here.
final class TopBar {

    /// The search is as wide as there is room, and gives way before all else.
    private static final double WIDE = 320;

    private static final double NARROW = 40;

    /// Below this nothing but its sign is left of it.
    private static final double WORDED = 130;

    private static final double PADDING = 20;

    private final HBox box = Boxes.styled(new HBox(), "topbar");

    TopBar(Desk desk, Screen screen, Frame frame) {
        var texts = desk.texts();
        if (desk.navigator().canGoBack()) {
            box.getChildren()
                    .add(
                            Buttons.small(
                                    Buttons.icon(
                                            "shell-top.back",
                                            "mdi2a-arrow-left",
                                            texts.get("shell.back"),
                                            frame::back)));
        }
        var title = Labels.title(screen.title(texts));
        title.setId("shell-top.title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        box.getChildren().add(title);
        screen.header().ifPresent(box.getChildren()::add);
        var searching = new HBox(search(desk));
        searching.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(searching, Priority.ALWAYS);
        box.getChildren().add(searching);
        screen.actions().ifPresent(box.getChildren()::add);
        box.getChildren().add(new UserMenu(desk).node());
    }

    Node node() {
        return box;
    }

    private static Button search(Desk desk) {
        var prompt = desk.texts().get("shell.palette.prompt");
        var button = Boxes.styled(new Button(), "omni");
        var label = Labels.of(prompt, "subtle");
        label.setMinWidth(0);
        var words = Boxes.grow(Boxes.row(8, label, Boxes.spacer(), Kbd.of("Ctrl+K")));
        words.visibleProperty().bind(button.widthProperty().greaterThan(WORDED));
        words.managedProperty().bind(words.visibleProperty());
        var row = Boxes.row(8, Icons.of("mdi2m-magnify"), words);
        row.prefWidthProperty().bind(button.widthProperty().subtract(PADDING));
        button.setPrefWidth(NARROW);
        button.setMaxWidth(WIDE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("shell-top.search");
        button.setAccessibleText(prompt);
        button.setMinWidth(Region.USE_COMPUTED_SIZE);
        button.setOnAction(event -> Palette.open(desk));
        return button;
    }
}
