package org.clinicdesk.client.appointment;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Ticks;
import org.clinicdesk.client.platform.Texts;

import java.util.Objects;

/// The board: heads and grid at the left, the panel at the right. It redraws what changed and keeps its nodes.
final class BoardView {

    static final String SHEET =
            Objects.requireNonNull(BoardView.class.getResource("board.css"), "board.css")
                    .toExternalForm();
    private static final String FIRST = "first-focus";
    private static final Duration TICK = Duration.seconds(20);

    private final Board board;
    private final Texts texts;
    private final DayGrid grid;
    private final DayHead head;
    private final SidePanel side;
    private final ForWhom forWhom;
    private final ScrollPane scroll;
    private final VBox empty;
    private final HBox root;

    /// Held by the view alone: models live longer than views.
    private final InvalidationListener onDay = change -> showDay();

    private final InvalidationListener onCursor = change -> showCursor();
    private final InvalidationListener onGhost = change -> showGhost();
    private final InvalidationListener onArrival = change -> showArrival();
    private boolean carrying;

    private final InvalidationListener onZoom = change -> zoom();
    private final InvalidationListener onLeftOut = change -> showLeftOut();

    BoardView(Board board) {
        this.board = board;
        this.texts = board.desk().texts();
        grid = new DayGrid(board.desk(), board.day().day().get());
        head = new DayHead(texts, grid);
        side = new SidePanel(board, this);
        forWhom = new ForWhom(board);
        scroll = scroll();
        empty = NobodyThere.of(board.desk());
        var main =
                Boxes.grow(
                        new VBox(
                                new LayoutBar(board).node(),
                                forWhom.node(),
                                new ClosedBar(board.closed()).node(),
                                headInside(),
                                scroll,
                                empty));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        root = new HBox(main, side.node());
        root.getStylesheets().add(SHEET);
        root.getProperties().put("view", this);
        new GridHands(board, grid, scroll, this);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::letGo);
        listen();
        Ticks.every(TICK, root, board.day()::tick);
        Ticks.every(Duration.seconds(1), root, this::count);
        showDay();
        showArrival();
        showGhost();
        zoom();
    }

    /// Counts down what is held; what has run out is free.
    private void count() {
        if (!board.day().day().get().held().isEmpty()) {
            board.day().tick();
            grid.count();
        }
    }

    Parent root() {
        return root;
    }

    private ScrollPane scroll() {
        // The pane stands for the grid until it has its skin: only then can the grid have the
        // keyboard.
        var pane = Boxes.first(Boxes.styled(new ScrollPane(grid), "day-scroll"));
        pane.focusedProperty().addListener(change -> passFocus(pane));
        pane.skinProperty().addListener(change -> passFocus(pane));
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setFocusTraversable(false);
        pane.setMinHeight(0);
        return pane;
    }

    private void passFocus(ScrollPane pane) {
        if (pane.getScene() != null && pane.getScene().getFocusOwner() == pane) {
            grid.requestFocus();
        }
    }

    /// The head moves sideways with the grid and is cut where the grid is.
    private Node headInside() {
        var cut =
                new Pane(head) {
                    @Override
                    protected void layoutChildren() {
                        head.resizeRelocate(0, 0, grid.getWidth(), getHeight());
                    }
                };
        var clip = new Rectangle();
        clip.widthProperty().bind(cut.widthProperty());
        clip.heightProperty().bind(cut.heightProperty());
        cut.setClip(clip);
        cut.setMinWidth(0);
        cut.getStyleClass().add("day-head-cut");
        grid.widthProperty().addListener(change -> cut.requestLayout());
        scroll.hvalueProperty()
                .addListener(change ->
                        head.setTranslateX(
                                -scroll.getHvalue()
                                        * Math.max(
                                                0,
                                                grid.getWidth()
                                                        - scroll.getViewportBounds().getWidth())));
        return cut;
    }

    private void listen() {
        watch(onDay, board.day().day(), board.day().now(), board.day().date());
        watch(onDay, board.day().layout());
        watch(onCursor, board.day().cursor());
        watch(onGhost, board.moves().ghost(), board.moves().others().busy());
        watch(onGhost, board.moves().others().needs());
        watch(onZoom, board.day().zoom());
        watch(onArrival, board.arrivals().result());
        watch(onDay, board.bookFor(), board.pins().placing());
        watch(onCursor, board.waiting().waiting(), board.unfinished().lists());
        watch(onLeftOut, board.actions().series().leftOut());
    }

    private static void watch(InvalidationListener listener, Observable... sources) {
        for (var source : sources) {
            source.addListener(new WeakInvalidationListener(listener));
        }
    }

    private void showDay() {
        var day = board.day().day().get();
        // While the first day is read the grid is there, blank, and already has the keyboard.
        var none = day.columns().isEmpty() && board.day().wasRead();
        var keys = hasKeys();
        present(empty, none);
        present(scroll, !none);
        comesFirst(none);
        if (keys) {
            (none ? empty : grid).requestFocus();
        }
        head.getParent().setVisible(!day.columns().isEmpty());
        grid.show(day, board.day().now().get());
        // What is still on screen is not what is asked for.
        grid.setOpacity(board.day().isShown() ? 1 : 0.4);
        head.show(day, board.desk().today());
        side.showPins();
        forWhom.show();
        showCursor();
    }

    /// What has the keyboard when the board is opened.
    private void comesFirst(boolean none) {
        (none ? scroll : empty).getStyleClass().remove(FIRST);
        var first = none ? empty : scroll;
        if (!first.getStyleClass().contains(FIRST)) {
            first.getStyleClass().add(FIRST);
        }
    }

    /// Whether the keyboard is where the day is, or nowhere: then it goes along with what is shown of the next day.
    private boolean hasKeys() {
        if (root.getScene() == null) {
            return false;
        }
        var at = root.getScene().getFocusOwner();
        return at == null || at == grid || at == scroll || at == empty;
    }

    private void showCursor() {
        grid.show(board.day().cursor().get());
        grid.setAccessibleText(new VisitWords(board.desk()).cursor(board.day()));
        side.show();
    }

    /// From wherever a visit came into the hand, the arrows now carry it.
    private void showGhost() {
        var ghost = board.moves().ghost().get();
        if (ghost.isPresent() && !carrying && board.desk().layers().isEmpty()) {
            focusGrid();
        }
        carrying = ghost.isPresent();
        side.selected().show();
        grid.show(ghost, ghost.map(board.moves()::obstacle).orElse(Obstacle.NONE));
    }

    /// What is in the hand is dropped from wherever the keyboard is.
    private void letGo(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && board.moves().on()) {
            board.moves().cancel();
            focusGrid();
            event.consume();
        }
    }

    private void zoom() {
        grid.zoom(board.day().zoom().get());
        reveal();
    }

    private void showArrival() {
        side.showArrival();
    }

    private static void present(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    void focusGrid() {
        grid.requestFocus();
    }

    /// What Enter does on the board.
    void open() {
        board.walk().whenFound(this::openHere);
    }

    private void openHere() {
        var day = board.day();
        if (day.selected().isPresent()) {
            side.selected().focusFirst();
            return;
        }
        day.place(day.column(), day.cursor().get().minute());
        if (day.selected().isEmpty()) {
            book();
        }
    }

    /// What Escape does on the board.
    ///
    /// @return whether there was anything to close
    boolean escape() {
        if (board.arrivals().result().get().isPresent()) {
            board.arrivals().dismiss();
            return true;
        }
        if (board.bookFor().get().isPresent() || board.pins().placing().get().isPresent()) {
            ForWhom.clear(board);
            return true;
        }
        return false;
    }

    void book() {
        if (board.pins().booked().isPresent()) {
            board.pins().place(board.day().cursor().get());
            return;
        }
        BookingDialog.open(board);
    }

    void move(Visit visit) {
        board.moves().begin(visit);
        focusGrid();
    }

    /// Puts down what is in the hand; of a series it is asked first which visits go with it.
    void drop() {
        var moves = board.moves();
        moves.inSeries()
                .ifPresentOrElse(visit -> WhichDialog.open(board, visit, moves::drop), moves::drop);
    }

    private void showLeftOut() {
        var series = board.actions().series();
        series.leftOut()
                .get()
                .ifPresent(left -> {
                    series.read();
                    MissedDialog.open(board.desk(), left);
                });
    }

    void cancel(Visit visit) {
        CancelDialog.open(board, visit);
    }

    void correct(Visit visit) {
        CorrectDialog.open(board, visit);
    }

    /// Brings what the keyboard is at into sight. Only a key does that: the board never scrolls by itself.
    void reveal() {
        var minute =
                board.moves()
                        .ghost()
                        .get()
                        .map(Ghost::minute)
                        .orElse(board.day().cursor().get().minute());
        Bounds seen = scroll.getViewportBounds();
        var hidden = grid.getHeight() - seen.getHeight();
        if (hidden <= 1) {
            return;
        }
        var top = scroll.getVvalue() * hidden;
        var above = grid.y(minute) - 12;
        var below = grid.y(minute + Minutes.SLOT) + 12;
        if (above < top) {
            scroll.setVvalue(Math.max(0, above / hidden));
        } else if (below > top + seen.getHeight()) {
            scroll.setVvalue(Math.min(1, (below - seen.getHeight()) / hidden));
        }
    }
}
