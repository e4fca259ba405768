package org.clinicdesk.client.shell;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Connection.Line;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Screen;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.HashSet;

/// The keys of the visible screen, and how the line to the server stands.
final class StatusBar {

    private static final String UNDO = "Ctrl+Z";

    /// What finishes the work of a screen, where it has such a key.
    private static final String FINISH = "Ctrl+Enter";

    private final HBox box = Boxes.styled(new HBox(), "statusbar");
    private final Desk desk;
    private final FontIcon light = Icons.of("mdi2c-circle", "i9");
    private final Label line = Labels.of("", "tiny", "muted");

    /// Held by the bar alone, so that a bar that is gone does not stay in memory.
    private final ChangeListener<Line> follows = (property, before, now) -> show(now);

    StatusBar(Desk desk, Screen screen) {
        this.desk = desk;
        line.setMinWidth(Region.USE_PREF_SIZE);
        box.getChildren().addAll(row(screen), Boxes.row(6, light, line));
        Redraw.of(box, () -> box.getChildren().set(0, row(screen)), screen.keysDependOn());
        box.getProperties().put("follows", follows);
        desk.connection().line().addListener(new WeakChangeListener<>(follows));
        show(desk.connection().line().get());
    }

    Node node() {
        return box;
    }

    private HintRow row(Screen screen) {
        var hints = new ArrayList<Node>();
        var kept = new HashSet<Node>();
        for (var key : screen.keys()) {
            if (!key.caps().equals(UNDO)) {
                hints.add(hint(key));
            }
            if (key.caps().equals(FINISH)) {
                kept.add(hints.getLast());
            }
        }
        var last = last(screen);
        hints.add(last);
        kept.add(last);
        return Boxes.grow(new HintRow(hints, kept));
    }

    /// The way back, and where all keys stand.
    private Node last(Screen screen) {
        var undo =
                screen.keys().stream()
                        .filter(key -> key.caps().equals(UNDO))
                        .findFirst()
                        .orElse(Key.hint(UNDO, "kit.undo"));
        return Boxes.row(14, hint(undo), hint(Key.hint("F1", "shell.keys.short")));
    }

    private Node hint(Key key) {
        var text = Labels.of(key.words(desk.texts()), "tiny", "muted");
        text.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.row(5, Kbd.of(KeyMap.words(desk.texts(), key.caps())), text);
    }

    private void show(Line now) {
        var texts = desk.texts();
        light.getStyleClass().removeAll("on-green", "on-red");
        switch (now) {
            case Line.Unknown() -> line.setText("");
            case Line.Up(var time) -> {
                light.getStyleClass().add("on-green");
                line.setText(texts.get("shell.line.up", time.toMillis()));
            }
            case Line.Down() -> {
                light.getStyleClass().add("on-red");
                line.setText(texts.get("shell.line.down"));
            }
        }
    }
}
