package org.clinicdesk.client.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Texts;

import java.util.List;

/// All keys that work here, over the screen: in columns of about the same height, which scroll where the window is low.
final class KeyMap {

    private static final int COLUMNS = 3;
    private static final int FEW = 10;
    private static final double COLUMN = 300;
    private static final double TALLEST = 480;

    private final Desk desk;
    private final Texts texts;
    private final HBox columns = Boxes.row(24);

    KeyMap(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
        columns.setAlignment(Pos.TOP_LEFT);
    }

    /// Those of the screen, in as many columns as leave one for the rest.
    KeyMap ofScreen(String title, List<Key> keys) {
        var shown = keys.size() <= FEW ? FEW : Math.ceilDiv(keys.size(), COLUMNS - 1);
        for (int from = 0; from < keys.size(); from += shown) {
            var part = keys.subList(from, Math.min(keys.size(), from + shown));
            columns.getChildren().add(column(list(from == 0 ? title : "", part)));
        }
        return this;
    }

    KeyMap rest(List<Key> places, List<Key> everywhere) {
        columns.getChildren()
                .add(
                        column(
                                list(texts.get("shell.keys.places"), places),
                                list(texts.get("shell.keys.everywhere"), everywhere)));
        return this;
    }

    void show() {
        var scroll = Boxes.styled(new ScrollPane(columns), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALLEST);
        scroll.setPrefHeight(TALLEST);
        columns.heightProperty()
                .subscribe(height ->
                        scroll.setPrefHeight(Math.min(TALLEST, height.doubleValue() + 4)));
        new Dialog(desk.layers(), texts, "shell-keys", texts.get("shell.keys.title"))
                .width(COLUMN * columns.getChildren().size() + 60)
                .body(scroll)
                .cancel(texts.get("kit.close"))
                .show();
    }

    private static Node column(VBox... lists) {
        var column = Boxes.column(20, lists);
        column.setPrefWidth(COLUMN);
        column.setMinWidth(0);
        return column;
    }

    private VBox list(String title, List<Key> keys) {
        var list = Boxes.column(8, Labels.section(title.toUpperCase(texts.locale())));
        keys.forEach(key -> {
            var place = new StackPane(Kbd.of(words(texts, key.caps())));
            place.setMinWidth(76);
            place.setAlignment(Pos.CENTER_LEFT);
            var words = Labels.text(key.words(texts));
            words.setWrapText(true);
            list.getChildren().add(Boxes.row(8, place, words));
        });
        return list;
    }

    /// A key as it is printed on the caps of the language: `Ctrl+←`, `Supr`.
    static String words(Texts texts, String caps) {
        return caps.replace("Left", "←")
                .replace("Right", "→")
                .replace("Delete", texts.get("shell.cap.delete"))
                .replace("Shift", texts.get("shell.cap.shift"));
    }
}
