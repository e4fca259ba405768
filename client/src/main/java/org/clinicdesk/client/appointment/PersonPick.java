package org.clinicdesk.client.appointment;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Hits;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.PatientHit;
import org.jspecify.annotations.Nullable;

/// Finds the person while the name is typed: arrows choose, Enter takes. Whoever was taken stands there until changed.
final class PersonPick {

    private final BookingModel model;
    private final Texts texts;
    private final VisitWords words;
    private final TextField field = Boxes.first(new TextField());
    private final HBox search;
    private final VBox rows = Boxes.column(2);
    private final VBox taken = Boxes.column(0);
    private final Label refused = Labels.of("", "field-error");
    private final VBox box;
    private @Nullable Node next;

    PersonPick(BookingModel model) {
        this.model = model;
        this.texts = model.desk().texts();
        this.words = new VisitWords(model.desk());
        field.setId("appointment-book.person");
        field.setPromptText(texts.get("appointment.book.person.prompt"));
        field.setAccessibleText(texts.get("appointment.book.person"));
        field.textProperty().bindBidirectional(model.query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(field, Priority.ALWAYS);
        var wheel = new ProgressIndicator();
        wheel.visibleProperty().bind(model.searching().property());
        search =
                Boxes.styled(
                        new HBox(Icons.of("mdi2m-magnify", "i20"), field, wheel), "search", "pick");
        rows.setId("appointment-book.hits");
        refused.setId("appointment-book.person-refused");
        refused.setWrapText(true);
        refused.setMinHeight(Region.USE_PREF_SIZE);
        refused.textProperty().bind(model.personRefused());
        refused.visibleProperty().bind(model.personRefused().isNotEmpty());
        refused.managedProperty().bind(refused.visibleProperty());
        var label = Labels.of(texts.get("appointment.book.person") + " *", "field-label");
        label.setLabelFor(field);
        box = Boxes.column(4, label, search, rows, taken, refused);
        InvalidationListener draw = change -> draw();
        model.hits().addListener(draw);
        model.highlighted().addListener(draw);
        model.person().addListener((property, before, now) -> personChanged());
        model.searching().property().addListener(draw);
        draw();
    }

    VBox node() {
        return box;
    }

    /// Where the keyboard goes once somebody is taken.
    void chosen(Node next) {
        this.next = next;
    }

    private void personChanged() {
        draw();
        if (model.person().get().isEmpty()) {
            field.requestFocus();
        } else if (next != null) {
            next.requestFocus();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.highlight(1);
            case UP -> model.highlight(-1);
            case ENTER -> model.chooseHighlighted();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void draw() {
        var person = model.person().get();
        present(search, person.isEmpty());
        present(taken, person.isPresent());
        taken.getChildren().clear();
        person.ifPresent(line -> taken.getChildren().add(taken(line)));
        rows.getChildren().clear();
        for (int i = 0; i < model.hits().size(); i++) {
            rows.getChildren().add(row(i, model.hits().get(i)));
        }
        if (person.isEmpty()
                && rows.getChildren().isEmpty()
                && !model.query().get().isBlank()
                && !model.searching().is()) {
            rows.getChildren().add(nobody());
        }
        present(rows, !rows.getChildren().isEmpty());
    }

    private static void present(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private Node row(int index, PatientHit hit) {
        var line = hit.getPerson();
        var text =
                Boxes.grow(
                        Boxes.column(
                                1,
                                Hits.mark(line.getName(), model.query().get()),
                                Labels.of(detail(hit), "tiny", "muted")));
        var row = Boxes.styled(new HBox(Avatar.small(line.getName()), text), "row", "hit-row");
        row.setId("appointment-book.hit." + index);
        if (hit.getDeceased()) {
            row.getChildren().add(Pill.of(texts.get("appointment.book.died"), Tint.GRAY));
        }
        if (index == model.highlighted().get()) {
            row.getStyleClass().add("sel");
            row.getChildren().add(Kbd.of("Enter"));
        }
        row.setAccessibleText(line.getName() + ", " + detail(hit));
        row.setOnMouseClicked(event -> model.choose(hit));
        return row;
    }

    private String detail(PatientHit hit) {
        var born = texts.dates().partial(hit.getPerson().getBirthDate());
        var parts = java.util.stream.Stream.of(words.who(hit.getPerson()), born, hit.getPhone());
        return parts.filter(part -> !part.isEmpty())
                .collect(java.util.stream.Collectors.joining(" · "));
    }

    private Node nobody() {
        var row =
                Boxes.styled(
                        new HBox(Labels.muted(texts.get("appointment.book.nobody-found"))), "row");
        if (model.desk().has("patient")) {
            row.getChildren()
                    .addAll(
                            Boxes.spacer(),
                            Buttons.small(
                                    Buttons.plain(
                                            "appointment-book.register",
                                            texts.get("appointment.book.register"),
                                            () -> {
                                                model.desk().layers().clear();
                                                model.desk()
                                                        .navigator()
                                                        .go(
                                                                Place.of("patient", "register")
                                                                        .with(
                                                                                "name",
                                                                                model.query()
                                                                                        .get()));
                                            })));
        }
        return row;
    }

    private Node taken(PersonLine line) {
        var text =
                Boxes.grow(
                        Boxes.column(
                                1,
                                Labels.strong(line.getName()),
                                Labels.of(words.who(line) + born(line), "tiny", "muted")));
        var change =
                Buttons.small(
                        Buttons.plain(
                                "appointment-book.change",
                                texts.get("appointment.book.change"),
                                model::forget));
        var row =
                Boxes.styled(
                        new HBox(Avatar.small(line.getName()), text, change),
                        "row",
                        "sel",
                        "taken");
        row.setId("appointment-book.taken");
        row.setAccessibleText(line.getName());
        return row;
    }

    private String born(PersonLine line) {
        var date = texts.dates().partial(line.getBirthDate());
        return date.isEmpty() ? "" : " · " + date;
    }
}
