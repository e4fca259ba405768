package org.clinicdesk.client.roster;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.client.roster.WeekModel.Cell;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.Shift;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The week as a grid: a row for each practitioner, a column for each day. The arrows walk from cell to cell, Enter opens
/// the hours of one.
final class WeekView {

    static final String SHEET =
            Objects.requireNonNull(
                            WeekView.class.getResource("/org/clinicdesk/client/roster/roster.css"))
                    .toExternalForm();
    private static final double NAMES = 190;

    /// Below this width all seven days are seen only when names and panel give way.
    private static final double NARROW = 1060;

    private static final double NARROW_NAMES = 126;
    private static final double NARROW_PANEL = 258;

    /// From here on the name of a day has room beside its date.
    private static final double WIDE_HEADING = 124;

    private final Texts texts;
    private final WeekModel model;
    private final GridPane grid = Boxes.styled(new GridPane(), "roster-grid");
    private final List<List<Button>> cells = new ArrayList<>();
    private final HBox root;
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final InvalidationListener redraw = change -> draw();
    private final InvalidationListener follow = change -> followCursor();

    WeekView(Desk desk, WeekModel model) {
        this.texts = desk.texts();
        this.model = model;
        var scroll = Boxes.styled(Boxes.grow(new ScrollPane(grid)), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        columns();
        var panel = new WeekPanel(desk, model);
        root = new HBox(scroll, panel.root());
        root.getStylesheets().add(SHEET);
        narrow.bind(root.widthProperty().greaterThan(0).and(root.widthProperty().lessThan(NARROW)));
        narrow.addListener(change -> give(panel.root()));
        grid.getProperties().put("keep", List.of(redraw, follow, panel));
        model.week().addListener(new WeakInvalidationListener(redraw));
        model.cursor().addListener(new WeakInvalidationListener(follow));
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        draw();
    }

    Parent root() {
        return root;
    }

    private void give(Region panel) {
        var names = grid.getColumnConstraints().getFirst();
        var room = narrow.get() ? NARROW_NAMES : NAMES;
        names.setMinWidth(room);
        names.setPrefWidth(room);
        names.setMaxWidth(room);
        panel.setMaxWidth(narrow.get() ? NARROW_PANEL : WeekPanel.WIDTH);
        panel.setMinWidth(panel.getMaxWidth());
        panel.setPrefWidth(panel.getMaxWidth());
    }

    /// Which week.
    static Node header(Desk desk, WeekModel model) {
        var texts = desk.texts();
        var week = Labels.strong("");
        InvalidationListener show = change -> week.setText(texts.dates().date(model.monday()));
        show.invalidated(model.week());
        week.getProperties().put("show", show);
        model.week().addListener(new WeakInvalidationListener(show));
        return Boxes.row(
                4,
                Buttons.small(
                        Buttons.icon(
                                "roster-week.previous",
                                "mdi2c-chevron-left",
                                texts.get("roster.week.previous"),
                                () -> model.go(-1))),
                Buttons.small(
                        Buttons.plain(
                                "roster-week.today",
                                texts.get("roster.week.today"),
                                model::goToday)),
                Buttons.small(
                        Buttons.icon(
                                "roster-week.next",
                                "mdi2c-chevron-right",
                                texts.get("roster.week.next"),
                                () -> model.go(1))),
                week);
    }

    /// The buttons of the top bar.
    static Node actions(Desk desk, WeekModel model) {
        var texts = desk.texts();
        var row = Boxes.row(8);
        if (model.writes()) {
            row.getChildren()
                    .add(
                            Buttons.plain(
                                    "roster-week.copy",
                                    texts.get("roster.copy"),
                                    "mdi2c-content-copy",
                                    () -> CopyDialog.open(desk, model)));
        }
        if (AbsenceDialog.may(desk)) {
            row.getChildren()
                    .add(
                            Buttons.primary(
                                    "roster-week.absence",
                                    texts.get(AbsenceDialog.title(desk)),
                                    "mdi2p-plus",
                                    () -> AbsenceDialog.open(desk, model.chosen())));
        }
        return row;
    }

    private void columns() {
        var names = new ColumnConstraints(NAMES);
        grid.getColumnConstraints().add(names);
        for (var day = 0; day < WeekModel.DAYS; day++) {
            var column = new ColumnConstraints(86, 120, Double.MAX_VALUE);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
    }

    private void draw() {
        var focused = grid.getScene() != null && focusInside();
        grid.getChildren().clear();
        cells.clear();
        var rows = model.week().get().getRowsList();
        if (rows.isEmpty()) {
            grid.add(
                    EmptyState.of(
                            "mdi2c-calendar-account-outline",
                            texts.get("roster.none"),
                            texts.get("roster.none.detail")),
                    0,
                    0,
                    WeekModel.DAYS + 1,
                    1);
            return;
        }
        headings();
        for (var index = 0; index < rows.size(); index++) {
            row(rows.get(index), index);
        }
        followCursor(focused);
    }

    private void headings() {
        var corner = Labels.of("", "roster-heading");
        corner.setMaxWidth(Double.MAX_VALUE);
        grid.add(corner, 0, 0);
        var words = DateTimeFormatter.ofPattern(texts.get("roster.day.pattern"), texts.locale());
        var few =
                DateTimeFormatter.ofPattern(texts.get("roster.day.pattern.narrow"), texts.locale());
        for (var index = 0; index < WeekModel.DAYS; index++) {
            var day = model.day(index);
            var heading = Labels.of(words.format(day), "roster-heading", "strong", "small");
            heading.setAccessibleText(texts.dates().day(day));
            heading.textProperty()
                    .bind(
                            heading.widthProperty()
                                    .map(width ->
                                            width.doubleValue() < WIDE_HEADING
                                                    ? few.format(day)
                                                    : words.format(day)));
            heading.setMaxWidth(Double.MAX_VALUE);
            if (day.equals(model.desk().today())) {
                heading.getStyleClass().add("today");
            }
            grid.add(heading, index + 1, 0);
        }
    }

    private void row(RosterRow row, int index) {
        var minutes = model.minutes(row);
        // Cut, it would lose the given name, by which people here are told apart.
        var whole = Labels.of(row.getName(), "medium");
        whole.setWrapText(true);
        whole.setMinHeight(Region.USE_PREF_SIZE);
        var words =
                Boxes.column(
                        0,
                        whole,
                        Labels.of(
                                texts.get(
                                        "roster.length",
                                        minutes / 60,
                                        "%02d".formatted(minutes % 60)),
                                "tiny",
                                minutes == 0 ? "danger" : "subtle"));
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        var face = Avatar.small(row.getName());
        face.visibleProperty().bind(narrow.not());
        face.managedProperty().bind(narrow.not());
        var name = Boxes.styled(Boxes.row(10, face, words), "roster-name");
        grid.add(name, 0, index + 1);
        var buttons = new ArrayList<Button>();
        for (var day = 0; day < row.getDaysCount(); day++) {
            var cell = cell(row, index, day);
            buttons.add(cell);
            grid.add(cell, day + 1, index + 1);
        }
        cells.add(buttons);
    }

    private Button cell(RosterRow row, int index, int day) {
        var shown = row.getDays(day);
        var date = model.day(day);
        var content = Boxes.styled(new VBox(2), "roster-cell-words");
        for (var shift : shown.getShiftsList()) {
            content.getChildren().add(Labels.of(span(shift), "small", "medium"));
            shift.getBreaksList()
                    .forEach(each ->
                            content.getChildren()
                                    .add(
                                            Labels.of(
                                                    "☕ " + each.getFrom() + "–" + each.getTo(),
                                                    "tiny",
                                                    "subtle")));
        }
        RoomMarks.of(model, row, day).forEach(content.getChildren()::add);
        CellMarks.of(model, row, shown, date).forEach(content.getChildren()::add);
        var cell = Boxes.styled(new Button("", content), "roster-cell");
        cell.setId("roster-week.cell-" + index + "-" + day);
        cell.setAccessibleText(
                row.getName()
                        + ", "
                        + texts.dates().day(date)
                        + ": "
                        + (shown.getShiftsCount() == 0
                                ? texts.get("roster.hours.none")
                                : HoursText.write(shown.getShiftsList())));
        cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        if (shown.getOpenCount() == 0) {
            cell.getStyleClass().add("closed");
        }
        GridPane.setFillHeight(cell, true);
        GridPane.setVgrow(cell, Priority.ALWAYS);
        cell.setOnAction(event -> {
            model.cursor().set(new Cell(index, day));
            HoursDialog.open(model);
        });
        cell.focusedProperty()
                .addListener((property, before, now) -> {
                    if (now) {
                        model.cursor().set(new Cell(index, day));
                    }
                });
        return cell;
    }

    private static String span(Shift shift) {
        return shift.getFrom() + "–" + shift.getTo();
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> step(event, -1, 0);
            case DOWN -> step(event, 1, 0);
            case LEFT -> step(event, 0, -1);
            case RIGHT -> step(event, 0, 1);
            case ENTER -> {
                event.consume();
                HoursDialog.open(model);
            }
            default -> {}
        }
    }

    private void step(KeyEvent event, int rows, int days) {
        event.consume();
        model.move(rows, days);
        followCursor(true);
    }

    private boolean focusInside() {
        var owner = grid.getScene().getFocusOwner();
        return owner instanceof Button button && cells.stream().anyMatch(r -> r.contains(button));
    }

    private void followCursor() {
        followCursor(false);
    }

    private void followCursor(boolean focus) {
        var at = model.cursor().get();
        for (var row = 0; row < cells.size(); row++) {
            for (var day = 0; day < cells.get(row).size(); day++) {
                var cell = cells.get(row).get(day);
                var chosen = row == at.row() && day == at.day();
                cell.getStyleClass().removeAll("sel", "first-focus");
                if (chosen) {
                    cell.getStyleClass().addAll("sel", "first-focus");
                    if (focus) {
                        cell.requestFocus();
                    }
                }
            }
        }
    }
}
