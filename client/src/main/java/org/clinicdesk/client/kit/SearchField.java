package org.clinicdesk.client.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.function.Consumer;

/// The large field that searches while text is typed. Escape empties it.
public final class SearchField {

    private final TextField field = new TextField();
    private final HBox box;

    /// @param note how many were found, at the right
    public SearchField(
            String id,
            String prompt,
            StringProperty text,
            ObservableBooleanValue busy,
            ObservableValue<String> note) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().bindBidirectional(text);
        HBox.setHgrow(field, Priority.ALWAYS);
        var wheel = new ProgressIndicator();
        wheel.visibleProperty().bind(busy);
        var found = Boxes.styled(new Label(), "tiny", "muted");
        found.textProperty().bind(note);
        found.setMinWidth(Region.USE_PREF_SIZE);
        var escape = Kbd.of("Esc");
        escape.visibleProperty().bind(Bindings.isNotEmpty(text));
        box =
                Boxes.styled(
                        new HBox(Icons.of("mdi2m-magnify", "i20"), field, wheel, found, escape),
                        "search");
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !text.get().isEmpty()) {
                        text.set("");
                        event.consume();
                    }
                });
    }

    public HBox node() {
        return box;
    }

    public TextField field() {
        return field;
    }

    /// Lets arrows walk through a table and Enter open its row while the field keeps the keyboard.
    public SearchField drives(Table<?> table) {
        return drives(table, Runnable::run);
    }

    /// The same for a table that the server fills: the keys wait until it has what stands in the field.
    ///
    /// @param whenFound does something as soon as that is so
    public SearchField drives(Table<?> table, Consumer<Runnable> whenFound) {
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (table.knows(event)) {
                        event.consume();
                        whenFound.accept(() -> table.press(event.getCode()));
                    }
                });
        return this;
    }
}
