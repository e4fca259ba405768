package org.clinicdesk.client.shell;

import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.clinicdesk.client.kit.Ticks;
import org.clinicdesk.client.platform.Session;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Locks the screen after minutes without human input. Only keys, buttons, wheel and a mouse that really moved count:
/// neither live updates nor a layout that slides under a resting mouse keep a desk open.
final class IdleLock {

    private final Session session;
    private final LongSupplier nanoTime;
    private long lastInput;
    private double mouseX;
    private double mouseY;

    IdleLock(Session session, LongSupplier nanoTime) {
        this.session = session;
        this.nanoTime = nanoTime;
        this.lastInput = nanoTime.getAsLong();
    }

    void install(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, this::input);
        Ticks.every(javafx.util.Duration.seconds(5), scene.getRoot(), this::check);
    }

    void input(InputEvent event) {
        if (human(event)) {
            lastInput = nanoTime.getAsLong();
        }
    }

    void check() {
        var minutes = session.desk().getLockAfterMinutes();
        if (minutes > 0
                && nanoTime.getAsLong() - lastInput >= Duration.ofMinutes(minutes).toNanos()) {
            session.lock();
        }
    }

    private boolean human(InputEvent event) {
        if (event instanceof MouseEvent mouse) {
            if (mouse.getEventType() == MouseEvent.MOUSE_PRESSED) {
                return true;
            }
            var moved = mouse.getScreenX() != mouseX || mouse.getScreenY() != mouseY;
            mouseX = mouse.getScreenX();
            mouseY = mouse.getScreenY();
            return moved;
        }
        return event instanceof ScrollEvent || event.getEventType() == KeyEvent.KEY_PRESSED;
    }
}
