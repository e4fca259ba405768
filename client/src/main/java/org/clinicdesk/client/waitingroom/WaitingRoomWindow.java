package org.clinicdesk.client.waitingroom;

import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.clinicdesk.client.platform.Changes;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Session;

import java.util.Optional;
import java.util.Set;

/// The window on the wall. There is one; opening it again brings it to the front.
final class WaitingRoomWindow {

    private static final String TOPIC = "queue";

    private final Desk desk;
    private final WaitingRoomModel model;
    private final Changes changes;
    private final Stage stage = new Stage();
    private final ChangeListener<Session.State> signedOut =
            (property, before, now) -> {
                if (now == Session.State.SIGNED_OUT) {
                    close();
                }
            };

    private WaitingRoomWindow(Desk desk) {
        this.desk = desk;
        this.model = new WaitingRoomModel(desk, () -> ring(desk));
        this.changes = desk.changes().beside();
        var scene = new Scene(new WaitingRoomView(desk, model).root(), 1280, 720);
        desk.theme().dress(scene);
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close();
                    }
                });
        stage.setTitle(desk.texts().get("waitingroom.preview.title"));
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setOnHidden(_ -> closed());
    }

    /// @param beside the window of the desk
    static void open(Desk desk, Optional<Window> beside) {
        var open =
                Window.getWindows().stream()
                        .filter(window -> window.getProperties().get(TOPIC) == desk)
                        .findFirst();
        if (open.isPresent()) {
            ((Stage) open.get()).toFront();
            return;
        }
        new WaitingRoomWindow(desk).show(beside);
    }

    private void show(Optional<Window> beside) {
        stage.getProperties().put(TOPIC, desk);
        beside.flatMap(WaitingRoomWindow::otherScreen)
                .ifPresent(screen -> {
                    stage.setX(screen.getBounds().getMinX());
                    stage.setY(screen.getBounds().getMinY());
                });
        desk.session().state().addListener(signedOut);
        changes.follow(Set.of(TOPIC), model::read);
        model.read();
        stage.show();
        stage.setFullScreen(true);
    }

    private static Optional<Screen> otherScreen(Window window) {
        var here =
                Screen.getScreensForRectangle(
                        window.getX(), window.getY(), window.getWidth(), window.getHeight());
        return Screen.getScreens().stream().filter(screen -> !here.contains(screen)).findFirst();
    }

    /// In the background: opening a sound device may take a while.
    private static void ring(Desk desk) {
        desk.calls().call(Chime::ring).refused(_ -> {}).then(_ -> {});
    }

    private void close() {
        stage.hide();
    }

    private void closed() {
        changes.stop();
        desk.session().state().removeListener(signedOut);
    }
}
