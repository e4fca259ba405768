package org.clinicdesk.client.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What is lit is what is chosen, however it was chosen.
class SegmentsTest {

    private final ObjectProperty<String> chosen = new SimpleObjectProperty<>("day");
    private HBox segments;
    private Scene scene;

    @BeforeEach
    void threeChoices() {
        Ui.start();
        Ui.run(() -> {
            segments = Segments.of("view", List.of("day", "week", "month"), text -> text, chosen);
            scene = new Scene(segments);
            segments.applyCss();
            segments.layout();
        });
    }

    @AfterEach
    void nothingThrown() {
        Ui.verify();
    }

    @Test
    void theArrowKeysChoose() {
        Ui.run(() -> button(0).requestFocus());
        Ui.stroke(scene, KeyCode.RIGHT);
        assertEquals("week", chosen.get());
        assertEquals(List.of(false, true, false), lit());
        Ui.stroke(scene, KeyCode.LEFT);
        assertEquals("day", chosen.get());
    }

    @Test
    void aClickChooses() {
        Ui.run(() -> button(2).fire());
        assertEquals("month", chosen.get());
        assertEquals(List.of(false, false, true), lit());
    }

    @Test
    void aClickOnTheChosenOneLeavesIt() {
        Ui.run(() -> button(0).fire());
        assertEquals("day", chosen.get());
        assertEquals(List.of(true, false, false), lit());
    }

    @Test
    void whatIsChosenElsewhereIsLit() {
        Ui.run(() -> chosen.set("month"));
        assertEquals(List.of(false, false, true), lit());
    }

    private ToggleButton button(int number) {
        return (ToggleButton) segments.getChildren().get(number);
    }

    private List<Boolean> lit() {
        return List.of(button(0).isSelected(), button(1).isSelected(), button(2).isSelected());
    }
}
