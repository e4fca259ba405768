package org.clinicdesk.client.appointment;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.platform.Texts;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Some of many: each one that was chosen can be pressed away, and more are added from a list.
final class SomePick<V> {

    /// As many as the contract takes.
    private static final int MOST = 5;

    private final Texts texts;
    private final String id;
    private final ObservableList<V> chosen;
    private final Supplier<List<V>> all;
    private final Function<V, String> words;
    private final MenuButton add;
    private final FlowPane box = new FlowPane(6, 6);

    /// @param addKey the words of the list
    /// @param all those there are; asked again when something changes
    SomePick(
            Texts texts,
            String id,
            String addKey,
            ObservableList<V> chosen,
            Supplier<List<V>> all,
            Function<V, String> words) {
        this.texts = texts;
        this.id = id;
        this.chosen = chosen;
        this.all = all;
        this.words = words;
        this.add = Boxes.styled(new MenuButton(texts.get(addKey), Icons.of("mdi2p-plus")), "sm");
        add.setId(id + ".add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        box.setId(id);
        chosen.addListener((ListChangeListener<V>) change -> show());
        show();
    }

    FlowPane node() {
        return box;
    }

    /// What there is to choose from is something else now.
    void show() {
        box.getChildren().clear();
        for (var index = 0; index < chosen.size(); index++) {
            box.getChildren().add(chip(index, chosen.get(index)));
        }
        var left = all.get().stream().filter(one -> !chosen.contains(one)).toList();
        add.getItems().setAll(left.stream().map(this::item).toList());
        if (!left.isEmpty() && chosen.size() < MOST) {
            box.getChildren().add(add);
        }
    }

    private MenuItem item(V one) {
        var item = new MenuItem(words.apply(one));
        item.setOnAction(event -> {
            chosen.add(one);
            add.requestFocus();
        });
        return item;
    }

    private Button chip(int index, V one) {
        var name = words.apply(one);
        var chip =
                Boxes.styled(
                        Buttons.plain(
                                id + "." + index,
                                name,
                                "mdi2c-close",
                                () -> {
                                    chosen.remove(one);
                                    add.requestFocus();
                                }),
                        "chip");
        chip.setAccessibleText(texts.get("appointment.book.without", name));
        return chip;
    }
}
