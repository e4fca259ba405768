package org.clinicdesk.client.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Hits;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Finder.Found;

/// One field from which everything can be reached.
final class Palette {

    private final Desk desk;
    private final PaletteModel model;
    private final VBox card = Boxes.styled(new VBox(), "palette");
    private final VBox rows = Boxes.styled(new VBox(), "rows");

    private Palette(Desk desk) {
        this.desk = desk;
        this.model = new PaletteModel(desk);
        var field = Boxes.first(new TextField());
        field.setId("shell-palette.query");
        field.setPromptText(desk.texts().get("shell.palette.prompt"));
        field.setAccessibleText(field.getPromptText());
        field.textProperty().bindBidirectional(model.query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        var query =
                Boxes.styled(
                        new HBox(
                                Icons.of("mdi2c-chevron-right", "i20", "on-accent"),
                                field,
                                Kbd.of("Esc")),
                        "query");
        card.getChildren().addAll(query, rows);
        card.setId("shell-palette");
        card.setMaxSize(620, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        StackPane.setMargin(card, new Insets(110, 0, 0, 0));
        model.rows().addListener((ListChangeListener<Found>) change -> draw());
        model.selected().addListener(change -> draw());
        draw();
    }

    static void open(Desk desk) {
        var palette = new Palette(desk);
        desk.layers().show(palette.card, palette::close);
    }

    private void close() {
        desk.layers().hide(card);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> choose(model.selected().get());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int row) {
        close();
        model.choose(row);
    }

    private void draw() {
        rows.getChildren().clear();
        for (int i = 0; i < model.rows().size(); i++) {
            rows.getChildren().add(row(i, model.rows().get(i)));
        }
        if (model.rows().isEmpty()) {
            rows.getChildren()
                    .add(
                            Boxes.styled(
                                    new HBox(Labels.muted(desk.texts().get("shell.palette.empty"))),
                                    "row"));
        }
    }

    private Node row(int index, Found found) {
        var words = Boxes.column(1, Hits.mark(found.title(), model.query().get()));
        if (!found.detail().isEmpty()) {
            words.getChildren().add(Labels.of(found.detail(), "tiny", "muted"));
        }
        var row =
                Boxes.styled(new HBox(Icons.of(found.icon(), "i20"), words, Boxes.spacer()), "row");
        if (index == model.selected().get()) {
            row.getStyleClass().add("sel");
            row.getChildren().add(Kbd.of("Enter"));
        }
        row.setOnMouseClicked(event -> choose(index));
        return row;
    }
}
