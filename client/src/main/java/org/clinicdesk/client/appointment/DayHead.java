package org.clinicdesk.client.appointment;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;

import java.util.ArrayList;
import java.util.List;

/// Who the columns are: name, specialty, and how much of the working time is booked.
final class DayHead extends Region {

    private static final double HEIGHT = 64;
    private static final double FULL = 0.94;

    /// Below this the name needs the room of the picture.
    private static final double NARROW = 156;

    private final Texts texts;
    private final DayGrid grid;
    private final Label zone = Labels.of("", "tiny", "subtle");
    private final List<Cell> cells = new ArrayList<>();

    /// @param bar filled to the load
    private record Cell(
            Column column, HBox box, Label avatar, Region bar, StackPane rail, Label share) {}

    DayHead(Texts texts, DayGrid grid) {
        this.texts = texts;
        this.grid = grid;
        zone.setAlignment(Pos.CENTER);
        Boxes.styled(this, "day-head");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
        grid.widthProperty().addListener(change -> requestLayout());
    }

    void show(Day day) {
        var offset = day.date().atStartOfDay(day.zone()).getOffset();
        var ahead =
                offset.getTotalSeconds() == 0
                        ? ""
                        : offset.getId().replaceFirst("(.)0?(\\d+):00", "$1$2");
        zone.setText("GMT" + ahead);
        if (!cells.stream()
                .map(Cell::column)
                .map(Column::id)
                .toList()
                .equals(day.columns().stream().map(Column::id).toList())) {
            cells.clear();
            day.columns().forEach(column -> cells.add(cell(column)));
            getChildren().setAll(zone);
            cells.forEach(cell -> getChildren().add(cell.box()));
        }
        for (int i = 0; i < cells.size(); i++) {
            load(cells.get(i), day.load(i));
        }
        requestLayout();
    }

    private void load(Cell cell, double load) {
        var percent = Math.round(load * 100);
        cell.bar().maxWidthProperty().bind(cell.rail().widthProperty().multiply(load));
        cell.bar().getStyleClass().remove("full");
        if (load > FULL) {
            cell.bar().getStyleClass().add("full");
        }
        cell.share().setText(texts.get("appointment.day.load", percent));
        cell.box()
                .setAccessibleText(
                        cell.column().name()
                                + ", "
                                + texts.get("appointment.day.load.words", percent));
    }

    private Cell cell(Column column) {
        var bar = Boxes.styled(new Region(), "bar");
        var rail = Boxes.styled(new StackPane(bar), "load");
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        HBox.setHgrow(rail, Priority.ALWAYS);
        var share = Labels.of("", "tiny", "muted");
        share.setMinWidth(USE_PREF_SIZE);
        var name = Labels.of(column.name(), "strong", "small");
        var specialty = Labels.of(column.specialty(), "tiny", "muted");
        List.of(name, specialty).forEach(label -> label.setMinWidth(0));
        var words = Boxes.grow(Boxes.column(1, name, specialty, Boxes.row(6, rail, share)));
        words.setAlignment(Pos.CENTER_LEFT);
        var avatar = Avatar.small(column.name());
        var box = Boxes.styled(Boxes.row(9, avatar, words), "practitioner");
        box.setId("appointment-day.practitioner." + column.id());
        return new Cell(column, box, avatar, bar, rail, share);
    }

    @Override
    protected void layoutChildren() {
        zone.resizeRelocate(0, 0, DayGrid.GUTTER, getHeight());
        for (int i = 0; i < cells.size(); i++) {
            var avatar = cells.get(i).avatar();
            avatar.setVisible(grid.columnWidth() >= NARROW);
            avatar.setManaged(avatar.isVisible());
            var x = snapPositionX(DayGrid.GUTTER + i * grid.columnWidth());
            cells.get(i).box().resizeRelocate(x, 0, snapSizeX(grid.columnWidth()), getHeight());
        }
    }
}
