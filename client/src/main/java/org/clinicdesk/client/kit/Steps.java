package org.clinicdesk.client.kit;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.layout.HBox;

import java.util.List;

/// Shows where one stands in a task of several steps. Words, numbers and a tick, so that it reads without colour.
public final class Steps {

    private final HBox box = Boxes.styled(new HBox(), "steps");
    private final List<String> titles;

    /// @param step counted from zero
    public Steps(List<String> titles, ReadOnlyIntegerProperty step) {
        this.titles = List.copyOf(titles);
        step.addListener(change -> draw(step.get()));
        draw(step.get());
    }

    public HBox node() {
        return box;
    }

    private void draw(int now) {
        box.getChildren().clear();
        for (int i = 0; i < titles.size(); i++) {
            var number = Labels.of(i < now ? "✓" : Integer.toString(i + 1), "number");
            number.getStyleClass().add(i == now ? "now" : i < now ? "done" : "later");
            box.getChildren()
                    .addAll(number, Labels.of(titles.get(i), i == now ? "strong" : "muted"));
            if (i < titles.size() - 1) {
                box.getChildren().add(Icons.of("mdi2c-chevron-right"));
            }
        }
    }
}
