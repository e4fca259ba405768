package org.clinicdesk.client.visit;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Hits;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.record.v1.Coding;

/// The diagnoses: searched while typed, arrows choose, Enter takes; the first one is the main one.
final class DiagnosisPane {

    private final Texts texts;
    private final DiagnosisModel model;
    private final boolean writable;
    private final FlowPane chosen = new FlowPane(8, 6);
    private final VBox offered = Boxes.column(2);
    private final VBox box;

    DiagnosisPane(Texts texts, DiagnosisModel model, boolean writable) {
        this.texts = texts;
        this.model = model;
        this.writable = writable;
        offered.setId("visit-write.offered");
        box =
                Boxes.styled(
                        Boxes.column(
                                6, Labels.of(texts.get("visit.diagnosis"), "field-label"), chosen),
                        "field");
        if (writable) {
            box.getChildren().addAll(field(), offered);
        }
        Redraw.of(box, this::draw, model.taken(), model.offered(), model.highlighted());
        draw();
    }

    Node node() {
        return box;
    }

    private TextField field() {
        var field = new TextField();
        field.setId("visit-write.diagnosis");
        field.setPromptText(texts.get("visit.diagnosis.prompt"));
        field.setAccessibleText(texts.get("visit.diagnosis"));
        field.textProperty().bindBidirectional(model.query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        return field;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || !model.pending()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> model.takeHighlighted();
            case ESCAPE -> model.query().set("");
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void draw() {
        chosen.getChildren().setAll(model.taken().stream().map(this::chosen).toList());
        if (!writable && model.taken().isEmpty()) {
            chosen.getChildren().setAll(Labels.muted(texts.get("visit.diagnosis.none")));
        }
        show(chosen);
        offered.getChildren().setAll(model.offered().stream().map(this::offered).toList());
        show(offered);
    }

    private static void show(javafx.scene.layout.Pane node) {
        node.setVisible(!node.getChildren().isEmpty());
        node.setManaged(!node.getChildren().isEmpty());
    }

    private Node chosen(Coding diagnosis) {
        var main = model.taken().getFirst().equals(diagnosis);
        var pill = Pill.of(words(diagnosis), main ? Tint.BLUE : Tint.GRAY);
        var row = Boxes.row(2, pill);
        if (main && model.taken().size() > 1) {
            pill.setText(words(diagnosis) + " · " + texts.get("visit.diagnosis.main"));
        }
        if (writable && !main) {
            row.getChildren()
                    .add(
                            icon(
                                    "main-",
                                    diagnosis,
                                    "mdi2a-arrow-up",
                                    "make-main",
                                    () -> model.main(diagnosis)));
        }
        if (writable) {
            row.getChildren()
                    .add(
                            icon(
                                    "remove-",
                                    diagnosis,
                                    "mdi2c-close",
                                    "remove",
                                    () -> model.remove(diagnosis)));
        }
        return row;
    }

    private Node icon(String id, Coding diagnosis, String icon, String key, Runnable action) {
        var words = texts.get("visit.diagnosis." + key, words(diagnosis));
        return Boxes.styled(
                Buttons.icon("visit-write." + id + name(diagnosis), icon, words, action),
                "sm",
                "flat");
    }

    private Node offered(Coding diagnosis) {
        var line = model.offered().indexOf(diagnosis);
        var row = Boxes.styled(new HBox(), "row");
        if (diagnosis.getCode().isEmpty()) {
            row.getChildren()
                    .add(Labels.muted(texts.get("visit.diagnosis.free", diagnosis.getDisplay())));
        } else {
            row.getChildren()
                    .addAll(
                            Labels.strong(diagnosis.getCode()),
                            Hits.mark(diagnosis.getDisplay(), model.query().get()));
        }
        if (line == model.highlighted().get()) {
            row.getStyleClass().add("sel");
        }
        row.setId("visit-write.found-" + name(diagnosis));
        row.setAccessibleText(words(diagnosis));
        row.setOnMouseClicked(event -> model.take(diagnosis));
        return row;
    }

    /// Free words have no code to be named by.
    private String name(Coding diagnosis) {
        return diagnosis.getCode().isEmpty() ? "free" : diagnosis.getCode();
    }

    private static String words(Coding diagnosis) {
        return diagnosis.getCode().isEmpty()
                ? diagnosis.getDisplay()
                : diagnosis.getCode() + " · " + diagnosis.getDisplay();
    }
}
