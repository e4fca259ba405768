package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Texts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is left to do, with counts; pressing a line opens its list.
final class UnfinishedPane {

    private final Board board;
    private final BoardView view;
    private final Texts texts;
    private final VBox list = Boxes.column(2);
    private final VBox box;
    private int keptShown;

    UnfinishedPane(Board board, BoardView view) {
        this.board = board;
        this.view = view;
        this.texts = board.desk().texts();
        box =
                Boxes.column(
                        8,
                        Boxes.rule(),
                        Labels.section(
                                texts.get("appointment.unfinished").toUpperCase(texts.locale())),
                        list);
        Redraw.of(box, this::draw, board.unfinished().lists(), board.unfinished().hit());
        Redraw.of(box, this::expire, board.day().now());
        Redraw.of(list, this::focusFirst, board.unfinished().asked());
        draw();
    }

    VBox node() {
        return box;
    }

    /// A time that is kept runs out without anybody telling.
    private void expire() {
        if (board.unfinished().stillKept().size() != keptShown) {
            draw();
        }
    }

    private void draw() {
        var lists = board.unfinished().lists().get();
        var rows =
                Arrays.stream(Unfinished.values())
                        .filter(kind -> kind.count(lists) > 0)
                        .map(kind -> row(kind, kind.count(lists)))
                        .collect(Collectors.toList());
        addFollowUps(rows, lists.getFollowUpsTotal());
        addKept(rows);
        var hit = board.unfinished().hit().get();
        if (hit > 0) {
            rows.add(
                    row(
                            "replan",
                            "mdi2c-calendar-sync-outline",
                            Pill.of(Integer.toString(hit), Tint.RED),
                            () -> board.desk().navigator().go(Place.of("replan"))));
        }
        var at = withKeyboard();
        list.getChildren().setAll(rows);
        rows.stream()
                .filter(row -> row.getId().equals(at))
                .findFirst()
                .ifPresent(Node::requestFocus);
        box.setVisible(!rows.isEmpty());
        box.setManaged(!rows.isEmpty());
    }

    private void addFollowUps(List<Node> rows, int due) {
        if (due > 0) {
            rows.add(
                    row(
                            "follow-ups",
                            "mdi2c-calendar-refresh-outline",
                            Pill.of(Integer.toString(due), Tint.AMBER),
                            () -> board.desk().navigator().go(Place.of("followup"))));
        }
    }

    private void addKept(List<Node> rows) {
        keptShown = board.unfinished().stillKept().size();
        if (keptShown > 0) {
            rows.add(
                    row(
                            "kept",
                            "mdi2t-timer-sand",
                            Pill.of(Integer.toString(keptShown), Tint.GRAY),
                            () -> KeptDialog.open(board)));
        }
    }

    /// The list that has the keyboard, which it keeps when the lists are drawn anew; empty when none has.
    private String withKeyboard() {
        return list.getChildren().stream()
                .filter(row -> row.getScene() != null && row.getScene().getFocusOwner() == row)
                .map(Node::getId)
                .findFirst()
                .orElse("");
    }

    /// Gives the keyboard to the first of the lists; the arrows go to the others.
    private void focusFirst() {
        if (list.getChildren().isEmpty()) {
            board.desk().notices().reminder(texts.get("appointment.unfinished.none"));
        } else {
            list.getChildren().getFirst().requestFocus();
        }
    }

    private Node row(Unfinished kind, int count) {
        return row(
                kind.name(),
                kind.icon(),
                Pill.of(Integer.toString(count), kind.tint()),
                () -> open(kind));
    }

    /// However the list is left, the keyboard is back on the board.
    private void open(Unfinished kind) {
        view.focusGrid();
        UnfinishedDialog.open(board, kind);
    }

    private Node row(String what, String icon, Label count, Runnable open) {
        var name = Labels.of(texts.get("appointment.unfinished." + what), "small", "medium");
        name.setMinWidth(0);
        var row = Boxes.styled(new Button(), "row", "waiting");
        row.setId("appointment-unfinished." + what.toLowerCase(Locale.ROOT));
        row.setAccessibleText(name.getText() + ", " + count.getText());
        var line = Boxes.row(10, Icons.of(icon), Boxes.grow(name), count);
        line.prefWidthProperty().bind(row.widthProperty().subtract(18));
        row.setGraphic(line);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        row.setOnAction(event -> open.run());
        // On the press: between press and release the lists may be drawn anew.
        return Boxes.onEnter(row, open);
    }
}
