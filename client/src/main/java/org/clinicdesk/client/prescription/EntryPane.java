package org.clinicdesk.client.prescription;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Texts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The line being typed: medicine, dosage, what the patient reads. Enter adds it.
final class EntryPane {

    private static final List<String> PHRASES =
            List.of("after-meals", "before-meals", "at-bedtime", "with-water", "finish-all");

    private final Texts texts;
    private final PrescriptionModel model;
    private final LineDraft draft;
    private final MedicinePick pick;
    private final VBox card;
    private final HBox heading = Boxes.row(8);
    private final Label preview = Labels.paragraph("");
    private final Label proposed = Labels.of("", "field-note");
    private final HBox buttons = Boxes.row(8);
    private final InvalidationListener redraw = change -> draw();
    private final VBox fields = Boxes.column(10);

    /// By field, in the order of the screen.
    private final Map<String, Control> controls = new LinkedHashMap<>();

    EntryPane(Texts texts, PrescriptionModel model) {
        this.texts = texts;
        this.model = model;
        this.draft = model.draft();
        this.pick = new MedicinePick(texts, model);
        preview.setId("prescription-write.preview");
        proposed.setId("prescription-write.proposed");
        fields.getChildren()
                .addAll(
                        wrap("medicine", pick.node(), pick.field()),
                        dosage(),
                        proposed,
                        instructions());
        card = Boxes.card(heading, fields, buttons);
        card.getProperties().put("redraw", redraw);
        Boxes.onEnter(fields, this::add);
        var weak = new WeakInvalidationListener(redraw);
        List.of(
                        draft.dose(),
                        draft.unit(),
                        draft.times(),
                        draft.days(),
                        draft.route(),
                        draft.quantity(),
                        draft.instructions(),
                        draft.medicine())
                .forEach(part -> part.addListener(weak));
        draft.asNeeded().addListener(weak);
        model.editing().addListener(weak);
        model.person().patient().addListener(weak);
        pick.taken(() -> Objects.requireNonNull(controls.get("dose")).requestFocus());
        draw();
    }

    Node node() {
        return card;
    }

    private void add() {
        if (model.add()) {
            pick.field().requestFocus();
        } else {
            focusFirstError();
        }
    }

    private void focusFirstError() {
        controls.entrySet().stream()
                .filter(control -> draft.errors().containsKey(control.getKey()))
                .findFirst()
                .ifPresent(control -> control.getValue().requestFocus());
    }

    private Node dosage() {
        var needed = new CheckBox(texts.get("prescription.as-needed"));
        needed.setId("prescription-form.as-needed");
        needed.setMinWidth(Region.USE_PREF_SIZE);
        needed.selectedProperty().bindBidirectional(draft.asNeeded());
        var check =
                Boxes.column(
                        4,
                        Labels.of(" ", "field-label"),
                        Boxes.styled(new HBox(needed), "check-line"));
        var row =
                new HBox(
                        8,
                        number("dose", draft.dose(), 74),
                        choice("unit", LineDraft.UNITS, draft.unit(), 128),
                        number("times", draft.times(), 92),
                        check,
                        number("days", draft.days(), 74),
                        choice("route", LineDraft.ROUTES, draft.route(), 150),
                        number("quantity", draft.quantity(), 86));
        return row;
    }

    private VBox number(String name, StringProperty value, double width) {
        var field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.setPrefWidth(width);
        return named(name, field);
    }

    private VBox choice(String name, List<String> codes, StringProperty value, double width) {
        var combo = new ComboBox<String>();
        combo.getItems().setAll(codes);
        combo.setPrefWidth(width);
        combo.setConverter(Worded.by(code -> code.isEmpty() ? "" : word(name, code)));
        combo.valueProperty().bindBidirectional(value);
        return named(name, combo);
    }

    /// A product may come with a word that is not in the list: it is shown as it is.
    private String word(String name, String code) {
        var key = "prescription." + name + "." + code;
        return texts.has(key) ? texts.get(key) : code;
    }

    private VBox named(String name, Control control) {
        control.setId("prescription-form." + name);
        return wrap(name, control, control);
    }

    private VBox wrap(String name, Node node, Control control) {
        var label = Labels.of(texts.get("prescription.field." + name), "field-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        controls.put(name, control);
        control.setAccessibleText(texts.get("prescription.field." + name));
        var error = Labels.of("", "field-error");
        error.setId("prescription-form." + name + ".error");
        var box = Boxes.styled(Boxes.column(4, label, node, error), "field");
        MapChangeListener<String, String> errors = change -> show(name, box, error);
        box.getProperties().put("errors", errors);
        draft.errors().addListener(new WeakMapChangeListener<>(errors));
        show(name, box, error);
        return box;
    }

    private void show(String name, VBox box, Label error) {
        var wrong = draft.errors().get(name);
        error.setText(wrong == null ? "" : texts.get("prescription.wrong." + wrong));
        error.setVisible(wrong != null);
        error.setManaged(wrong != null);
        box.getStyleClass().remove("wrong");
        if (wrong != null) {
            box.getStyleClass().add("wrong");
        }
    }

    private Node instructions() {
        var field = new TextField();
        field.textProperty().bindBidirectional(draft.instructions());
        var phrases = new FlowPane(6, 6);
        PHRASES.forEach(name ->
                phrases.getChildren()
                        .add(
                                Boxes.styled(
                                        Buttons.small(
                                                Buttons.plain(
                                                        "prescription-write.phrase-" + name,
                                                        "+ "
                                                                + texts.get(
                                                                        "prescription.phrase."
                                                                                + name),
                                                        () ->
                                                                append(
                                                                        model.patientWords()
                                                                                .phrase(name)))),
                                        "phrase")));
        return Boxes.column(6, preview, named("instructions", field), phrases);
    }

    private void append(String phrase) {
        var before = draft.instructions().get().strip();
        draft.instructions().set(before.isEmpty() ? phrase + "." : before + " " + phrase + ".");
    }

    private void draw() {
        var changing = model.editing().get() != PrescriptionModel.NEW;
        heading.getChildren()
                .setAll(
                        Labels.heading(
                                texts.get(
                                        changing
                                                ? "prescription.change-line"
                                                : "prescription.new-line",
                                        model.editing().get() + 1)));
        var words = model.patientWords();
        var language = texts.get("prescription.language." + words.language());
        preview.setText(
                draft.dosage()
                        .map(dosage ->
                                texts.get("prescription.preview", language, words.sentence(dosage)))
                        .orElseGet(() -> texts.get("prescription.preview.none", language)));
        var other = draft.otherQuantity();
        proposed.setVisible(other.isPresent() && !draft.quantity().get().isBlank());
        proposed.setManaged(proposed.isVisible());
        other.ifPresent(units -> proposed.setText(texts.get("prescription.quantity.other", units)));
        drawButtons(changing);
    }

    private void drawButtons(boolean changing) {
        if (!buttons.getChildren().isEmpty()
                && Boolean.valueOf(changing).equals(buttons.getUserData())) {
            return;
        }
        buttons.setUserData(changing);
        Button add =
                Buttons.plain(
                        "prescription-write.add",
                        texts.get(changing ? "prescription.take-over" : "prescription.add"),
                        changing ? "mdi2c-check" : "mdi2p-plus",
                        this::add);
        Button clear =
                Buttons.plain(
                        "prescription-write.clear",
                        texts.get(changing ? "prescription.leave-as-it-was" : "prescription.clear"),
                        model::clearDraft);
        buttons.getChildren().setAll(add, Kbd.of("Ctrl+N"), Boxes.spacer(), clear);
    }
}
