package org.clinicdesk.client.demo;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.clinicdesk.client.Ui;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// What a person does at the desk: types into fields and presses buttons, found by id, and keys.
final class Hands {

    private final Scene scene;
    private final Path pictures;

    Hands(Scene scene, Path pictures) {
        this.scene = scene;
        this.pictures = pictures;
    }

    Scene scene() {
        return scene;
    }

    void type(String id, String text) {
        Ui.type(scene, id, text);
    }

    void press(String id) {
        Ui.press(scene, id);
    }

    void key(KeyCode code) {
        Ui.key(scene, code, false);
        Ui.pause();
    }

    void ctrl(KeyCode code) {
        Ui.key(scene, code, true);
        Ui.pause();
    }

    /// Chooses a value of a list.
    @SuppressWarnings("unchecked")
    <V> void choose(String id, V value) {
        var combo = (ComboBox<V>) Ui.find(scene, id);
        Ui.run(() -> combo.setValue(value));
    }

    /// Chooses an entry of a menu.
    void menu(String id, String itemId) {
        var menu = (MenuButton) Ui.find(scene, id);
        Ui.run(() ->
                menu.getItems().stream()
                        .filter(item -> itemId.equals(item.getId()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No entry " + itemId))
                        .fire());
    }

    /// What a keyboard-wedge scanner does: types fast, ends with Enter.
    void scan(String code) {
        Ui.run(() -> {
            for (var letter : code.toCharArray()) {
                fire(KeyEvent.KEY_TYPED, String.valueOf(letter), KeyCode.UNDEFINED);
            }
            fire(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
            fire(KeyEvent.KEY_RELEASED, "", KeyCode.ENTER);
        });
    }

    private void fire(javafx.event.EventType<KeyEvent> type, String letter, KeyCode code) {
        var owner = scene.getFocusOwner();
        var target = owner == null || owner.getScene() != scene ? scene.getRoot() : owner;
        target.fireEvent(new KeyEvent(type, letter, "", code, false, false, false, false));
    }

    /// Waits for something to be on the screen.
    void see(String id) {
        Ui.find(scene, id);
    }

    /// Whether it is on the screen now.
    boolean sees(String id) {
        return Ui.on(() -> Ui.lookup(scene, id) != null);
    }

    /// The text of a label.
    String text(String id) {
        var label = (Labeled) Ui.find(scene, id);
        return Ui.on(label::getText);
    }

    /// Presses a key until something is so; gives up after many times.
    void keyUntil(KeyCode code, BooleanSupplier so) {
        for (var i = 0; i < 80 && !so.getAsBoolean(); i++) {
            key(code);
        }
        if (!so.getAsBoolean()) {
            throw new AssertionError("In vain: " + code);
        }
    }

    /// Waits until something is so.
    void until(String what, BooleanSupplier so) {
        Ui.awaitTrue(what, so);
    }

    /// The text of a field.
    String read(String id) {
        var field = (TextInputControl) Ui.find(scene, id);
        return Ui.on(field::getText);
    }

    boolean canPress(String id) {
        return Ui.on(
                () -> Ui.lookup(scene, id) instanceof ButtonBase button && !button.isDisabled());
    }

    void picture(String name) {
        for (var i = 0; i < 6; i++) {
            Ui.pause();
        }
        Ui.picture(scene, pictures.resolve(name + ".png"));
    }
}
