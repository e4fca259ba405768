package org.clinicdesk.client.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

class ScanTrapTest {

    private static final String CODE = "CD1-8H2K-77QX-0Z4M";

    private final List<String> scanned = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);
    private final AtomicBoolean pressed = new AtomicBoolean();
    private TextField field;

    @BeforeEach
    void sceneWithADefaultButton() {
        Ui.start();
        Ui.run(() -> {
            field = new TextField();
            var button = new Button("Save");
            button.setDefaultButton(true);
            button.setOnAction(event -> pressed.set(true));
            var scene = new Scene(new VBox(field, button));
            new ScanTrap(scanned::add, nanos::get).install(scene);
            field.requestFocus();
        });
    }

    @AfterEach
    void nothingThrown() {
        Ui.verify();
    }

    @Test
    void takesABurstThatBeginsAsOurCodesDo() {
        type(CODE, 5);
        assertEquals(List.of(CODE), scanned);
    }

    @Test
    void takesTheCodeOutOfTheFieldAgain() {
        Ui.run(() -> field.setText("Ngu"));
        Ui.run(() -> field.end());
        type(CODE, 5);
        assertEquals("Ngu", Ui.on(field::getText));
    }

    @Test
    void pressesNoDefaultButton() {
        type(CODE, 5);
        assertFalse(pressed.get());
    }

    @Test
    void leavesSlowTypingAlone() {
        type(CODE, 90);
        assertEquals(List.of(), scanned);
    }

    @Test
    void leavesFastTextWithoutOurPrefixAlone() {
        type("8931234567890123", 5);
        assertEquals(List.of(), scanned);
    }

    private void type(String text, long gapMillis) {
        Ui.run(() -> {
            for (char c : text.toCharArray()) {
                nanos.addAndGet(Duration.ofMillis(gapMillis).toNanos());
                fire(KeyEvent.KEY_TYPED, String.valueOf(c), KeyCode.UNDEFINED);
            }
            nanos.addAndGet(Duration.ofMillis(gapMillis).toNanos());
            fire(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
            fire(KeyEvent.KEY_TYPED, "\r", KeyCode.UNDEFINED);
            fire(KeyEvent.KEY_RELEASED, "", KeyCode.ENTER);
        });
    }

    private void fire(javafx.event.EventType<KeyEvent> type, String character, KeyCode code) {
        Event.fireEvent(field, new KeyEvent(type, character, "", code, false, false, false, false));
    }
}
