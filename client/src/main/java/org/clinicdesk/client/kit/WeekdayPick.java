package org.clinicdesk.client.kit;

import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.clinicdesk.client.platform.Texts;

import java.time.DayOfWeek;
import java.time.format.TextStyle;

/// The days of a week, each chosen or not. The arrows go from one to the next, the space bar chooses.
public final class WeekdayPick {

    private WeekdayPick() {}

    public static Node of(Texts texts, String id, ObservableSet<DayOfWeek> chosen) {
        var box = Boxes.styled(new HBox(), "segments", "weekdays");
        for (var day : DayOfWeek.values()) {
            var button = new ToggleButton(day.getDisplayName(TextStyle.SHORT, texts.locale()));
            button.setId(id + "." + day.getValue());
            button.setAccessibleText(day.getDisplayName(TextStyle.FULL, texts.locale()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(chosen.contains(day));
            button.setOnAction(event -> {
                if (button.isSelected()) {
                    chosen.add(day);
                } else {
                    chosen.remove(day);
                }
            });
            chosen.addListener(
                    (SetChangeListener<DayOfWeek>)
                            change -> button.setSelected(chosen.contains(day)));
            box.getChildren().add(button);
        }
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> Segments.walk(box, event));
        return box;
    }
}
