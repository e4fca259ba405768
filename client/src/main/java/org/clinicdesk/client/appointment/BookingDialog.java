package org.clinicdesk.client.appointment;

import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.session.v1.Desk.Service;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Books a visit: when, for whom, what for. A refusal stands beside what it concerns, and nothing typed is lost.
final class BookingDialog {

    private static final double WIDTH = 540;
    private static final double ROUND = 160;

    private final BookingModel model;
    private final Texts texts;
    private final Label time = Labels.of("", "strong");
    private final Label who = Labels.muted("");
    private final VBox timeRefused = Boxes.column(0);
    private final PersonPick person;
    private final ComboBox<Service> service;
    private final InsteadPane instead;

    private BookingDialog(BookingModel model) {
        this.model = model;
        this.texts = model.desk().texts();
        time.setId("appointment-book.time");
        person =
                new PersonPick(model.desk(), model.whom(), "appointment-book", model.when()::holdOn)
                        .required();
        service = service();
        instead = new InsteadPane(model, service::requestFocus);
    }

    /// Opens the form at the cursor of the board.
    static void open(Board board) {
        var hide = new Runnable[] {() -> {}};
        open(hide, board.booking(() -> hide[0].run()));
    }

    /// Opens the form at the cursor of the board for something of which more is known than the time.
    static void open(Board board, Wish wish) {
        var hide = new Runnable[] {() -> {}};
        open(hide, board.booking(wish, () -> hide[0].run()));
    }

    private static void open(Runnable[] hide, Optional<BookingModel> booking) {
        booking.ifPresent(model -> {
            var dialog = new BookingDialog(model).dialog();
            hide[0] =
                    () -> {
                        dialog.hide();
                        model.missed().ifPresent(left -> MissedDialog.open(model.desk(), left));
                    };
        });
    }

    private Dialog dialog() {
        var desk = model.desk();
        var dialog =
                new Dialog(
                                desk.layers(),
                                texts,
                                "appointment-book",
                                texts.get("appointment.book.title"))
                        .width(WIDTH);
        var form = new Form<>(texts, "appointment", model.draft()).text("reason");
        person.chosen(service);
        var what = field("appointment.service", service);
        what.getChildren().add(new WhatPane(model).node());
        var repeat = field("appointment.repeat", RepeatPick.of(texts, model));
        var body =
                Boxes.column(
                        14,
                        when(),
                        Boxes.column(
                                8,
                                person.node(),
                                new TheirVisitsPane(model).node(),
                                new TheirFollowUpsPane(model).node()));
        if (!model.when().doctors().isEmpty()) {
            body.getChildren().add(field("appointment.column.practitioner", doctor()));
        }
        body.getChildren().addAll(what, repeat, form.node(), new MorePane(model).node());
        body.getStylesheets().add(BoardView.SHEET);
        body.addEventFilter(KeyEvent.KEY_PRESSED, instead::key);
        model.when().slot().addListener(change -> showTime());
        model.what().onOther(change -> showTime());
        model.when().refused().addListener((InvalidationListener) change -> showTimeRefused());
        showTime();
        showTimeRefused();
        dialog.body(scrolling(body))
                .primary(
                        texts.get("appointment.book.go"),
                        () -> {
                            model.book();
                            return false;
                        });
        dialog.onHidden(model::close).onGoingOn(model::goOn).keeps(model::about);
        return dialog.show();
    }

    /// In a low window the form scrolls, and its buttons stay in sight.
    private ScrollPane scrolling(VBox body) {
        var scroll = Boxes.styled(new ScrollPane(body), "form-scroll");
        // What is wrong with the time stands above, and what there is instead.
        model.when().offering().addListener((InvalidationListener) change -> scroll.setVvalue(0));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        scroll.getStylesheets().add(BoardView.SHEET);
        scroll.sceneProperty()
                .addListener((property, before, scene) -> {
                    if (scene != null) {
                        scroll.maxHeightProperty().bind(scene.heightProperty().subtract(ROUND));
                    }
                });
        return scroll;
    }

    private VBox when() {
        var words = Boxes.grow(Boxes.column(1, time, who));
        var earlier = step("earlier", "mdi2c-chevron-up", -1);
        var later = step("later", "mdi2c-chevron-down", 1);
        var row =
                Boxes.styled(
                        new HBox(
                                Icons.of("mdi2c-calendar-clock", "i20", "on-accent"),
                                words,
                                earlier,
                                later),
                        "when-box");
        return Boxes.column(8, row, timeRefused, instead.node());
    }

    private Node step(String name, String icon, int slots) {
        return Buttons.small(
                Buttons.icon(
                        "appointment-book." + name,
                        icon,
                        texts.get("appointment.book." + name),
                        () -> model.when().step(slots)));
    }

    private ComboBox<Service> service() {
        var combo = new ComboBox<Service>();
        // Where the form begins when the person is known.
        Boxes.first(combo).setId("appointment-book.service");
        combo.setAccessibleText(texts.get("appointment.service"));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(
                Worded.by(service ->
                        service.getName()
                                + " · "
                                + texts.get("appointment.minutes", service.getMinutes())));
        combo.getItems().setAll(model.what().services());
        combo.valueProperty().bindBidirectional(model.what().service());
        return combo;
    }

    private ComboBox<Doctor> doctor() {
        var combo = new ComboBox<Doctor>();
        combo.setId("appointment-book.doctor");
        combo.setAccessibleText(texts.get("appointment.column.practitioner"));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Worded.by(Doctor::name));
        combo.getItems().setAll(model.when().doctors());
        combo.valueProperty().bindBidirectional(model.when().doctor());
        return combo;
    }

    private VBox field(String key, Node control) {
        var label = Labels.of(texts.get(key), "field-label");
        label.setLabelFor(control);
        return Boxes.styled(Boxes.column(4, label, control), "field");
    }

    private void showTime() {
        var slot = model.when().slot().get();
        var room = Times.room(model.desk(), slot.roomId());
        who.setText(
                Stream.of(
                                Times.practitioner(model.desk(), slot.practitionerId()),
                                Times.specialty(model.desk(), slot.practitionerId()),
                                room)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")));
        time.setText(texts.dates().day(slot.date()) + ", " + Times.range(model.when().time()));
    }

    private void showTimeRefused() {
        var words = model.when().refused().get();
        timeRefused.getChildren().clear();
        if (!words.isEmpty()) {
            var alert = Alert.of(Tint.RED, "mdi2c-calendar-alert", words, "");
            alert.setId("appointment-book.time-refused");
            alert.setAccessibleText(words);
            timeRefused.getChildren().add(alert);
            if (model.when().overbookable()) {
                timeRefused.getChildren().add(overbook());
            }
        }
        timeRefused.setVisible(!words.isEmpty());
        timeRefused.setManaged(!words.isEmpty());
    }

    private Node overbook() {
        var reason = new TextField();
        reason.setId("appointment-book.overbook-reason");
        reason.setAccessibleText(texts.get("appointment.overbook.reason"));
        reason.setPromptText(texts.get("appointment.overbook.reason"));
        reason.textProperty().bindBidirectional(model.overbookReason());
        var go =
                Buttons.small(
                        Buttons.danger(
                                "appointment-book.overbook",
                                texts.get("appointment.overbook.go"),
                                model::overbook));
        var row = Boxes.onEnter(Boxes.row(8, Boxes.grow(reason), go), model::overbook);
        row.setPadding(new Insets(8, 0, 0, 0));
        return row;
    }
}
