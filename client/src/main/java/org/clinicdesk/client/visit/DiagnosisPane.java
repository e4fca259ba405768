package org.clinicdesk.client.visit;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.record.v1.Coding;

/// The diagnoses: searched while typed, Enter takes the first; the first taken is the main one.
final class DiagnosisPane {

    private static final int SHOWN = 6;

    private final Texts texts;
    private final VisitModel model;
    private final FlowPane chosen = new FlowPane(6, 6);
    private final VBox found = Boxes.column(2);
    private final InvalidationListener changed = change -> draw();
    private final VBox box;

    DiagnosisPane(Texts texts, VisitModel model) {
        this.texts = texts;
        this.model = model;
        var field = new TextField();
        field.setId("visit-write.diagnosis");
        field.setPromptText(texts.get("visit.diagnosis.prompt"));
        field.setAccessibleText(texts.get("visit.diagnosis"));
        field.textProperty().bindBidirectional(model.diagnosisQuery());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                model.takeFirst();
                event.consume();
            }
        });
        box = Boxes.column(6, Labels.of(texts.get("visit.diagnosis"), "field-label"), chosen, field, found);
        box.getProperties().put("redraw", changed);
        model.diagnoses().addListener(new WeakInvalidationListener(changed));
        model.found().addListener(new WeakInvalidationListener(changed));
        draw();
    }

    Node node() {
        return box;
    }

    private void draw() {
        chosen.getChildren().clear();
        for (var diagnosis : model.diagnoses()) {
            chosen.getChildren().add(chosen(diagnosis));
        }
        show(chosen, !chosen.getChildren().isEmpty());
        found.getChildren().clear();
        model.found().stream().limit(SHOWN).forEach(diagnosis -> found.getChildren().add(found(diagnosis)));
        show(found, !found.getChildren().isEmpty());
    }

    private static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private Node chosen(Coding diagnosis) {
        var main = model.diagnoses().getFirst().equals(diagnosis);
        var remove = Buttons.small(Buttons.icon(
                "visit-write.remove-" + diagnosis.getCode(),
                "mdi2c-close",
                texts.get("visit.diagnosis.remove"),
                () -> model.remove(diagnosis)));
        return Boxes.row(2, Pill.of(words(diagnosis), main ? Tint.VIOLET : Tint.GRAY), remove);
    }

    private Node found(Coding diagnosis) {
        var row = Boxes.styled(new HBox(Labels.text(words(diagnosis))), "row");
        row.setId("visit-write.found-" + diagnosis.getCode());
        row.setAccessibleText(words(diagnosis));
        row.setOnMouseClicked(event -> model.take(diagnosis));
        return row;
    }

    private static String words(Coding diagnosis) {
        return diagnosis.getCode().isEmpty() ? diagnosis.getDisplay() : diagnosis.getCode() + " · " + diagnosis.getDisplay();
    }
}
