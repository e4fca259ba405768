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
import org.clinicdesk.client.platform.Desk;
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

    private final Desk desk;
    private final WhomModel whom;
    private final Runnable registers;
    private final String id;
    private final Texts texts;
    private final VisitWords words;
    private final TextField field = new TextField();
    private final HBox search;
    private final VBox rows = Boxes.column(2);
    private final VBox taken = Boxes.column(0);
    private final Label label;
    private final Label refused = Labels.of("", "field-error");
    private final VBox box;
    private @Nullable Node next;
    private Optional<Inset> registering = Optional.empty();

    /// @param id of its form
    /// @param registers told when somebody is being registered, which takes its time
    PersonPick(Desk desk, WhomModel whom, String id, Runnable registers) {
        this.desk = desk;
        this.whom = whom;
        this.id = id;
        this.registers = registers;
        this.texts = desk.texts();
        this.words = new VisitWords(desk);
        field.setId(id + ".person");
        field.setPromptText(texts.get("appointment.book.person.prompt"));
        field.setAccessibleText(texts.get("appointment.book.person"));
        field.textProperty().bindBidirectional(whom.query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(field, Priority.ALWAYS);
        var wheel = new ProgressIndicator();
        wheel.visibleProperty().bind(whom.searching().property());
        search =
                Boxes.styled(
                        new HBox(Icons.of("mdi2m-magnify", "i20"), field, wheel), "search", "pick");
        rows.setId(id + ".hits");
        refused.setId(id + ".person-refused");
        refused.setWrapText(true);
        refused.setMinHeight(Region.USE_PREF_SIZE);
        refused.textProperty().bind(whom.refused());
        refused.visibleProperty().bind(whom.refused().isNotEmpty());
        refused.managedProperty().bind(refused.visibleProperty());
        label = Labels.of(texts.get("appointment.book.person"), "field-label");
        label.setLabelFor(field);
        box = Boxes.column(4, label, search, rows, taken, refused);
        InvalidationListener draw = change -> draw();
        whom.hits().addListener(draw);
        whom.highlighted().addListener(draw);
        whom.person().addListener((property, before, now) -> personChanged());
        whom.searching().property().addListener(draw);
        whom.nobodyFound().addListener(draw);
        draw();
    }

    VBox node() {
        return box;
    }

    /// Nothing goes without the person: the form begins here.
    PersonPick required() {
        label.setText(label.getText() + " *");
        Boxes.first(field);
        return this;
    }

    /// Whether the keys of lists are its own: somebody is being searched, or registered.
    boolean has(Node focused) {
        return focused == field ? !field.getText().isBlank() : inside(focused);
    }

    private boolean inside(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == box) {
                return true;
            }
        }
        return false;
    }

    /// Where the keyboard goes once somebody is taken.
    void chosen(Node next) {
        this.next = next;
    }

    private void personChanged() {
        registering = Optional.empty();
        draw();
        if (whom.person().get().isEmpty()) {
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
        if (field.getText().isBlank()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> whom.highlight(1);
            case UP -> whom.highlight(-1);
            case ENTER -> {
                if (whom.nobodyFound().get()) {
                    register();
                } else {
                    whom.chooseHighlighted();
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
            registers.run();
            draw();
            Layers.focusFirst(rows);
        });
    }

    private Optional<Inset> newPerson() {
        return desk.features().stream()
                .filter(feature -> desk.may(feature.needs()))
                .flatMap(feature ->
                        feature.newPerson(desk, whom.query().get(), this::registered).stream())
                .findFirst();
    }

    private void registered(String patientId) {
        new Someone(desk).find(patientId, whom::choose);
    }

    /// Back to the search, with what was searched.
    private void leave() {
        registering = Optional.empty();
        draw();
        field.requestFocus();
    }

    private void draw() {
        var person = whom.person().get();
        present(search, person.isEmpty() && registering.isEmpty());
        present(taken, person.isPresent());
        taken.getChildren().clear();
        person.ifPresent(line -> taken.getChildren().add(taken(line)));
        if (person.isEmpty() && registering.isPresent()) {
            showInset(registering.get());
            return;
        }
        rows.getChildren().clear();
        for (int i = 0; i < whom.hits().size(); i++) {
            rows.getChildren().add(row(i, whom.hits().get(i)));
        }
        if (person.isEmpty() && (whom.nobodyFound().get() || !whom.hits().isEmpty())) {
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
                                Hits.mark(line.getName(), whom.query().get()),
                                Labels.of(detail(hit), "tiny", "muted")));
        var row = Boxes.styled(new HBox(Avatar.small(line.getName()), text), "row", "hit-row");
        row.setId(id + ".hit." + index);
        if (hit.getDeceased()) {
            row.getChildren().add(Pill.of(texts.get("appointment.book.died"), Tint.GRAY));
        }
        if (index == whom.highlighted().get()) {
            row.getStyleClass().add("sel");
            row.getChildren().add(Kbd.of("Enter"));
        }
        row.setAccessibleText(line.getName() + ", " + detail(hit));
        row.setOnMouseClicked(event -> whom.choose(hit));
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
                                id + ".back-to-search",
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
        var found = !whom.hits().isEmpty();
        var row = Boxes.styled(new HBox(8), "row");
        if (!found) {
            row.getChildren().add(Labels.muted(texts.get("appointment.book.nobody-found")));
        }
        if (desk.may(PatientServiceGrpc.getRegisterPatientMethod())) {
            var register =
                    Buttons.small(
                            Buttons.plain(
                                    id + ".register",
                                    texts.get(
                                            "appointment.book.register",
                                            whom.query().get().strip()),
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
                                id + ".change",
                                texts.get("appointment.book.change"),
                                whom::forget));
        var row =
                Boxes.styled(
                        new HBox(Avatar.small(line.getName()), text, change),
                        "row",
                        "sel",
                        "taken");
        row.setId(id + ".taken");
        row.setAccessibleText(line.getName());
        return row;
    }

    private String born(PersonLine line) {
        var date = texts.dates().partial(line.getBirthDate());
        return date.isEmpty() ? "" : " · " + date;
    }
}
