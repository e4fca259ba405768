package org.clinicdesk.client.kit;

import com.google.protobuf.Message;

import javafx.beans.property.StringProperty;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.collections.WeakMapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Rules;
import org.clinicdesk.client.platform.Texts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Fields of a [Draft], one below the other: `new Form<>(texts, "patient", draft).text("given").choice("gender")`.
///
/// Label, required mark, longest text and the words for what is wrong come from the name of the field and its rule in the
/// contract: the label is the text `patient.given`, a help line `patient.given.help` where there is one, the values of a
/// choice `patient.gender.GENDER_FEMALE`. Controls have the id `patient-form.given`.
public final class Form<M extends Message> {

    private final Texts texts;
    private final String prefix;
    private final Draft<M> draft;
    private final VBox box = Boxes.column(12);
    private final Map<String, Field> fields = new LinkedHashMap<>();

    /// Held here, because the draft outlives the form and must not hold it.
    private final MapChangeListener<String, String> onError = this::errorChanged;

    public Form(Texts texts, String prefix, Draft<M> draft) {
        this.texts = texts;
        this.prefix = prefix;
        this.draft = draft;
        draft.errors().addListener(new WeakMapChangeListener<>(onError));
        box.getProperties().put("errors", onError);
    }

    private record Field(VBox box, Label error, Node control) {}

    public Form<M> text(String name) {
        return add(name, input(new TextField(), name));
    }

    /// A field that is typed otherwise than it is held, such as an amount of money.
    public Form<M> text(String name, StringProperty shown) {
        var field = new TextField();
        field.textProperty().bindBidirectional(shown);
        return add(name, field);
    }

    public Form<M> password(String name) {
        return add(name, input(new PasswordField(), name));
    }

    public Form<M> area(String name, int rows) {
        var area = new TextArea();
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        return add(name, input(area, name));
    }

    /// A date to the precision known, typed in any usual way; what was understood stands below in words.
    public Form<M> date(String name) {
        var field = new DateField(texts, draft.text(name));
        return add(name, field.control(), field.understood());
    }

    /// One value of an enum.
    public Form<M> choice(String name) {
        var combo = new ComboBox<String>();
        draft.descriptor(name).getEnumType().getValues().stream()
                .filter(value -> value.getNumber() != 0)
                .forEach(value -> combo.getItems().add(value.getName()));
        combo.setConverter(words(name));
        combo.setMaxWidth(Double.MAX_VALUE);
        bindChoice(combo, draft.text(name));
        return add(name, combo);
    }

    /// One of some values of a text field, such as languages.
    public Form<M> choice(String name, List<String> values) {
        var combo = new ComboBox<String>();
        combo.getItems().addAll(values);
        combo.setConverter(words(name));
        combo.setMaxWidth(Double.MAX_VALUE);
        bindChoice(combo, draft.text(name));
        return add(name, combo);
    }

    public Form<M> flag(String name) {
        var check = new CheckBox(texts.get(prefix + "." + name));
        check.setId(id(name));
        check.selectedProperty().bindBidirectional(draft.flag(name));
        box.getChildren().add(check);
        return this;
    }

    /// Anything else between the fields.
    public Form<M> node(Node node) {
        box.getChildren().add(node);
        return this;
    }

    /// Puts the last fields side by side.
    public Form<M> together(int count) {
        var children = box.getChildren();
        var last = children.subList(children.size() - count, children.size());
        var nodes = List.copyOf(last);
        var row = new GridPane(12, 0);
        for (var node : nodes) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / count);
            row.getColumnConstraints().add(column);
        }
        children.removeAll(nodes);
        row.addRow(0, nodes.toArray(Node[]::new));
        children.add(row);
        return this;
    }

    /// Shows without letting anything be typed: the caller may not save it.
    public Form<M> readOnly() {
        box.setDisable(true);
        box.getStyleClass().add("read-only");
        return this;
    }

    public VBox node() {
        return box;
    }

    /// The control of a field.
    public Node control(String name) {
        return Objects.requireNonNull(fields.get(name), name).control();
    }

    /// Gives the keyboard to the first field that is wrong.
    public void focusFirstError() {
        fields.entrySet().stream()
                .filter(entry -> draft.errors().containsKey(entry.getKey()))
                .findFirst()
                .ifPresent(entry -> entry.getValue().control().requestFocus());
    }

    private <C extends TextInputControl> C input(C control, String name) {
        Rules.of(draft.descriptor(name))
                .maxLength()
                .ifPresent(max -> Typing.only(control, text -> text.length() <= max));
        control.textProperty().bindBidirectional(draft.text(name));
        return control;
    }

    private Form<M> add(String name, Region control, Node... below) {
        control.setId(id(name));
        var required = Rules.of(draft.descriptor(name)).required();
        var label =
                Labels.of(texts.get(prefix + "." + name) + (required ? " *" : ""), "field-label");
        label.setLabelFor(control);
        control.setAccessibleText(texts.get(prefix + "." + name));
        var error = Labels.of("", "field-error");
        error.setId(id(name) + ".error");
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        var column = Boxes.styled(Boxes.column(4, label, control), "field");
        column.getChildren().addAll(below);
        var help = prefix + "." + name + ".help";
        if (texts.has(help)) {
            var note = Labels.of(texts.get(help), "field-note");
            note.setWrapText(true);
            note.setMinHeight(Region.USE_PREF_SIZE);
            column.getChildren().add(note);
        }
        column.getChildren().add(error);
        fields.put(name, new Field(column, error, control));
        showError(name, draft.errors());
        box.getChildren().add(column);
        return this;
    }

    private void errorChanged(MapChangeListener.Change<? extends String, ? extends String> change) {
        showError(change.getKey(), draft.errors());
    }

    private void showError(String name, ObservableMap<String, String> errors) {
        var field = fields.get(name);
        if (field == null) {
            return;
        }
        var rule = errors.get(name);
        field.error().setText(rule == null ? "" : words(name, rule));
        field.error().setVisible(rule != null);
        field.error().setManaged(rule != null);
        field.box().getStyleClass().remove("wrong");
        if (rule != null) {
            field.box().getStyleClass().add("wrong");
        }
    }

    /// The words for a broken rule: those of the field, then those of the rule, then those for anything.
    private String words(String name, String rule) {
        var own = prefix + "." + name + ".wrong";
        var shared = "kit.rule." + rule;
        if (draft.text(name).get().isBlank() && texts.has("kit.rule.missing")) {
            return texts.get("kit.rule.missing");
        }
        return texts.has(own)
                ? texts.get(own)
                : texts.has(shared) ? texts.get(shared) : texts.get("kit.rule.other");
    }

    private String id(String name) {
        return prefix.replace('.', '-') + "-form." + name;
    }

    private StringConverter<String> words(String name) {
        return Worded.by(
                value -> value.isEmpty() ? "" : texts.get(prefix + "." + name + "." + value));
    }

    private static void bindChoice(ComboBox<String> combo, StringProperty value) {
        if (combo.getItems().contains(value.get())) {
            combo.setValue(value.get());
        }
        combo.valueProperty()
                .addListener((property, before, now) -> value.set(now == null ? "" : now));
        value.addListener((property, before, now) ->
                combo.setValue(combo.getItems().contains(now) ? now : null));
    }
}
