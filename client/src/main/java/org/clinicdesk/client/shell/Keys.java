package org.clinicdesk.client.shell;

import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every key there is at the moment: those of the screen first, then those of the features, then those of the window.
final class Keys {

    /// So many keys of a screen stand in one column.
    private static final int MOST = 14;

    private static final double WIDTH = 760;
    private static final double WIDE = 1060;
    private static final double HEIGHT = 520;
    private static final double COLUMN = 240;
    private static final double CAPS = 76;

    private final Desk desk;
    private final Frame frame;
    private @Nullable TypedOnce typed;

    Keys(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    void install(Scene scene) {
        typed = new TypedOnce(scene);
        typed.install();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
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

    /// A letter alone is text while a field has the keyboard.
    private static boolean isTyping(KeyEvent event, Key key) {
        return event.getTarget() instanceof TextInputControl
                && key.combination() instanceof KeyCodeCombination code
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
                Key.of("Ctrl+K", "shell.key.palette", () -> Palette.open(desk)),
                Key.of("F1", "shell.keys.title", this::show),
                Key.of("Ctrl+L", "shell.user.lock", desk.session()::lock),
                Key.hint("Esc", "shell.back"));
    }

    /// As many columns as it takes, so that all of it is seen at once in the smallest window; what is too high all the same
    /// scrolls.
    private void show() {
        var texts = desk.texts();
        var columns = Boxes.row(28);
        columns.setAlignment(Pos.TOP_LEFT);
        var screen = desk.navigator().current().get();
        var own = ofScreen();
        var each = Math.ceilDiv(own.size(), Math.max(1, Math.ceilDiv(own.size(), MOST)));
        for (int from = 0; screen != null && from < own.size(); from += each) {
            var part = own.subList(from, Math.min(own.size(), from + each));
            columns.getChildren().add(column(from == 0 ? title(screen) : "", part));
        }
        columns.getChildren()
                .add(
                        Boxes.column(
                                20,
                                column(texts.get("shell.keys.places"), ofFeatures()),
                                column(texts.get("shell.keys.everywhere"), ofWindow())));
        var scroll = Boxes.styled(new ScrollPane(columns), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.prefViewportHeightProperty().bind(columns.heightProperty());
        scroll.setMaxHeight(HEIGHT);
        var wide = columns.getChildren().size() > 2;
        new Dialog(desk.layers(), texts, "shell-keys", texts.get("shell.keys.title"))
                .width(wide ? WIDE : WIDTH)
                .body(scroll)
                .cancel(texts.get("kit.close"))
                .show();
    }

    private String title(Screen screen) {
        return screen.title(desk.texts());
    }

    private VBox column(String title, List<Key> keys) {
        var column = Boxes.column(7, Labels.section(title.toUpperCase(desk.texts().locale())));
        keys.forEach(key -> {
            var cap = Kbd.of(key.caps());
            var place = new StackPane(cap);
            place.setMinWidth(CAPS);
            place.setAlignment(Pos.CENTER_LEFT);
            var words = Labels.text(key.words(desk.texts()));
            words.setWrapText(true);
            column.getChildren().add(Boxes.row(8, place, words));
        });
        column.setPrefWidth(COLUMN);
        return column;
    }
}
