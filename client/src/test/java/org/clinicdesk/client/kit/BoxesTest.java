package org.clinicdesk.client.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class BoxesTest {

    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger pressed = new AtomicInteger();
    private RadioButton choice;
    private VBox box;
    private Scene scene;

    @BeforeEach
    void aFormThatEnterSends() {
        Ui.start();
        Ui.run(() -> {
            var button = new Button("Other");
            button.setOnAction(event -> pressed.incrementAndGet());
            choice = new RadioButton("One");
            choice.setToggleGroup(new ToggleGroup());
            box =
                    Boxes.onEnter(
                            new VBox(new TextField(), new TextArea(), button, choice),
                            entered::incrementAndGet);
            scene = new Scene(box);
            box.applyCss();
            box.layout();
        });
    }

    @AfterEach
    void nothingThrown() {
        Ui.verify();
    }

    @Test
    void enterInAFieldRunsTheActionOnce() {
        enterAt(0);
        assertEquals(1, entered.get());
    }

    @Test
    void enterInATextOfSeveralLinesIsALineBreak() {
        enterAt(1);
        assertEquals(0, entered.get());
    }

    @Test
    void enterOnAButtonPressesThatButton() {
        enterAt(2);
        assertEquals(0, entered.get());
        assertEquals(1, pressed.get());
    }

    @Test
    void enterOnAChoiceMakesItAndOnceMoreGoesOnWithIt() {
        enterAt(3);
        assertTrue(choice.isSelected());
        assertEquals(0, entered.get());
        enterAt(3);
        assertEquals(1, entered.get());
    }

    private void enterAt(int child) {
        Ui.run(() -> box.getChildren().get(child).requestFocus());
        Ui.key(scene, KeyCode.ENTER, false);
    }
}
