package org.clinicdesk.client.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
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
        // Where it is tight the search gives way, never the name of the screen.
        title.setMinWidth(Region.USE_PREF_SIZE);
        box.getChildren().add(title);
        screen.header().ifPresent(box.getChildren()::add);
        box.getChildren().addAll(Boxes.spacer(), search(desk));
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
        var row = Boxes.row(8, Icons.of("mdi2m-magnify"), label, Boxes.spacer(), Kbd.of("Ctrl+K"));
        row.setPrefWidth(300);
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("shell-top.search");
        button.setAccessibleText(prompt);
        button.setMinWidth(Region.USE_COMPUTED_SIZE);
        button.setOnAction(event -> Palette.open(desk));
        return button;
    }
}
