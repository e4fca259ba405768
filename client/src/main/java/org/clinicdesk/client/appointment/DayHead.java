package org.clinicdesk.client.appointment;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What the columns are: the doctor, the room or the day, and how much of the working time is booked.
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
            Column column, HBox box, Node picture, Region bar, StackPane rail, Label share) {

        /// Whether what it says holds for a column too.
        boolean says(Column other) {
            return column.id().equals(other.id())
                    && column.name().equals(other.name())
                    && column.detail().equals(other.detail());
        }
    }

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

    void show(Day day, LocalDate today) {
        var offset = day.date().atStartOfDay(day.zone()).getOffset();
        var ahead =
                offset.getTotalSeconds() == 0
                        ? ""
                        : offset.getId().replaceFirst("(.)0?(\\d+):00", "$1$2");
        zone.setText("GMT" + ahead);
        if (!same(day)) {
            cells.clear();
            day.columns().forEach(column -> cells.add(cell(column, day.layout().week())));
            getChildren().setAll(zone);
            cells.forEach(cell -> getChildren().add(cell.box()));
        }
        for (int i = 0; i < cells.size(); i++) {
            mark(cells.get(i), day.layout().week() && day.columns().get(i).date().equals(today));
            load(cells.get(i), day.load(i));
        }
        requestLayout();
    }

    private boolean same(Day day) {
        return cells.size() == day.columns().size()
                && IntStream.range(0, cells.size())
                        .allMatch(i -> cells.get(i).says(day.columns().get(i)));
    }

    private static void mark(Cell cell, boolean today) {
        cell.box().getStyleClass().remove("today");
        if (today) {
            cell.box().getStyleClass().add("today");
        }
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

    private Cell cell(Column column, boolean week) {
        var bar = Boxes.styled(new Region(), "bar");
        var rail = Boxes.styled(new StackPane(bar), "load");
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        HBox.setHgrow(rail, Priority.ALWAYS);
        var share = Labels.of("", "tiny", "muted");
        share.setMinWidth(USE_PREF_SIZE);
        var name = Labels.of(column.name(), "strong", "small");
        var specialty = Labels.of(column.detail(), "tiny", "muted");
        name.setWrapText(true);
        List.of(name, specialty).forEach(label -> label.setMinWidth(0));
        var load = Boxes.row(6, rail, share);
        present(specialty, !column.detail().isEmpty());
        // No room is never full.
        present(load, !column.isNoRoom());
        var words = Boxes.grow(Boxes.column(column.isRoom() ? 4 : 1, name, specialty, load));
        words.setAlignment(Pos.CENTER_LEFT);
        var picture = picture(column);
        var box = Boxes.styled(Boxes.row(9, words), "practitioner");
        if (!week) {
            box.getChildren().addFirst(picture);
        }
        box.setId("appointment-day.practitioner." + column.id());
        return new Cell(column, box, picture, bar, rail, share);
    }

    private static void present(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private static Node picture(Column column) {
        if (!column.isRoom()) {
            return Avatar.small(column.name());
        }
        return Icons.of(column.isNoRoom() ? "mdi2d-door-closed" : "mdi2d-door-open", "i20");
    }

    @Override
    protected void layoutChildren() {
        zone.resizeRelocate(0, 0, DayGrid.GUTTER, getHeight());
        for (int i = 0; i < cells.size(); i++) {
            var picture = cells.get(i).picture();
            picture.setVisible(grid.columnWidth(i) >= NARROW);
            picture.setManaged(picture.isVisible());
            cells.get(i)
                    .box()
                    .resizeRelocate(grid.x(i), 0, snapSizeX(grid.columnWidth(i)), getHeight());
        }
    }
}
