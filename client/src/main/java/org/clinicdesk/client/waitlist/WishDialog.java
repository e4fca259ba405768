package org.clinicdesk.client.waitlist;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.DateText;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Typing;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.client.waitlist.WishModel.Later;
import org.clinicdesk.client.waitlist.WishModel.Part;
import org.clinicdesk.client.waitlist.WishModel.Who;
import org.clinicdesk.session.v1.Desk.Service;
import org.clinicdesk.waitlist.v1.Urgency;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.function.Function;

/// Asks for what somebody waits, how urgently and what limits it.
final class WishDialog {

    private static final double WIDTH = 640;
    private static final int LONGEST_NOTE = 300;

    private final Desk desk;
    private final Texts texts;
    private final WishModel model;
    private final Words words;
    private final Dialog dialog;

    WishDialog(Desk desk, WishModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.words = new Words(desk);
        var title = model.isNew() ? "waitlist.add.title" : "waitlist.change.title";
        this.dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "waitlist-wish",
                        texts.get(title, model.person().getName()));
    }

    void show() {
        var body = Boxes.column(12);
        if (model.isNew()) {
            body.getChildren().add(field("later", later()));
        }
        body.getChildren()
                .addAll(
                        new HBox(12, field("service", service()), field("who", who())),
                        field("urgency", narrow(urgency())),
                        field("weekdays", narrow(weekdays())),
                        field("part", narrow(part())),
                        new HBox(
                                12,
                                field("earliest", date("earliest", model.earliest())),
                                field("latest", date("latest", model.latest()))),
                        field("note", note()),
                        refused());
        dialog.width(WIDTH)
                .keeps(() -> model.person().getName())
                .body(body)
                .primary(
                        texts.get(model.isNew() ? "waitlist.add.go" : "waitlist.change.go"),
                        () -> {
                            model.save(dialog::hide);
                            return false;
                        })
                .show();
    }

    private Region later() {
        var combo = combo("later", model.laters(), this::later);
        combo.valueProperty().bindBidirectional(model.later());
        return combo;
    }

    private String later(Later later) {
        return later.visit()
                .map(visit ->
                        words.when(visit.getStart())
                                + " · "
                                + words.practitioner(visit.getPractitionerId()))
                .orElse(texts.get("waitlist.later.none"));
    }

    private Region service() {
        var combo = Boxes.first(combo("service", model.services(), Service::getName));
        combo.valueProperty().bindBidirectional(model.service());
        combo.disableProperty()
                .bind(model.later().map(later -> later.visit().isPresent()).orElse(false));
        return combo;
    }

    private Region who() {
        var combo = combo("who", model.everybody(), Who::name);
        combo.valueProperty().bindBidirectional(model.who());
        return combo;
    }

    private Region urgency() {
        return Segments.of(
                "waitlist-wish.urgency",
                List.of(Urgency.URGENCY_ROUTINE, Urgency.URGENCY_URGENT, Urgency.URGENCY_ASAP),
                words::urgency,
                model.urgency());
    }

    private Region part() {
        return Segments.of(
                "waitlist-wish.part",
                Part.CHOICES,
                part -> texts.get("waitlist.part." + part.name()),
                model.part());
    }

    /// None chosen is any day; one pressed again is let go.
    private Region weekdays() {
        var box = Boxes.styled(new HBox(), "segments");
        for (var day : DayOfWeek.values()) {
            var button = new ToggleButton(day.getDisplayName(TextStyle.SHORT, texts.locale()));
            button.setId("waitlist-wish.day." + day.getValue());
            button.setAccessibleText(day.getDisplayName(TextStyle.FULL, texts.locale()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(model.weekdays().contains(day));
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

    private Region date(String name, ObjectProperty<@Nullable LocalDate> date) {
        var picker = new DatePicker();
        picker.setId("waitlist-wish." + name);
        picker.setConverter(dates(date));
        picker.setPromptText(texts.get("waitlist.date.none"));
        picker.getEditor().setAccessibleText(texts.get("waitlist.wish." + name));
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.valueProperty().bindBidirectional(date);
        return picker;
    }

    /// Months are words, so that what was understood is never in doubt. What is no date leaves the one before.
    private StringConverter<LocalDate> dates(ObjectProperty<@Nullable LocalDate> date) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate value) {
                return value == null ? "" : texts.dates().date(value);
            }

            @Override
            public @Nullable LocalDate fromString(String typed) {
                if (typed.isBlank()) {
                    return null;
                }
                return DateText.read(typed)
                        .filter(iso -> iso.length() == 10)
                        .map(LocalDate::parse)
                        .orElse(date.get());
            }
        };
    }

    private Region note() {
        var note = new TextField();
        note.setId("waitlist-wish.note");
        note.setAccessibleText(texts.get("waitlist.wish.note"));
        note.setPromptText(texts.get("waitlist.wish.note.prompt"));
        Typing.only(note, text -> text.length() <= LONGEST_NOTE);
        note.textProperty().bindBidirectional(model.note());
        return note;
    }

    private Node refused() {
        var label = Labels.of("", "field-error");
        label.setId("waitlist-wish.refused");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(model.refused());
        label.visibleProperty().bind(model.refused().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /// As wide as its words.
    private static Region narrow(Region region) {
        region.setMaxWidth(Region.USE_PREF_SIZE);
        return region;
    }

    private VBox field(String name, Region control) {
        var label = Labels.of(texts.get("waitlist.wish." + name), "field-label");
        label.setLabelFor(control);
        return Boxes.grow(Boxes.styled(Boxes.column(4, label, control), "field"));
    }

    private <V> ComboBox<V> combo(String name, List<V> values, Function<V, String> text) {
        var combo = new ComboBox<V>();
        combo.setId("waitlist-wish." + name);
        combo.setAccessibleText(texts.get("waitlist.wish." + name));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Worded.by(text));
        if (values instanceof javafx.collections.ObservableList<V> living) {
            combo.setItems(living);
        } else {
            combo.getItems().setAll(values);
        }
        return combo;
    }
}
