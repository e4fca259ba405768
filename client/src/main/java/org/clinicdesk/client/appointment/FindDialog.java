package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.VisitType.Need;
import org.clinicdesk.client.appointment.FindModel.Part;
import org.clinicdesk.client.appointment.FindModel.Who;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.DayPick;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.WeekdayPick;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.session.v1.Desk.Service;
import org.clinicdesk.session.v1.Desk.Site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// When somebody can come: in words, which the fields below show as they were understood, or in the fields. The first free
/// times over all doctors and days stand below and change with each letter. The arrows choose one from wherever the keyboard
/// is, Enter books it.
final class FindDialog {

    private static final double WIDTH = 780;
    private static final double HEIGHT = 232;

    private final Desk desk;
    private final Texts texts;
    private final FindModel model;
    private final Dialog dialog;
    private final PersonPick person;
    private final Consumer<Wish> book;

    private FindDialog(Board board, Consumer<Wish> book) {
        this.desk = board.desk();
        this.texts = desk.texts();
        this.model = new FindModel(board);
        this.book = book;
        this.person = new PersonPick(desk, model.whom(), "appointment-find", () -> {});
        this.dialog =
                new Dialog(desk.layers(), texts, "appointment-find", texts.get("appointment.find"));
    }

    /// @param book what is done at the time that was chosen
    static void open(Board board, Consumer<Wish> book) {
        if (board.desk().session().desk().getServicesList().stream().anyMatch(Service::getActive)) {
            new FindDialog(board, book).show();
        }
    }

    private void show() {
        var body =
                Boxes.column(
                        10,
                        words(),
                        wishes(),
                        days(),
                        new HBox(12, place(), Boxes.grow(person.node())),
                        table().view());
        if (model.mayWait()) {
            body.getChildren().add(waiting());
        }
        body.getStylesheets().add(BoardView.SHEET);
        body.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        dialog.width(WIDTH)
                .body(body)
                .primary(
                        texts.get("appointment.find.book"),
                        () -> {
                            takeChosen();
                            return false;
                        })
                .show();
    }

    private void takeChosen() {
        var chosen = model.chosen().get();
        if (chosen != null) {
            take(chosen);
        }
    }

    private void take(Opening opening) {
        dialog.hide();
        var wish = model.wish(opening);
        model.go(opening, () -> book.accept(wish));
    }

    /// An open list and somebody being searched have the keys for themselves.
    private void key(KeyEvent event) {
        var at = (Node) event.getTarget();
        if (at instanceof ComboBoxBase<?> combo && combo.isShowing() || person.has(at)) {
            return;
        }
        if (event.isAltDown() && event.getCode() == KeyCode.W && model.mayWait()) {
            event.consume();
            putOnWaitingList();
            return;
        }
        if (event.isAltDown() || event.isShortcutDown() || event.isShiftDown()) {
            return;
        }
        var pressed = at instanceof ButtonBase && !(at instanceof ToggleButton);
        if (event.getCode() == KeyCode.ENTER && !pressed) {
            event.consume();
            takeChosen();
            return;
        }
        var step =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    case PAGE_DOWN -> 5;
                    case PAGE_UP -> -5;
                    default -> 0;
                };
        if (step != 0) {
            event.consume();
            model.choose(step);
        }
    }

    private Node words() {
        var field = Boxes.first(new TextField());
        field.setId("appointment-find.text");
        field.setPromptText(texts.get("appointment.find.text.prompt"));
        field.setAccessibleText(texts.get("appointment.find.text"));
        field.textProperty().bindBidirectional(model.text());
        HBox.setHgrow(field, Priority.ALWAYS);
        var unknown = Labels.of("", "field-error");
        unknown.setId("appointment-find.unknown");
        model.understood()
                .addListener(change -> {
                    var strange = model.understood().get().unknown();
                    unknown.setText(
                            strange.isEmpty()
                                    ? ""
                                    : texts.get(
                                            "appointment.find.unknown",
                                            String.join(", ", strange)));
                    unknown.setVisible(!strange.isEmpty());
                    unknown.setManaged(!strange.isEmpty());
                });
        unknown.setVisible(false);
        unknown.setManaged(false);
        var search =
                Boxes.styled(new HBox(Icons.of("mdi2m-magnify", "i20"), field), "search", "pick");
        return Boxes.column(4, search, unknown);
    }

    private Node wishes() {
        var who = combo("who", model.everybody(), Who::name);
        who.valueProperty().bindBidirectional(model.who());
        var service = combo("service", model.services(), Service::getName);
        service.valueProperty().bindBidirectional(model.service());
        var length = combo("length", Lengths.with(0), this::length);
        length.valueProperty().bindBidirectional(model.minutes());
        model.service().addListener(change -> length.setConverter(Worded.by(this::length)));
        return new HBox(12, field("who", who), field("service", service), field("length", length));
    }

    private String length(Integer minutes) {
        return Lengths.words(texts, minutes, model.service().get());
    }

    private Node days() {
        var parts =
                Segments.of(
                        "appointment-find.part",
                        List.of(Part.values()),
                        part -> texts.get("appointment.find.part." + part.name()),
                        model.part());
        var from =
                DayPick.picker(
                        texts,
                        "appointment-find.from",
                        texts.get("appointment.find.from"),
                        model.from());
        return Boxes.column(
                8,
                Boxes.row(12, parts, Boxes.spacer(), label("from"), from),
                Boxes.row(
                        8,
                        label("on"),
                        WeekdayPick.of(texts, "appointment-find.day", model.weekdays()),
                        Boxes.spacer(),
                        label("not-on"),
                        WeekdayPick.of(texts, "appointment-find.not", model.notOn())));
    }

    private Label label(String name) {
        var label = Labels.of(texts.get("appointment.find." + name), "field-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node place() {
        var box = new HBox(12);
        if (model.sites().size() > 1) {
            var site = combo("site", model.sites(), Site::getName);
            site.valueProperty().bindBidirectional(model.site());
            box.getChildren().add(field("site", site));
        }
        var kinds = new ArrayList<Optional<Need>>();
        kinds.add(Optional.empty());
        model.things().stream().map(Optional::of).forEach(kinds::add);
        var thing = combo("thing", kinds, this::thing);
        thing.valueProperty().bindBidirectional(model.thing());
        box.getChildren().add(field("thing", thing));
        return box;
    }

    private String thing(Optional<Need> need) {
        return need.map(Need::getType).orElse(texts.get("appointment.find.thing.any"));
    }

    private Table<Opening> table() {
        var table =
                new Table<Opening>("appointment-find.openings")
                        .text(heading("when"), this::day, 180)
                        .text(heading("time"), this::time, 120)
                        .text(heading("practitioner"), this::practitioner, 300)
                        .rows(model.openings())
                        .selects(model.chosen())
                        .empty(Labels.muted(texts.get("appointment.find.none")))
                        .opens(this::take);
        table.view().setPrefHeight(HEIGHT);
        return table;
    }

    private Node waiting() {
        return Boxes.row(
                8,
                Labels.muted(texts.get("appointment.find.wait")),
                Buttons.small(
                        Buttons.plain(
                                "appointment-find.wait",
                                texts.get("appointment.instead.wait"),
                                this::putOnWaitingList)),
                Kbd.of("Alt+W"));
    }

    private void putOnWaitingList() {
        model.putOnWaitingList(dialog::hide);
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
        var specialty = Times.specialty(desk, opening.getPractitionerId());
        return Times.practitioner(desk, opening.getPractitionerId())
                + (specialty.isEmpty() ? "" : " · " + specialty);
    }

    private VBox field(String name, Region control) {
        var label = Labels.of(texts.get("appointment.find." + name), "field-label");
        label.setLabelFor(control);
        return Boxes.grow(Boxes.styled(Boxes.column(4, label, control), "field"));
    }

    private <V> ComboBox<V> combo(String name, List<V> values, Function<V, String> text) {
        var combo = new ComboBox<V>();
        combo.setId("appointment-find." + name);
        combo.setAccessibleText(texts.get("appointment.find." + name));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Worded.by(text));
        combo.getItems().setAll(values);
        return combo;
    }
}
