package org.clinicdesk.client.kit;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A few choices side by side, one of them chosen: day, week, room. The arrows go from one to the next.
public final class Segments {

    private Segments() {}

    public static <V> HBox of(
            String id, List<V> values, Function<V, String> text, ObjectProperty<V> chosen) {
        var group = new ToggleGroup();
        var box = Boxes.styled(new HBox(), "segments");
        box.setId(id);
        for (var value : values) {
            var button = new ToggleButton(text.apply(value));
            button.setId(id + "." + value.toString().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setUserData(value);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(value.equals(chosen.get()));
            button.setOnAction(event -> button.setSelected(true));
            button.selectedProperty()
                    .addListener((property, before, now) -> {
                        if (now) {
                            chosen.set(value);
                        }
                    });
            box.getChildren().add(button);
        }
        chosen.addListener((property, before, now) ->
                group.getToggles()
                        .forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(now))));
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> step(box, event));
        return box;
    }

    private static void step(HBox box, KeyEvent event) {
        walk(box, event).ifPresent(button -> button.setSelected(true));
    }

    /// The arrows go from one button of a row to the next.
    ///
    /// @return the one that has the keyboard now, when the key was an arrow
    static Optional<ToggleButton> walk(HBox box, KeyEvent event) {
        var by =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    default -> 0;
                };
        var at = box.getChildren().indexOf((Node) event.getTarget());
        if (by == 0 || at < 0 || event.isShortcutDown() || event.isAltDown()) {
            return Optional.empty();
        }
        event.consume();
        var next = Math.clamp(at + by, 0, box.getChildren().size() - 1);
        var button = (ToggleButton) box.getChildren().get(next);
        button.requestFocus();
        return Optional.of(button);
    }
}
