package org.clinicdesk.client.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// A list of rows, 48 pixels each: `new Table<Row>("x-list").text("Name", Row::name, 200).rows(model.rows())`.
/// Enter and a double click open the row.
public final class Table<R> {

    private static final double ROW_HEIGHT = 48;
    private static final double BORDERS = 4;
    private final TableView<R> view = new TableView<>();
    private final SortedMap<Integer, TableColumn<R, ?>> spare = new TreeMap<>();
    private Consumer<R> open = row -> {};

    public Table(String id) {
        view.setId(id);
        view.setFixedCellSize(ROW_HEIGHT);
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(view, Priority.ALWAYS);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::begin);
        view.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        openSelected();
                        event.consume();
                    }
                });
        view.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                openSelected();
            }
        });
    }

    public Table<R> rows(ObservableList<R> rows) {
        view.setItems(rows);
        return this;
    }

    /// A column of words, which take two lines before they are cut. Its width is a share of the room there is.
    public Table<R> text(String title, Function<R, String> text, double width) {
        return node(
                title,
                row -> {
                    var words = Labels.text(text.apply(row));
                    words.setWrapText(true);
                    return words;
                },
                width);
    }

    /// The column added last is never narrower than it was asked for: what is read aloud is never cut.
    public Table<R> whole() {
        var column = view.getColumns().getLast();
        column.setMinWidth(column.getPrefWidth());
        return this;
    }

    /// A column of figures, right-aligned.
    public Table<R> number(String title, Function<R, String> text, double width) {
        node(title, row -> Labels.text(text.apply(row)), width);
        view.getColumns().getLast().getStyleClass().add("number");
        return this;
    }

    /// A column of anything; an absent node leaves the cell empty.
    public Table<R> node(String title, Function<R, @Nullable Node> node, double width) {
        var column = new TableColumn<R, R>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new NodeCell<>(node));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        view.getColumns().add(column);
        return this;
    }

    /// The column added last is left out where there is no room for all of them.
    ///
    /// @param turn of several the lowest goes first
    public Table<R> dispensable(int turn) {
        if (spare.isEmpty()) {
            view.widthProperty().addListener(change -> fit());
        }
        spare.put(turn, view.getColumns().getLast());
        return this;
    }

    private void fit() {
        var room = view.getWidth() - BORDERS;
        var wanted = view.getColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum();
        for (var column : spare.values()) {
            column.setVisible(wanted <= room);
            wanted -= column.isVisible() ? 0 : column.getPrefWidth();
        }
    }

    /// Keeps the selected row in the model. Comes after [#rows].
    public Table<R> selects(ObjectProperty<@Nullable R> selected) {
        var chosen = view.getSelectionModel();
        if (selected.get() != null) {
            chosen.select(selected.get());
        }
        chosen.selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (now != null || view.getItems().isEmpty()) {
                        selected.set(now);
                    }
                });
        // Told of another instance of an equal row too: rows read again are new instances, and the
        // list lost its choice.
        selected.addListener(change -> {
            var now = selected.get();
            if (now == null) {
                chosen.clearSelection();
            } else if (now != chosen.getSelectedItem()) {
                chosen.select(now);
                view.scrollTo(now);
            }
        });
        return this;
    }

    public Table<R> opens(Consumer<R> open) {
        this.open = open;
        return this;
    }

    /// What stands there while there are no rows.
    public Table<R> empty(Node state) {
        view.setPlaceholder(state);
        return this;
    }

    public TableView<R> view() {
        return view;
    }

    /// Whether a key of a field above the table is meant for it: arrows, pages, enter.
    boolean knows(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER
                ? !event.isShortcutDown()
                : step(event.getCode()) != 0;
    }

    void press(KeyCode code) {
        if (code == KeyCode.ENTER) {
            openSelected();
        } else if (!view.getItems().isEmpty()) {
            var last = view.getItems().size() - 1;
            var to = Math.clamp(view.getSelectionModel().getSelectedIndex() + step(code), 0, last);
            view.getSelectionModel().clearAndSelect(to);
            view.scrollTo(Math.max(0, to - 3));
        }
    }

    private static int step(KeyCode code) {
        return switch (code) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> 10;
            case PAGE_UP -> -10;
            default -> 0;
        };
    }

    /// Where no row is chosen the keys of the list choose the first: on its only row the arrows would do nothing.
    private void begin(KeyEvent event) {
        if (knows(event)
                && view.getSelectionModel().isEmpty()
                && !view.getItems().isEmpty()
                && !event.isShiftDown()) {
            event.consume();
            view.getSelectionModel().clearAndSelect(0);
            view.scrollTo(0);
        }
    }

    private void openSelected() {
        var row = view.getSelectionModel().getSelectedItem();
        if (row != null) {
            open.accept(row);
        }
    }

    private static final class NodeCell<R> extends TableCell<R, R> {

        private final Function<R, @Nullable Node> node;

        private NodeCell(Function<R, @Nullable Node> node) {
            this.node = node;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : node.apply(row));
        }
    }
}
