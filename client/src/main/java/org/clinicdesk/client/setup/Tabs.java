package org.clinicdesk.client.setup;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;

import java.util.Arrays;
import java.util.List;

/// The parts of what is set up, one screen each.
enum Tabs {
    TYPES(""),
    RESOURCES("resources"),
    DOCTORS("doctors"),
    RULES("rules"),
    SITES("sites");

    private final String view;

    Tabs(String view) {
        this.view = view;
    }

    static Tabs at(Place place) {
        return Arrays.stream(values())
                .filter(tab -> tab.view.equals(place.view()))
                .findFirst()
                .orElse(TYPES);
    }

    private Place place() {
        return Place.of("setup", view);
    }

    private String textKey() {
        return "setup.tab." + name();
    }

    Node header(Desk desk) {
        var chosen = new SimpleObjectProperty<>(this);
        var box =
                Segments.of(
                        "setup-tab",
                        List.of(values()),
                        tab -> desk.texts().get(tab.textKey()),
                        chosen);
        chosen.addListener((property, before, now) -> desk.navigator().go(now.place()));
        return box;
    }

    /// Alt and the number of the part.
    static Key[] keys(Desk desk) {
        return Arrays.stream(values())
                .map(tab ->
                        Key.of(
                                "Alt+" + (tab.ordinal() + 1),
                                tab.textKey(),
                                () -> desk.navigator().go(tab.place())))
                .toArray(Key[]::new);
    }
}
