package org.clinicdesk.client.platform;

import static org.junit.jupiter.api.Assertions.assertSame;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What lies over the screen has the keyboard, whatever of it is shown.
class LayersTest {

    private Button below;
    private Button first;
    private Button second;
    private VBox content;
    private Layers layers;
    private Scene scene;

    @BeforeEach
    void aScreen() {
        Ui.start();
        scene =
                Ui.show(() -> {
                    below = new Button("Below");
                    first = new Button("First");
                    second = new Button("Second");
                    content = new VBox(first, second);
                    layers = new Layers();
                    var screen = new Scene(new StackPane(below, layers.root()), 300, 200);
                    below.requestFocus();
                    return screen;
                });
    }

    @AfterEach
    void nothingThrown() {
        Ui.run(() -> scene.getWindow().hide());
        Ui.verify();
    }

    private void show() {
        Ui.run(() -> layers.show(content, () -> layers.hide(content)));
    }

    @Test
    void theMarkedOneHasItWhenItIsShown() {
        second.getStyleClass().add("first-focus");
        show();
        assertSame(second, scene.getFocusOwner());
    }

    @Test
    void anotherHasItWhenTheMarkedOneIsHidden() {
        first.getStyleClass().add("first-focus");
        first.setVisible(false);
        show();
        assertSame(second, scene.getFocusOwner());
    }

    @Test
    void theNextMarkedOneHasItWhenTheFirstIsHidden() {
        first.getStyleClass().add("first-focus");
        first.setVisible(false);
        Ui.run(() -> content.getChildren().add(new Button("Third")));
        content.getChildren().getLast().getStyleClass().add("first-focus");
        show();
        assertSame(content.getChildren().getLast(), scene.getFocusOwner());
    }

    @Test
    void itIsNotLostWithTheControlThatHadIt() {
        show();
        Ui.run(() -> content.getChildren().remove(first));
        Ui.await("the other one", scene::getFocusOwner, owner -> owner == second);
    }

    @Test
    void itComesBackToWhatWasCovered() {
        show();
        Ui.run(() -> layers.hide(content));
        assertSame(below, scene.getFocusOwner());
    }
}
