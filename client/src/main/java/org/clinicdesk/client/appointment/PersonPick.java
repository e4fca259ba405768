package org.clinicdesk.client.appointment;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
import org.clinicdesk.client.platform.Inset;
import org.clinicdesk.client.platform.Layers;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.PatientHit;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Finds the person while the name is typed: arrows choose, Enter takes. Whoever was taken stands there until changed.
/// Who is new is registered in the same place, and the rest of the form stays as it is.
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
    private Optional<Inset> registering = Optional.empty();

    PersonPick(BookingModel model) {
        this.model = model;
        this.texts = model.desk().texts();
        this.words = new VisitWords(model.desk());
        field.setId("appointment-book.person");
        field.setPromptText(texts.get("appointment.book.person.prompt"));
        field.setAccessibleText(texts.get("appointment.book.person"));
        field.textProperty().bindBidirectional(model.whom().query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(field, Priority.ALWAYS);
        var wheel = new ProgressIndicator();
        wheel.visibleProperty().bind(model.whom().searching().property());
        search =
                Boxes.styled(
                        new HBox(Icons.of("mdi2m-magnify", "i20"), field, wheel), "search", "pick");
        rows.setId("appointment-book.hits");
        refused.setId("appointment-book.person-refused");
        refused.setWrapText(true);
        refused.setMinHeight(Region.USE_PREF_SIZE);
        refused.textProperty().bind(model.whom().refused());
        refused.visibleProperty().bind(model.whom().refused().isNotEmpty());
        refused.managedProperty().bind(refused.visibleProperty());
        var label = Labels.of(texts.get("appointment.book.person") + " *", "field-label");
        label.setLabelFor(field);
        box = Boxes.column(4, label, search, rows, taken, refused);
        InvalidationListener draw = change -> draw();
        model.whom().hits().addListener(draw);
        model.whom().highlighted().addListener(draw);
        model.whom().person().addListener((property, before, now) -> personChanged());
        model.whom().searching().property().addListener(draw);
        model.whom().nobodyFound().addListener(draw);
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
        registering = Optional.empty();
        draw();
        if (model.whom().person().get().isEmpty()) {
            field.requestFocus();
        } else if (next != null) {
            next.requestFocus();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.N && event.isShortcutDown()) {
            event.consume();
            register();
            return;
        }
        switch (event.getCode()) {
            case DOWN -> model.whom().highlight(1);
            case UP -> model.whom().highlight(-1);
            case ENTER -> {
                if (model.whom().nobodyFound().get()) {
                    register();
                } else {
                    model.whom().chooseHighlighted();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Asks for the little that a new person is registered with.
    private void register() {
        registering = newPerson();
        registering.ifPresent(inset -> {
            model.when().holdOn();
            draw();
            Layers.focusFirst(rows);
        });
    }

    private Optional<Inset> newPerson() {
        var desk = model.desk();
        return desk.features().stream()
                .filter(feature -> desk.may(feature.needs()))
                .flatMap(feature ->
                        feature
                                .newPerson(desk, model.whom().query().get(), this::registered)
                                .stream())
                .findFirst();
    }

    private void registered(String patientId) {
        new Someone(model.desk()).find(patientId, model.whom()::choose);
    }

    /// Back to the search, with what was searched.
    private void leave() {
        registering = Optional.empty();
        draw();
        field.requestFocus();
    }

    private void draw() {
        var person = model.whom().person().get();
        present(search, person.isEmpty() && registering.isEmpty());
        present(taken, person.isPresent());
        taken.getChildren().clear();
        person.ifPresent(line -> taken.getChildren().add(taken(line)));
        if (person.isEmpty() && registering.isPresent()) {
            showInset(registering.get());
            return;
        }
        rows.getChildren().clear();
        for (int i = 0; i < model.whom().hits().size(); i++) {
            rows.getChildren().add(row(i, model.whom().hits().get(i)));
        }
        if (person.isEmpty()
                && (model.whom().nobodyFound().get() || !model.whom().hits().isEmpty())) {
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
                                Hits.mark(line.getName(), model.whom().query().get()),
                                Labels.of(detail(hit), "tiny", "muted")));
        var row = Boxes.styled(new HBox(Avatar.small(line.getName()), text), "row", "hit-row");
        row.setId("appointment-book.hit." + index);
        if (hit.getDeceased()) {
            row.getChildren().add(Pill.of(texts.get("appointment.book.died"), Tint.GRAY));
        }
        if (index == model.whom().highlighted().get()) {
            row.getStyleClass().add("sel");
            row.getChildren().add(Kbd.of("Enter"));
        }
        row.setAccessibleText(line.getName() + ", " + detail(hit));
        row.setOnMouseClicked(event -> model.whom().choose(hit));
        return row;
    }

    private String detail(PatientHit hit) {
        var born = texts.dates().partial(hit.getPerson().getBirthDate());
        var parts = java.util.stream.Stream.of(words.who(hit.getPerson()), born, hit.getPhone());
        return parts.filter(part -> !part.isEmpty())
                .collect(java.util.stream.Collectors.joining(" · "));
    }

    /// Once: what is being typed into must stay where it is.
    private void showInset(Inset inset) {
        if (rows.getChildren().contains(inset.node().getParent())) {
            return;
        }
        var back =
                Buttons.small(
                        Buttons.plain(
                                "appointment-book.back-to-search",
                                texts.get("appointment.book.back-to-search"),
                                this::leave));
        var title = Labels.strong(texts.get("appointment.book.new-person"));
        var panel =
                Boxes.styled(
                        Boxes.column(10, Boxes.row(8, title, Boxes.spacer(), back), inset.node()),
                        "inset");
        panel.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        leave();
                    }
                });
        rows.getChildren().setAll(panel);
        present(rows, true);
    }

    /// The way to register somebody: with Enter when nobody was found, with a key of its own beside those who were.
    private Node nobody() {
        var found = !model.whom().hits().isEmpty();
        var row = Boxes.styled(new HBox(8), "row");
        if (!found) {
            row.getChildren().add(Labels.muted(texts.get("appointment.book.nobody-found")));
        }
        if (model.desk().may(PatientServiceGrpc.getRegisterPatientMethod())) {
            var register =
                    Buttons.small(
                            Buttons.plain(
                                    "appointment-book.register",
                                    texts.get(
                                            "appointment.book.register",
                                            model.whom().query().get().strip()),
                                    "mdi2a-account-plus-outline",
                                    this::register));
            register.setFocusTraversable(false);
            row.getChildren().addAll(Boxes.spacer(), register, Kbd.of(found ? "Ctrl+N" : "Enter"));
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
                                model.whom()::forget));
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
