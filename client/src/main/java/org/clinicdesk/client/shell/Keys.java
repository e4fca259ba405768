package org.clinicdesk.client.shell;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every key there is at the moment: those of the screen first, then those of the features, then those of the window.
final class Keys {

    private final Desk desk;
    private final Frame frame;
    private final Key undo;
    private final LastTyped lastTyped;
    private @Nullable TypedOnce typed;

    Keys(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
        this.lastTyped = new LastTyped(desk.undos()::steps);
        this.undo = Key.of("Ctrl+Z", "kit.undo", this::undo);
    }

    void install(Scene scene) {
        typed = new TypedOnce(scene);
        typed.install();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        lastTyped.install(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
    }

    private void pressed(KeyEvent event) {
        if (frame.covered() || !desk.layers().isEmpty()) {
            return;
        }
        for (var key : all().toList()) {
            var run = key.run();
            if (run != null && key.combination().match(event) && !isTyping(event, key)) {
                event.consume();
                if (typed != null) {
                    typed.taken();
                }
                run.run();
                return;
            }
        }
    }

    /// Escape goes back when no control wanted it.
    private void escaped(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !frame.covered() && desk.layers().isEmpty()) {
            frame.back();
        }
    }

    /// A letter alone is text while a field has the keyboard, and what was typed last the field takes back itself.
    private boolean isTyping(KeyEvent event, Key key) {
        if (!(event.getTarget() instanceof TextInputControl field)) {
            return false;
        }
        if (key == undo) {
            return lastTyped.in(field);
        }
        return key.combination() instanceof KeyCodeCombination code
                && !code.getCode().isFunctionKey()
                && !event.isShortcutDown()
                && !event.isAltDown();
    }

    private Stream<Key> all() {
        return Stream.of(ofScreen(), ofFeatures(), ofWindow()).flatMap(List::stream);
    }

    private List<Key> ofScreen() {
        var screen = desk.navigator().current().get();
        return screen == null ? List.of() : screen.keys();
    }

    private List<Key> ofFeatures() {
        var keys = new ArrayList<Key>();
        desk.features().stream()
                .filter(feature -> desk.may(feature.needs()))
                .forEach(feature ->
                        feature.key()
                                .ifPresent(caps ->
                                        keys.add(
                                                Key.of(
                                                        caps,
                                                        feature.id() + ".title",
                                                        () ->
                                                                desk.navigator()
                                                                        .go(
                                                                                Place.of(
                                                                                        feature
                                                                                                .id()))))));
        desk.features().stream()
                .filter(feature -> desk.may(feature.needs()))
                .forEach(feature -> keys.addAll(feature.everywhere(desk)));
        return keys;
    }

    private List<Key> ofWindow() {
        return List.of(
                undo,
                Key.of("Ctrl+K", "shell.key.palette", () -> Palette.open(desk)),
                Key.of("F1", "shell.keys.title", this::show),
                Key.of("Ctrl+L", "shell.user.lock", desk.session()::lock),
                Key.hint("Esc", "shell.back"));
    }

    private void undo() {
        desk.undos().undo(() -> desk.notices().reminder(desk.texts().get("shell.undo.nothing")));
    }

    private void show() {
        var map = new KeyMap(desk);
        var screen = desk.navigator().current().get();
        if (screen != null && !screen.keys().isEmpty()) {
            map.ofScreen(screen.title(desk.texts()), ofScreen());
        }
        var own = ofScreen().stream().map(Key::caps).toList();
        map.rest(
                        ofFeatures(),
                        ofWindow().stream().filter(key -> !own.contains(key.caps())).toList())
                .show();
    }
}
