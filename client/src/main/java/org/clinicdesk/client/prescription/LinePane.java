package org.clinicdesk.client.prescription;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.drug.v1.Medicine;

/// The fields of the line that is being written. Enter in the medicine takes the first that was found, Enter elsewhere adds
/// the line.
final class LinePane {

    private final Texts texts;
    private final PrescriptionModel model;
    private final VBox found = Boxes.column(2);
    private final InvalidationListener changed = change -> drawFound();

    LinePane(Texts texts, PrescriptionModel model) {
        this.texts = texts;
        this.model = model;
    }

    Node node() {
        var draft = model.draft();
        var medicine = field("medicine", draft.medicine(), 420);
        Boxes.first(medicine);
        medicine.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !model.found().isEmpty()) {
                model.chooseFirst();
                event.consume();
            }
        });
        var needed = new CheckBox(texts.get("prescription.as-needed"));
        needed.setId("prescription-form.as-needed");
        needed.selectedProperty().bindBidirectional(draft.asNeeded());
        var numbers = new FlowPane(
                12,
                10,
                labelled("dose", field("dose", draft.dose(), 70)),
                labelled("unit", field("unit", draft.unit(), 110)),
                labelled("times", field("times", draft.times(), 70)),
                labelled("days", field("days", draft.days(), 70)),
                labelled("route", field("route", draft.route(), 110)),
                labelled("quantity", field("quantity", draft.quantity(), 80)));
        var add = Buttons.plain("prescription-write.add", texts.get("prescription.add"), "mdi2p-plus", model::add);
        found.getProperties().put("redraw", changed);
        model.found().addListener(new WeakInvalidationListener(changed));
        drawFound();
        var box = Boxes.column(
                10,
                labelled("medicine", medicine),
                found,
                numbers,
                labelled("instructions", field("instructions", draft.instructions(), 420)),
                Boxes.row(12, needed, Boxes.spacer(), add));
        return Boxes.onEnter(box, model::add);
    }

    private TextField field(String name, StringProperty text, double width) {
        var field = new TextField();
        field.setId("prescription-form." + name);
        field.setPrefWidth(width);
        field.setAccessibleText(texts.get("prescription." + name));
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private VBox labelled(String name, TextField field) {
        var label = Labels.of(texts.get("prescription." + name), "field-label");
        label.setLabelFor(field);
        return Boxes.styled(Boxes.column(3, label, field), "field");
    }

    private void drawFound() {
        found.getChildren().setAll(model.found().stream().map(this::row).toList());
        found.setVisible(!found.getChildren().isEmpty());
        found.setManaged(found.isVisible());
    }

    private Node row(Medicine medicine) {
        var row = Boxes.styled(
                new HBox(8, Labels.strong(medicine.getName()), Labels.muted(String.join(" + ", medicine.getIngredientsList()))),
                "row");
        row.setId("prescription-write.found-" + model.found().indexOf(medicine));
        row.setAccessibleText(medicine.getName());
        row.setOnMouseClicked(event -> model.choose(medicine));
        return row;
    }
}
