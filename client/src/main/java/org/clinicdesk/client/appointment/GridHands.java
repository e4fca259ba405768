package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import java.util.Optional;

/// What mouse and keyboard do on the grid. The handlers sit on the grid, which stays put, so that a block can be
/// carried without losing the mouse.
final class GridHands {

    private static final double DRAG = 4;

    /// So near the lower edge a block is taken by its end.
    private static final double EDGE = 6;

    private final Board board;
    private final DayGrid grid;
    private final Node around;
    private final BoardView view;
    private Optional<Grip> grip = Optional.empty();

    /// Where a block was taken hold of.
    ///
    /// @param byEnd whether it is made longer or shorter, not moved
    private record Grip(Visit visit, double x, double y, int offset, boolean byEnd) {}

    /// @param around has the keyboard as long as the grid cannot have it
    GridHands(Board board, DayGrid grid, Node around, BoardView view) {
        this.board = board;
        this.grid = grid;
        this.around = around;
        this.view = view;
        grid.setOnMousePressed(this::pressed);
        grid.setOnMouseDragged(this::dragged);
        grid.setOnMouseReleased(this::released);
        grid.setOnMouseMoved(this::moved);
        grid.setOnMouseExited(event -> grid.hover(Cursor.NOWHERE));
        grid.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        around.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void pressed(MouseEvent event) {
        grid.requestFocus();
        grip = Optional.empty();
        if (event.getButton() == MouseButton.PRIMARY && !board.moves().on()) {
            grip =
                    grid.visitAt(event.getX(), event.getY())
                            .map(visit ->
                                    new Grip(
                                            visit,
                                            event.getX(),
                                            event.getY(),
                                            grid.minuteAt(event.getY()) - visit.time().from(),
                                            atEnd(event, visit)));
            grip.ifPresent(held -> board.day().select(held.visit()));
        }
    }

    private void dragged(MouseEvent event) {
        grip.ifPresent(held -> {
            if (!board.moves().on() && far(held, event)) {
                board.moves().begin(held.visit());
            }
            if (board.moves().on()) {
                grid.hover(Cursor.NOWHERE);
                carry(held, event);
            }
        });
    }

    private void carry(Grip held, MouseEvent event) {
        var near = grid.minuteAt(event.getY()) + Minutes.SLOT / 2;
        if (held.byEnd()) {
            board.moves().end(Minutes.floor(near));
        } else if (outside(event)) {
            board.moves().aside();
        } else {
            board.moves()
                    .to(
                            Math.max(0, grid.columnAt(event.getX())),
                            Minutes.floor(near - held.offset()));
        }
    }

    /// Whether the mouse has left what is to be seen of the grid.
    private boolean outside(MouseEvent event) {
        return !around.localToScene(around.getLayoutBounds())
                .contains(event.getSceneX(), event.getSceneY());
    }

    private boolean atEnd(MouseEvent event, Visit visit) {
        return board.actions().rights().canMove(visit)
                && grid.y(visit.time().to()) - event.getY() < EDGE;
    }

    private static boolean far(Grip held, MouseEvent event) {
        return Math.hypot(event.getX() - held.x(), event.getY() - held.y()) > DRAG;
    }

    private void released(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (board.moves().on()) {
            if (grip.isEmpty() && grid.columnAt(event.getX()) >= 0) {
                board.moves()
                        .to(
                                grid.columnAt(event.getX()),
                                Minutes.floor(grid.minuteAt(event.getY())));
            }
            view.drop();
        } else if (grip.isEmpty()) {
            clickedGap(event);
        }
        grip = Optional.empty();
    }

    private void clickedGap(MouseEvent event) {
        var column = grid.columnAt(event.getX());
        var minute = Minutes.floor(grid.minuteAt(event.getY()));
        if (column >= 0) {
            board.day().place(column, minute);
            if (board.day().bookable(column, minute)) {
                view.book();
            }
        }
    }

    private void moved(MouseEvent event) {
        var column = grid.columnAt(event.getX());
        var minute = Minutes.floor(grid.minuteAt(event.getY()));
        var over = grid.visitAt(event.getX(), event.getY());
        grid.setCursor(
                over.filter(visit -> !board.moves().on() && atEnd(event, visit)).isPresent()
                        ? javafx.scene.Cursor.S_RESIZE
                        : null);
        var offered =
                board.actions().rights().mayWrite()
                        && !board.moves().on()
                        && column >= 0
                        && board.day().bookable(column, minute)
                        && over.isEmpty();
        grid.hover(
                offered
                        ? new Cursor(board.day().day().get().columns().get(column).id(), minute, "")
                        : Cursor.NOWHERE);
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown()) {
            board.day().zoom(event.getDeltaY() > 0 ? 1 : -1);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (board.moves().expected() && isForTheHand(event.getCode())) {
            event.consume();
            return;
        }
        var taken =
                !board.moves().on()
                        ? walk(event.getCode())
                        : event.isShiftDown() ? stretch(event.getCode()) : carry(event.getCode());
        if (taken) {
            event.consume();
            view.reveal();
        }
    }

    /// What would put down, or let go of, a visit that is not in the hand yet.
    private boolean isForTheHand(KeyCode code) {
        if (code == KeyCode.ESCAPE) {
            board.moves().cancel();
        }
        return code == KeyCode.ENTER || code == KeyCode.ESCAPE;
    }

    private boolean stretch(KeyCode code) {
        switch (code) {
            case UP -> board.moves().stretch(-1);
            case DOWN -> board.moves().stretch(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean carry(KeyCode code) {
        switch (code) {
            case LEFT -> board.moves().step(-1, 0);
            case RIGHT -> board.moves().step(1, 0);
            case UP -> board.moves().step(0, -1);
            case DOWN -> board.moves().step(0, 1);
            case ENTER -> view.drop();
            case ESCAPE -> board.moves().cancel();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean walk(KeyCode code) {
        var walk = board.walk();
        switch (code) {
            case LEFT -> walk.left();
            case RIGHT -> walk.right();
            case UP -> walk.up();
            case DOWN -> walk.down();
            case HOME -> walk.first();
            case END -> walk.last();
            case ENTER -> view.open();
            case ESCAPE -> {
                return view.escape();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
