package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;

import java.util.ArrayList;
import java.util.List;

/// Which visits of a series were left out, why, and what is free instead, to be taken here; it stays until somebody has
/// read it, or nothing is left out any more.
final class MissedDialog {

    private static final double HEIGHT = 420;
    private static final double WIDTH = 500;
    private static final int KEYS = 9;

    private final Desk desk;
    private final LeftOut left;
    private final Dialog dialog;
    private final VBox rows = Boxes.column(14);
    private final List<Button> choices = new ArrayList<>();
    private int open;

    private MissedDialog(Desk desk, LeftOut left) {
        this.desk = desk;
        this.left = left;
        this.open = left.lines().size();
        this.dialog =
                new Dialog(
                        desk.layers(),
                        desk.texts(),
                        "appointment-missed",
                        desk.texts().get(left.titleKey(), left.lines().size()));
    }

    static void open(Desk desk, LeftOut left) {
        new MissedDialog(desk, left).show();
    }

    private void show() {
        left.lines().forEach(line -> rows.getChildren().add(row(line)));
        choices.stream().findFirst().ifPresent(Boxes::first);
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        rows.getStylesheets().add(BoardView.SHEET);
        var scroll = Boxes.styled(new ScrollPane(rows), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HEIGHT);
        dialog.width(WIDTH).body(scroll).cancel(desk.texts().get("kit.close")).show();
    }

    private Node row(LeftOut.Line line) {
        var words = Boxes.column(2, Labels.of(line.when(), "medium"), Labels.paragraph(line.why()));
        if (!line.instead().isEmpty()) {
            words.getChildren().add(Labels.paragraph(line.instead()));
        }
        var offered = Boxes.column(2);
        line.choices().forEach(choice -> offered.getChildren().add(button(choice, offered)));
        return line.choices().isEmpty() ? words : Boxes.column(6, words, offered);
    }

    private Button button(LeftOut.Choice choice, VBox offered) {
        var number = choices.size() + 1;
        var button =
                InsteadPane.line(
                        "appointment-missed.instead-" + number,
                        choice.words(),
                        "",
                        number <= KEYS ? "Alt+" + number : "",
                        () ->
                                choice.take()
                                        .accept(() -> {
                                            choices.removeAll(offered.getChildren());
                                            taken(choice, offered);
                                        }));
        choices.add(button);
        return button;
    }

    /// One line less to see to; with the last the dialog has nothing to say any more.
    private void taken(LeftOut.Choice choice, VBox offered) {
        offered.getChildren()
                .setAll(
                        Labels.paragraph(
                                desk.texts().get("appointment.missed.taken", choice.words())));
        open--;
        if (open == 0) {
            dialog.hide();
        } else if (!choices.isEmpty()) {
            choices.getFirst().requestFocus();
        }
    }

    private void key(KeyEvent event) {
        var number = event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
        if (event.isAltDown() && number >= 0 && number < KEYS) {
            event.consume();
            choices.stream()
                    .filter(button -> button.getId().endsWith("-" + (number + 1)))
                    .findFirst()
                    .ifPresent(Button::fire);
        }
    }
}
