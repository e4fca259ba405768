package org.clinicdesk.client.kiosk;

import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.clinicdesk.client.kit.ScanTrap;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Session;

import java.util.Locale;

/// The kiosk over the whole screen. Escape does not leave it, for people press everything.
final class KioskWindow {

    private static final KeyCombination LEAVE = KeyCombination.valueOf("Shortcut+Shift+E");

    private final Desk desk;
    private final KioskModel model;
    private final Stage stage = new Stage();
    private final StackPane root = new StackPane();
    private final ChangeListener<Locale> spoken = (property, before, now) -> draw();
    private final ChangeListener<Session.State> signedOut =
            (property, before, now) -> {
                if (now == Session.State.SIGNED_OUT || now == Session.State.EXPIRED) {
                    stage.hide();
                }
            };

    private KioskWindow(Desk desk) {
        this.desk = desk;
        this.model = new KioskModel(desk);
    }

    static void open(Desk desk) {
        new KioskWindow(desk).show();
    }

    private void show() {
        draw();
        var scene = new Scene(root, 1280, 720);
        desk.theme().dress(scene);
        new ScanTrap(model::take, System::nanoTime).install(scene);
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (LEAVE.match(event)) {
                        stage.hide();
                    }
                });
        stage.setTitle(desk.texts().get("kiosk.title"));
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setAlwaysOnTop(true);
        stage.setOnCloseRequest(event -> event.consume());
        stage.setOnHidden(_ -> closed());
        desk.texts().language().addListener(spoken);
        desk.session().state().addListener(signedOut);
        stage.show();
        stage.setFullScreen(true);
    }

    private void draw() {
        root.getChildren().setAll(new KioskView(desk, model).root());
    }

    private void closed() {
        desk.texts().language().removeListener(spoken);
        desk.session().state().removeListener(signedOut);
    }
}
