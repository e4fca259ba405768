package org.clinicdesk.client.shell;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Command;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Finder;
import org.clinicdesk.client.platform.Finder.Found;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Place;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Finds commands in this program at once, and things on the server while typing goes on.
final class PaletteModel {

    private static final Duration PAUSE = Duration.ofMillis(130);
    private static final int MOST = 9;

    private final Desk desk;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Found> rows = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty();
    private final List<Found> commands;
    private final List<Finder> finders;
    private final Lane lane = new Lane();

    PaletteModel(Desk desk) {
        this.desk = desk;
        var allowed =
                desk.features().stream().filter(feature -> desk.may(feature.needs())).toList();
        var places =
                allowed.stream()
                        .filter(feature -> feature.inRail())
                        .map(feature ->
                                new Found(
                                        feature.icon(),
                                        desk.texts().get(feature.id() + ".title"),
                                        "",
                                        Place.of(feature.id())));
        var offered =
                allowed.stream()
                        .flatMap(feature -> feature.commands(desk).stream())
                        .filter(command -> desk.may(command.needs()))
                        .map(this::found);
        commands = Stream.concat(offered, places).toList();
        finders = allowed.stream().flatMap(feature -> feature.finder(desk).stream()).toList();
        query.addListener(change -> search());
        search();
    }

    StringProperty query() {
        return query;
    }

    ObservableList<Found> rows() {
        return rows;
    }

    IntegerProperty selected() {
        return selected;
    }

    void move(int step) {
        if (!rows.isEmpty()) {
            selected.set(Math.floorMod(selected.get() + step, rows.size()));
        }
    }

    /// Goes to the row.
    ///
    /// @return whether there was one
    boolean choose(int row) {
        if (row < 0 || row >= rows.size()) {
            return false;
        }
        desk.navigator().go(rows.get(row).place());
        return true;
    }

    private Found found(Command command) {
        return new Found(command.icon(), desk.texts().get(command.textKey()), "", command.place());
    }

    private void search() {
        var text = query.get().strip();
        var matching =
                commands.stream()
                        .filter(command -> matches(command.title(), text))
                        .limit(MOST)
                        .toList();
        rows.setAll(matching);
        selected.set(0);
        lane.drop();
        if (!text.isEmpty()) {
            desk.calls()
                    .call(() -> {
                        var all = new ArrayList<Found>();
                        for (var finder : finders) {
                            all.addAll(finder.find(text));
                        }
                        return all;
                    })
                    .latest(lane)
                    .after(PAUSE)
                    .then(found ->
                            rows.setAll(
                                    Stream.concat(matching.stream(), found.stream())
                                            .limit(MOST)
                                            .toList()));
        }
    }

    private static boolean matches(String title, String text) {
        var plain = fold(title);
        return Arrays.stream(fold(text).split("\\s+")).allMatch(plain::contains);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}
