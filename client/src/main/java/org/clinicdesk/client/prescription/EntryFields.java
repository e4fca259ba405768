package org.clinicdesk.client.prescription;

import javafx.beans.property.StringProperty;
import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Texts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The fields of the line being typed: each with its label above and what is wrong below.
final class EntryFields {

    private final Texts texts;
    private final LineDraft draft;
    private final String id;

    /// By field, in the order of the screen.
    private final Map<String, Control> controls = new LinkedHashMap<>();

    EntryFields(Texts texts, LineDraft draft) {
        this(texts, draft, "prescription-form");
    }

    /// @param id what the ids of the fields begin with
    EntryFields(Texts texts, LineDraft draft, String id) {
        this.texts = texts;
        this.draft = draft;
        this.id = id;
    }

    /// A field for a part of the draft. @param width 0: as wide as there is room
    VBox text(String name, double width) {
        var field = new TextField();
        field.textProperty().bindBidirectional(draft.get(name));
        if (width > 0) {
            field.setPrefWidth(width);
        }
        var prompt = "prescription.prompt." + name;
        if (texts.has(prompt)) {
            field.setPromptText(texts.get(prompt));
        }
        return sized(named(name, field), width);
    }

    /// What is wrong with a field never pushes the others aside.
    private static VBox sized(VBox box, double width) {
        if (width > 0) {
            box.setMinWidth(width);
            box.setMaxWidth(width);
        }
        return box;
    }

    VBox choice(String name, List<String> codes, double width) {
        var combo = new ComboBox<String>();
        combo.getItems().setAll(codes);
        combo.setPrefWidth(width);
        combo.setConverter(Worded.by(code -> code.isEmpty() ? "" : word(name, code)));
        StringProperty part = draft.get(name);
        combo.valueProperty().bindBidirectional(part);
        return sized(named(name, combo), width);
    }

    /// A product may come with a word that is not in the list: it is shown as it is.
    private String word(String name, String code) {
        var key = "prescription." + name + "." + code;
        return texts.has(key) ? texts.get(key) : code;
    }

    private VBox named(String name, Control control) {
        control.setId(id + "." + name);
        return wrap(name, control, control);
    }

    VBox wrap(String name, Node node, Control control) {
        var label = Labels.of(texts.get("prescription.field." + name), "field-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        controls.put(name, control);
        control.setAccessibleText(texts.get("prescription.field." + name));
        var error = Labels.of("", "field-error");
        error.setId(id + "." + name + ".error");
        error.setWrapText(true);
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

    void focus(String name) {
        Objects.requireNonNull(controls.get(name)).requestFocus();
    }

    void focusFirstError() {
        controls.keySet().stream()
                .filter(name -> draft.errors().containsKey(name))
                .findFirst()
                .ifPresent(this::focus);
    }

    /// Where the hands go on once the medicine is taken: to the first thing that was not said, else to the quantity.
    void focusNext() {
        focus(
                Optional.of(List.of("dose", "unit", "times", "days", "route"))
                        .flatMap(needed ->
                                needed.stream()
                                        .filter(name -> draft.get(name).get().isBlank())
                                        .findFirst())
                        .orElse("quantity"));
    }
}
