package org.clinicdesk.client.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class BoxesTest {

    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger pressed = new AtomicInteger();
    private final ObjectProperty<Integer> chosen = new SimpleObjectProperty<>(1);
    private RadioButton choice;
    private TitledPane folded;
    private VBox box;
    private Scene scene;

    @BeforeEach
    void aFormThatEnterSends() {
        Ui.start();
        Ui.run(() -> {
            var button = new Button("Other");
            button.setOnAction(event -> pressed.incrementAndGet());
            folded = new TitledPane("More", new TextField());
            folded.setExpanded(false);
            folded.setAnimated(false);
            choice = new RadioButton("One");
            choice.setToggleGroup(new ToggleGroup());
            box =
                    Boxes.onEnter(
                            new VBox(
                                    new TextField(),
                                    new TextArea(),
                                    button,
                                    choice,
                                    folded,
                                    Segments.of("s", List.of(1, 2), Object::toString, chosen)),
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

    @Test
    void enterOpensWhatIsFoldedAndClosesItAgain() {
        enterAt(4);
        assertTrue(folded.isExpanded());
        enterAt(4);
        assertFalse(folded.isExpanded());
        assertEquals(0, entered.get());
    }

    @Test
    void theArrowsChooseBesideAndEnterGoesOnWithWhatIsChosen() {
        var segments = (Parent) box.getChildren().get(5);
        Ui.run(() -> segments.getChildrenUnmodifiable().getFirst().requestFocus());
        Ui.key(scene, KeyCode.RIGHT, false);
        assertEquals(2, chosen.get());
        Ui.run(() -> segments.getChildrenUnmodifiable().getFirst().requestFocus());
        Ui.key(scene, KeyCode.ENTER, false);
        assertEquals(2, chosen.get());
        assertEquals(1, entered.get());
    }

    private void enterAt(int child) {
        Ui.run(() -> box.getChildren().get(child).requestFocus());
        Ui.key(scene, KeyCode.ENTER, false);
    }
}
