package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One list of what is left to do: each visit can be answered here, or shown on the board. What is answered leaves the
/// list, and the next one is chosen.
final class UnfinishedDialog implements Answers.Rows {

    private static final double WIDTH = 660;
    private static final double WIDE = 860;
    private static final double WIDEST = 940;
    private static final double HEIGHT = 360;

    private final Board board;
    private final Unfinished kind;
    private final Desk desk;
    private final Texts texts;
    private final ObservableList<Appointment> visits = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Appointment> chosen = new SimpleObjectProperty<>();
    private final LateModel late;
    private final Answers answers;
    private final Dialog dialog;

    private UnfinishedDialog(Board board, Unfinished kind) {
        this.board = board;
        this.kind = kind;
        this.desk = board.desk();
        this.texts = desk.texts();
        this.late = new LateModel(board);
        this.answers = Answers.of(kind, board, late, this);
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
                        .text(
                                heading("when"),
                                this::when,
                                kind == Unfinished.UNCONFIRMED ? 70 : 170)
                        .text(heading("person"), visit -> visit.getPerson().getName(), 210)
                        .text(heading("practitioner"), this::practitioner, 180);
        switch (kind) {
            case LATE -> table.text(heading("called"), this::called, 250);
            case RELEASED -> table.text(heading("released"), late::status, 120);
            case UNCONFIRMED ->
                    table.text(heading("phone"), Appointment::getPhone, 140)
                            .text(heading("said"), this::said, 250);
            case UNRESOLVED -> {}
        }
        table.rows(visits)
                .selects(chosen)
                .empty(Labels.muted(texts.get("appointment.unfinished.none")))
                .opens(this::go);
        table.view().setPrefHeight(HEIGHT);
        var body = Boxes.column(10, Boxes.first(table.view()), answers());
        body.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        Redraw.of(body, this::fill, board.unfinished().lists());
        fill();
        dialog.width(width())
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

    private double width() {
        return switch (kind) {
            case LATE -> WIDE;
            case UNCONFIRMED -> WIDEST;
            case UNRESOLVED, RELEASED -> WIDTH;
        };
    }

    private String heading(String column) {
        return texts.get("appointment.column." + column).toUpperCase(texts.locale());
    }

    private String when(Appointment visit) {
        if (kind == Unfinished.LATE) {
            return texts.get(
                    "appointment.late.since", Times.start(desk, visit), late.minutesLate(visit));
        }
        var start = Times.start(desk, visit);
        // One day for all of them: the list is named after it.
        return kind == Unfinished.UNCONFIRMED
                ? start
                : texts.dates().day(Times.date(desk, visit)) + ", " + start;
    }

    private String practitioner(Appointment visit) {
        return Times.practitioner(desk, visit.getPractitionerId());
    }

    private Node answers() {
        return mayAnswer() ? answers.node(chosen.isNull()) : Boxes.row(0);
    }

    private boolean mayAnswer() {
        return kind == Unfinished.UNRESOLVED ? board.actions().rights().mayWrite() : late.may();
    }

    @Override
    public Optional<Appointment> lit() {
        return Optional.ofNullable(chosen.get());
    }

    /// The last one is followed by the one before it, the only one by none.
    @Override
    public void next() {
        var at = visits.indexOf(chosen.get());
        chosen.set(
                at + 1 < visits.size() ? visits.get(at + 1) : at > 0 ? visits.get(at - 1) : null);
    }

    @Override
    public void leave() {
        dialog.hide();
    }

    /// The keys of the proposals, and the way back from the last.
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.Z && event.isShortcutDown()) {
            event.consume();
            answers.then(board.actions().undos()::undo);
        } else if (mayAnswer()) {
            answers.key(event);
        }
    }

    /// What the person said, or when he was called in vain.
    private String said(Appointment visit) {
        var said = new VisitWords(desk).said(visit);
        return Stream.of(said, late.called(visit).map(late::words).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String called(Appointment visit) {
        return late.called(visit).map(late::words).orElse("—");
    }

    private void fill() {
        var before = chosen.get();
        var at = Math.max(0, visits.indexOf(before));
        visits.setAll(kind.of(board.unfinished().lists().get()));
        visits.stream()
                .filter(visit -> before != null && visit.getId().equals(before.getId()))
                .findFirst()
                .or(() ->
                        visits.isEmpty()
                                ? Optional.empty()
                                : Optional.of(visits.get(Math.min(at, visits.size() - 1))))
                .ifPresent(chosen::set);
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
