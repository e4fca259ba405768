package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Which times desks keep for themselves this moment, who does and for how long; each can be shown on the board.
final class KeptDialog {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 300;

    private final Board board;
    private final Desk desk;
    private final Texts texts;
    private final ObservableList<Kept> kept = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Kept> chosen = new SimpleObjectProperty<>();
    private final Dialog dialog;

    private KeptDialog(Board board) {
        this.board = board;
        this.desk = board.desk();
        this.texts = desk.texts();
        this.dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "appointment-kept",
                        texts.get("appointment.unfinished.kept"));
    }

    static void open(Board board) {
        new KeptDialog(board).show();
    }

    private void show() {
        var table =
                new Table<Kept>("appointment-kept.rows")
                        .text(heading("when"), this::when, 200)
                        .text(heading("practitioner"), this::practitioner, 180)
                        .text(heading("kept-by"), this::by, 190)
                        .text(heading("kept-left"), this::left, 80)
                        .rows(kept)
                        .selects(chosen)
                        .empty(Labels.muted(texts.get("appointment.unfinished.none")))
                        .opens(this::go);
        table.view().setPrefHeight(HEIGHT);
        var body = Boxes.column(10, Boxes.first(table.view()));
        Redraw.of(body, this::fill, board.unfinished().kept(), board.day().now());
        fill();
        dialog.width(WIDTH)
                .body(body)
                .cancel(texts.get("kit.close"))
                .primary(
                        texts.get("appointment.unfinished.show"),
                        () -> {
                            var one = chosen.get();
                            if (one != null) {
                                go(one);
                            }
                            return false;
                        })
                .show();
    }

    private String heading(String column) {
        return texts.get("appointment.column." + column).toUpperCase(texts.locale());
    }

    private String when(Kept one) {
        var start = Day.instant(one.hold().getStart()).atZone(desk.session().zone());
        return texts.dates().day(start.toLocalDate())
                + ", "
                + Times.at(desk, one.hold().getStart());
    }

    private String practitioner(Kept one) {
        return Times.practitioner(desk, one.hold().getPractitionerId());
    }

    private String by(Kept one) {
        return one.hold().getWorkstation().isEmpty()
                ? one.hold().getBy()
                : one.hold().getBy() + " · " + one.hold().getWorkstation();
    }

    private String left(Kept one) {
        var left = Duration.between(board.day().now().get(), one.until());
        return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    private void fill() {
        var before = chosen.get();
        kept.setAll(board.unfinished().stillKept());
        chosen.set(
                kept.stream()
                        .filter(one ->
                                before != null && one.hold().getId().equals(before.hold().getId()))
                        .findFirst()
                        .orElse(kept.isEmpty() ? null : kept.getFirst()));
    }

    private void go(Kept one) {
        dialog.hide();
        var start = Day.instant(one.hold().getStart()).atZone(desk.session().zone());
        board.day()
                .go(
                        start.toLocalDate(),
                        one.hold().getPractitionerId(),
                        Times.minute(start.toLocalTime()),
                        () -> {});
    }
}
