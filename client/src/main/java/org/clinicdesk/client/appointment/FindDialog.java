package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.client.appointment.FindModel.Part;
import org.clinicdesk.client.appointment.FindModel.Who;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.session.v1.Desk.Service;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// When somebody can come: with whom, for what, on which days, at which part of the day. The first free times stand below
/// and change with each answer; Enter books one.
final class FindDialog {

    private static final double WIDTH = 680;
    private static final double HEIGHT = 340;

    private final Desk desk;
    private final Texts texts;
    private final FindModel model;
    private final Dialog dialog;
    private final Runnable book;

    private FindDialog(Board board, Runnable book) {
        this.desk = board.desk();
        this.texts = desk.texts();
        this.model = new FindModel(board);
        this.book = book;
        this.dialog =
                new Dialog(desk.layers(), texts, "appointment-find", texts.get("appointment.find"));
    }

    /// @param book what is done at the time that was chosen
    static void open(Board board, Runnable book) {
        if (board.desk().session().desk().getServicesList().stream().anyMatch(Service::getActive)) {
            new FindDialog(board, book).show();
        }
    }

    private void show() {
        var who = combo("who", model.everybody(), Who::name);
        who.valueProperty().bindBidirectional(model.who());
        var service = combo("service", model.services(), Service::getName);
        service.valueProperty().bindBidirectional(model.service());
        var wishes = new HBox(12, field("who", Boxes.first(who)), field("service", service));
        var when = Boxes.row(16, parts(), weekdays());
        dialog.width(WIDTH)
                .body(Boxes.column(12, wishes, when, table().view()))
                .primary(
                        texts.get("appointment.find.book"),
                        () -> {
                            var chosen = model.chosen().get();
                            if (chosen != null) {
                                take(chosen);
                            }
                            return false;
                        })
                .show();
    }

    private void take(Opening opening) {
        dialog.hide();
        model.go(opening, book);
    }

    private Table<Opening> table() {
        var table =
                new Table<Opening>("appointment-find.openings")
                        .text(heading("when"), this::day, 190)
                        .text(heading("time"), this::time, 130)
                        .text(heading("practitioner"), this::practitioner, 250)
                        .rows(model.openings())
                        .selects(model.chosen())
                        .empty(Labels.muted(texts.get("appointment.find.none")))
                        .opens(this::take);
        table.view().setPrefHeight(HEIGHT);
        return table;
    }

    private String heading(String column) {
        return texts.get("appointment.column." + column).toUpperCase(texts.locale());
    }

    private String day(Opening opening) {
        var start = Day.instant(opening.getStart()).atZone(desk.session().zone());
        return texts.dates().day(start.toLocalDate());
    }

    private String time(Opening opening) {
        return Times.at(desk, opening.getStart()) + " – " + Times.at(desk, opening.getEnd());
    }

    private String practitioner(Opening opening) {
        return Times.practitioner(desk, opening.getPractitionerId());
    }

    private Node parts() {
        return Segments.of(
                "appointment-find.part",
                List.of(Part.values()),
                part -> texts.get("appointment.find.part." + part.name()),
                model.part());
    }

    /// None chosen is any day; one pressed again is let go.
    private Node weekdays() {
        var box = Boxes.styled(new HBox(), "segments");
        for (var day : DayOfWeek.values()) {
            var button = new ToggleButton(day.getDisplayName(TextStyle.SHORT, texts.locale()));
            button.setId("appointment-find.day." + day.getValue());
            button.setAccessibleText(day.getDisplayName(TextStyle.FULL, texts.locale()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                if (button.isSelected()) {
                    model.weekdays().add(day);
                } else {
                    model.weekdays().remove(day);
                }
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private VBox field(String name, Region control) {
        var label = Labels.of(texts.get("appointment.find." + name), "field-label");
        label.setLabelFor(control);
        return Boxes.grow(Boxes.styled(Boxes.column(4, label, control), "field"));
    }

    private <V> ComboBox<V> combo(String name, List<V> values, Function<V, String> text) {
        var combo = new ComboBox<V>();
        combo.setId("appointment-find." + name.toLowerCase(Locale.ROOT));
        combo.setAccessibleText(texts.get("appointment.find." + name));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Worded.by(text));
        combo.getItems().setAll(values);
        return combo;
    }
}
