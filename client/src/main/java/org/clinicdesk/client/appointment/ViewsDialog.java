package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.BoardView;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Texts;

/// Saves what the board shows under a key and a name, and keeps what was saved before. Enter saves.
final class ViewsDialog {

    private static final double WIDTH = 560;

    private final ViewsModel model;
    private final Texts texts;
    private final Dialog dialog;
    private final VBox rows = Boxes.column(4);

    private ViewsDialog(Board board) {
        this.model = board.views();
        this.texts = board.desk().texts();
        this.dialog =
                new Dialog(
                                board.desk().layers(),
                                texts,
                                "appointment-views",
                                texts.get("appointment.views.title"))
                        .width(WIDTH);
    }

    static void open(Board board) {
        board.views().begin();
        new ViewsDialog(board).show(board.layout().words());
    }

    private void show(String what) {
        var name = new TextField();
        name.setId("appointment-views.name");
        name.setPromptText(what);
        name.setAccessibleText(texts.get("appointment.views.name"));
        name.textProperty().bindBidirectional(model.name());
        var fields =
                Boxes.row(
                        12,
                        Boxes.grow(field("appointment.views.name", Boxes.first(name))),
                        field("appointment.views.key", key()));
        dialog.body(Boxes.column(4, fields, refused()))
                .body(rows)
                .cancel(texts.get("kit.close"))
                .primary(
                        texts.get("appointment.views.save"),
                        () -> {
                            model.save(dialog::hide);
                            return false;
                        });
        Redraw.of(rows, this::draw, model.views());
        draw();
        dialog.show();
    }

    private VBox field(String key, Node control) {
        var label = Labels.of(texts.get(key), "field-label");
        label.setLabelFor(control);
        return Boxes.styled(Boxes.column(4, label, control), "field");
    }

    private ComboBox<Integer> key() {
        var combo = new ComboBox<Integer>();
        combo.setId("appointment-views.key");
        combo.setAccessibleText(texts.get("appointment.views.key"));
        combo.setConverter(Worded.by(key -> caps(key)));
        combo.getItems().setAll(ViewsModel.keys());
        combo.valueProperty().bindBidirectional(model.key());
        return combo;
    }

    /// With what is there already, which saving replaces.
    private String caps(int key) {
        return model.at(key)
                .map(view -> ViewsModel.caps(key) + " · " + view.getName())
                .orElse(ViewsModel.caps(key));
    }

    private Label refused() {
        var label = Labels.of("", "field-error");
        label.setId("appointment-views.refused");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(model.refused());
        label.visibleProperty().bind(model.refused().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private void draw() {
        rows.getChildren().clear();
        if (!model.views().isEmpty()) {
            var own = texts.get("appointment.views.own").toUpperCase(texts.locale());
            rows.getChildren().add(Labels.section(own));
        }
        model.views().forEach(view -> rows.getChildren().add(row(view)));
    }

    private Node row(BoardView view) {
        var cap = new HBox(Kbd.of(ViewsModel.caps(view.getKey())));
        cap.setMinWidth(84);
        var name = Labels.strong(view.getName());
        name.setMinWidth(0);
        return Boxes.styled(
                new HBox(
                        8,
                        cap,
                        Boxes.grow(Boxes.column(0, name)),
                        button(view, "show", () -> take(view)),
                        button(view, "rename", () -> model.rename(view, () -> {})),
                        button(view, "remove", () -> model.remove(view))),
                "row");
    }

    private void take(BoardView view) {
        dialog.hide();
        model.take(view.getKey());
    }

    private Node button(BoardView view, String name, Runnable action) {
        return Buttons.small(
                Buttons.plain(
                        "appointment-views." + name + "." + view.getKey(),
                        texts.get("appointment.views." + name),
                        action));
    }
}
