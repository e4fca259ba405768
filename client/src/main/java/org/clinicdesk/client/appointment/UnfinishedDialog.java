package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// One list of what is left to do: each visit can be answered here, or shown on the board. What is answered leaves the
/// list, and the next one is chosen.
final class UnfinishedDialog {

    private static final double WIDTH = 660;
    private static final double HEIGHT = 360;

    private final Board board;
    private final Unfinished kind;
    private final Desk desk;
    private final Texts texts;
    private final ObservableList<Appointment> visits = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Appointment> chosen = new SimpleObjectProperty<>();
    private final Dialog dialog;

    private UnfinishedDialog(Board board, Unfinished kind) {
        this.board = board;
        this.kind = kind;
        this.desk = board.desk();
        this.texts = desk.texts();
        this.dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "appointment-unfinished",
                        texts.get("appointment.unfinished." + kind.name()));
    }

    static void open(Board board, Unfinished kind) {
        new UnfinishedDialog(board, kind).show();
    }

    private void show() {
        var table =
                new Table<Appointment>("appointment-unfinished.rows")
                        .text(heading("when"), this::when, 170)
                        .text(heading("person"), visit -> visit.getPerson().getName(), 210)
                        .text(heading("practitioner"), this::practitioner, 180)
                        .rows(visits)
                        .selects(chosen)
                        .empty(Labels.muted(texts.get("appointment.unfinished.none")))
                        .opens(this::go);
        table.view().setPrefHeight(HEIGHT);
        var body = Boxes.column(10, Boxes.first(table.view()), answers());
        Redraw.of(body, this::fill, board.unfinished().lists());
        fill();
        dialog.width(WIDTH)
                .body(body)
                .cancel(texts.get("kit.close"))
                .primary(
                        texts.get("appointment.unfinished.show"),
                        () -> {
                            of(this::go);
                            return false;
                        })
                .show();
    }

    private String heading(String column) {
        return texts.get("appointment.column." + column).toUpperCase(texts.locale());
    }

    private String when(Appointment visit) {
        return texts.dates().day(Times.date(desk, visit)) + ", " + Times.start(desk, visit);
    }

    private String practitioner(Appointment visit) {
        return Times.practitioner(desk, visit.getPractitionerId());
    }

    private Node answers() {
        var actions = board.actions();
        return kind == Unfinished.UNCONFIRMED
                ? Boxes.row(8, answer("confirm", "mdi2p-phone-check-outline", actions::confirm))
                : Boxes.row(8, answer("no-show", "mdi2a-account-off-outline", actions::markNoShow));
    }

    private Button answer(String name, String icon, Consumer<Appointment> action) {
        var button =
                Buttons.plain(
                        "appointment-unfinished." + name,
                        texts.get("appointment." + name),
                        icon,
                        () -> of(action));
        button.disableProperty().bind(chosen.isNull());
        button.setVisible(board.actions().mayWrite());
        return button;
    }

    private void fill() {
        var before = visits.indexOf(chosen.get());
        visits.setAll(kind.of(board.unfinished().lists().get()));
        if (!visits.isEmpty()) {
            chosen.set(visits.get(Math.clamp(before, 0, visits.size() - 1)));
        }
    }

    private void of(Consumer<Appointment> action) {
        var visit = chosen.get();
        if (visit != null) {
            action.accept(visit);
        }
    }

    private void go(Appointment visit) {
        dialog.hide();
        board.day().go(Times.date(desk, visit));
        board.day().select(visit.getId());
    }
}
