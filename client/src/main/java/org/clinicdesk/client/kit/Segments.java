package org.clinicdesk.client.kit;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A few choices side by side, one of them chosen: day, week, room.
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
            box.getChildren().add(button);
        }
        // The arrow keys choose without an action, and a second click on the chosen one would leave
        // none.
        group.selectedToggleProperty()
                .addListener((property, before, now) -> {
                    if (now == null) {
                        group.selectToggle(before);
                    } else {
                        chosen.set(values.get(group.getToggles().indexOf(now)));
                    }
                });
        chosen.addListener((property, before, now) ->
                group.getToggles()
                        .forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(now))));
        return box;
    }
}
