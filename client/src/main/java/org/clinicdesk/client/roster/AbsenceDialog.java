package org.clinicdesk.client.roster;

import javafx.beans.InvalidationListener;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.DateText;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.roster.v1.HitVisit;
import org.clinicdesk.roster.v1.RosterServiceGrpc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Enters a holiday, closure, blockout or leave, and shows which booked visits it hits before anything is saved.
final class AbsenceDialog {

    private static final int SHOWN_VISITS = 5;

    private final AbsenceModel model;
    private final Texts texts;
    private final VBox hit = Boxes.column(8);

    private AbsenceDialog(AbsenceModel model) {
        this.model = model;
        this.texts = model.desk().texts();
    }

    static boolean may(Desk desk) {
        return enters(desk) || desk.may(RosterServiceGrpc.getRequestLeaveMethod());
    }

    private static boolean enters(Desk desk) {
        return desk.may(RosterServiceGrpc.getAddAbsenceMethod());
    }

    /// What is asked for, in the words of who may enter it and of who may only ask.
    static String title(Desk desk) {
        return enters(desk) ? "roster.absence.new" : "roster.request.title";
    }

    /// Who has to be asked, for those at whose desk somebody calls in sick.
    static Node ask(Desk desk) {
        var words = Labels.paragraph(desk.texts().get("roster.absence.ask"));
        words.setId("roster-absence.ask");
        return words;
    }

    static void open(Desk desk, AbsenceModel.Start start) {
        if (!may(desk)) {
            return;
        }
        var hide = new Runnable[] {() -> {}};
        var model = new AbsenceModel(desk, start, () -> hide[0].run());
        var dialog = new AbsenceDialog(model).dialog();
        hide[0] = dialog::hide;
    }

    private Dialog dialog() {
        var key = model.own() ? "roster.request" : "roster.absence";
        var body =
                Boxes.column(
                        12,
                        together(kind(), concerned()),
                        together(day("first", model.first()), day("last", model.last())),
                        together(clock("from", model.from()), clock("to", model.to())),
                        field("note", input("note", model.note())),
                        hit,
                        wrong());
        model.hit().addListener((InvalidationListener) change -> showHit());
        showHit();
        return new Dialog(model.desk().layers(), texts, "roster-absence", texts.get(key + ".title"))
                .width(560)
                .keeps(this::about)
                .body(body)
                .primary(
                        texts.get(key + ".go"),
                        () -> {
                            model.save();
                            return false;
                        })
                .show();
    }

    private String about() {
        var whom = Optional.ofNullable(model.concerned().get()).map(AbsenceModel.Concerned::name);
        return Stream.of(whom.orElse(""), model.first().get(), model.note().get())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private Node kind() {
        var combo = combo("kind", model.kind(), kind -> texts.get("roster.kind." + kind.name()));
        combo.getItems().setAll(model.kinds());
        return field("kind", Boxes.first(combo));
    }

    private Node concerned() {
        var combo = combo("who", model.concerned(), AbsenceModel.Concerned::name);
        combo.getItems().setAll(model.offered());
        model.kind()
                .addListener(change -> {
                    var chosen = model.concerned().get();
                    combo.getItems().setAll(model.offered());
                    combo.setValue(chosen);
                });
        combo.setDisable(model.own());
        return field("who", combo);
    }

    private <V> ComboBox<V> combo(String name, Property<V> value, Function<V, String> words) {
        var combo = new ComboBox<V>();
        combo.setId("roster-absence." + name);
        combo.setAccessibleText(texts.get("roster.absence." + name));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Worded.by(words));
        combo.valueProperty().bindBidirectional(value);
        return combo;
    }

    private Node day(String name, StringProperty iso) {
        var input = input(name);
        input.setText(DateText.write(iso.get()));
        input.textProperty()
                .addListener((property, before, typed) ->
                        iso.set(
                                DateText.readAhead(typed, model.desk().today())
                                        .orElse(typed.strip())));
        input.setPromptText(texts.get("roster.absence.day.prompt"));
        var note = Labels.of("", "field-note");
        note.textProperty()
                .bind(
                        iso.map(typed ->
                                DateText.read(typed)
                                        .filter(read -> read.length() == 10)
                                        .map(read -> texts.dates().day(LocalDate.parse(read)))
                                        .orElse(
                                                typed.isBlank()
                                                        ? blank(name)
                                                        : texts.get("roster.absence.day.like"))));
        return Boxes.column(4, field(name, input), note);
    }

    private String blank(String name) {
        return name.equals("last") ? texts.get("roster.absence.one-day") : "";
    }

    private Node clock(String name, StringProperty value) {
        var input = input(name, value);
        input.setPromptText(texts.get("roster.absence." + name + ".prompt"));
        return field(name, input);
    }

    private TextField input(String name, StringProperty value) {
        var field = input(name);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private TextField input(String name) {
        var field = new TextField();
        field.setId("roster-absence." + name);
        field.setAccessibleText(texts.get("roster.absence." + name));
        return field;
    }

    private VBox field(String name, Region control) {
        var label = Labels.of(texts.get("roster.absence." + name), "field-label");
        label.setLabelFor(control);
        return Boxes.styled(Boxes.column(4, label, control), "field");
    }

    private static Node together(Node... nodes) {
        var row = new GridPane(12, 0);
        for (var node : nodes) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / nodes.length);
            row.getColumnConstraints().add(column);
        }
        row.addRow(0, nodes);
        return row;
    }

    private Label wrong() {
        var label = Labels.of("", "field-error");
        label.setId("roster-absence.wrong");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(model.wrong());
        label.visibleProperty().bind(model.wrong().isNotEmpty());
        label.managedProperty().bind(model.wrong().isNotEmpty());
        return label;
    }

    private void showHit() {
        hit.getChildren().clear();
        var visits = List.copyOf(model.hit());
        if (visits.isEmpty()) {
            return;
        }
        var lines =
                visits.stream()
                        .limit(SHOWN_VISITS)
                        .map(this::line)
                        .collect(Collectors.joining("\n"));
        var more = visits.size() - SHOWN_VISITS;
        var alert =
                Alert.of(
                        Tint.AMBER,
                        "mdi2c-calendar-alert",
                        texts.get("roster.hit", visits.size()),
                        more > 0 ? lines + "\n" + texts.get("roster.hit.more", more) : lines);
        alert.setId("roster-absence.hit");
        hit.getChildren().add(alert);
        if (model.mustTick().get()) {
            var tick = new CheckBox(texts.get("roster.hit.despite"));
            tick.setId("roster-absence.despite");
            tick.setWrapText(true);
            tick.selectedProperty().bindBidirectional(model.despiteBooked());
            hit.getChildren().add(tick);
        }
    }

    /// `Mon 23 November, 09:00–09:30 · Dr. Lê Thu Hà`.
    private String line(HitVisit visit) {
        var zone = model.desk().session().zone();
        var start = Instant.ofEpochSecond(visit.getStart().getSeconds());
        var end = Instant.ofEpochSecond(visit.getEnd().getSeconds());
        var dates = texts.dates();
        var when =
                dates.day(LocalDate.ofInstant(start, zone))
                        + ", "
                        + dates.time(start, zone)
                        + "–"
                        + dates.time(end, zone);
        return who(visit.getResourceId()).map(name -> when + " · " + name).orElse(when);
    }

    private Optional<String> who(String id) {
        return model.desk().session().desk().getPractitionersList().stream()
                .filter(each -> each.getId().equals(id))
                .map(each -> each.getName())
                .findFirst();
    }
}
