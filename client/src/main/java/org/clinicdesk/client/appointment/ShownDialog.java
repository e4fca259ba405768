package org.clinicdesk.client.appointment;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.appointment.LayoutModel.Choice;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Chooses which doctors or rooms have a column, or whose week it is. Space ticks, Enter shows.
final class ShownDialog {

    private static final int TALL = 12;
    private static final double HEIGHT = 400;

    private final LayoutModel layout;
    private final Texts texts;
    private final VBox rows = Boxes.column(8);
    private final Label none;

    private ShownDialog(Board board) {
        this.layout = board.layout();
        this.texts = board.desk().texts();
        this.none = Labels.of(texts.get("appointment.shown.nobody"), "field-error");
        none.setId("appointment-shown.nobody");
    }

    static void open(Board board) {
        var layout = board.layout();
        var texts = board.desk().texts();
        var doctors = layout.now().by() == By.DOCTOR;
        var week = layout.now().week() ? ".week" : "";
        var dialog =
                new Dialog(
                        board.desk().layers(),
                        texts,
                        "appointment-shown",
                        texts.get("appointment.shown." + (doctors ? "doctor" : "room") + week));
        var content = new ShownDialog(board);
        if (layout.now().week()) {
            content.one(dialog);
        } else {
            content.many(dialog);
        }
        dialog.show();
    }

    private void many(Dialog dialog) {
        var ticks = new ArrayList<CheckBox>();
        for (var choice : layout.choices()) {
            var tick = new CheckBox(choice.name());
            tick.setId("appointment-shown." + choice.id());
            tick.setUserData(choice);
            tick.setSelected(layout.isShown(choice));
            ticks.add(tick);
        }
        Boxes.first(ticks.getFirst());
        none.setVisible(false);
        ticks.forEach(
                tick -> tick.selectedProperty().addListener(change -> none.setVisible(false)));
        rows.getChildren().setAll(ticks);
        dialog.body(Boxes.row(8, all(ticks, true), all(ticks, false)))
                .body(scrolled())
                .body(none)
                .primary(texts.get("appointment.shown.go"), () -> show(ticks));
    }

    private javafx.scene.Node all(List<CheckBox> ticks, boolean on) {
        var name = on ? "all" : "none";
        return Buttons.small(
                Buttons.plain(
                        "appointment-shown." + name,
                        texts.get("appointment.shown." + name),
                        () -> {
                            ticks.forEach(tick -> tick.setSelected(on));
                            // Enter is for showing them, not for this once more.
                            ticks.getFirst().requestFocus();
                        }));
    }

    private boolean show(List<CheckBox> ticks) {
        var shown =
                ticks.stream()
                        .filter(CheckBox::isSelected)
                        .map(tick -> ((Choice) tick.getUserData()).id())
                        .collect(Collectors.toSet());
        none.setVisible(shown.isEmpty());
        if (shown.isEmpty()) {
            return false;
        }
        layout.show(shown);
        return true;
    }

    private void one(Dialog dialog) {
        var group = new ToggleGroup();
        for (var choice : layout.choices()) {
            var button = new RadioButton(choice.name());
            button.setId("appointment-shown." + choice.id());
            button.setUserData(choice);
            button.setToggleGroup(group);
            button.setSelected(layout.isShown(choice));
            if (button.isSelected()) {
                Boxes.first(button);
            }
            rows.getChildren().add(button);
        }
        dialog.body(scrolled())
                .primary(
                        texts.get("appointment.shown.go"),
                        () -> {
                            if (group.getSelectedToggle() != null) {
                                layout.show((Choice) group.getSelectedToggle().getUserData());
                            }
                        });
    }

    private javafx.scene.Node scrolled() {
        if (rows.getChildren().size() <= TALL) {
            return rows;
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        return scroll;
    }
}
