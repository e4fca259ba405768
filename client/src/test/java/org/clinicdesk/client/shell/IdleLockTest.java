package org.clinicdesk.client.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.clinicdesk.client.platform.Session;
import org.clinicdesk.session.v1.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class IdleLockTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Session session = new Session();
    private final IdleLock lock = new IdleLock(session, nanos::get);

    @BeforeEach
    void signIn() {
        session.open("token", Desk.newBuilder().setStaffId("1").setLockAfterMinutes(10).build());
    }

    @Test
    void locksAfterTheMinutesOfTheClinic() {
        pass(10);
        lock.check();
        assertEquals(Session.State.LOCKED, session.state().get());
    }

    @Test
    void aKeyKeepsTheDeskOpen() {
        pass(9);
        lock.input(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, false, false, false));
        pass(9);
        lock.check();
        assertEquals(Session.State.OPEN, session.state().get());
    }

    @Test
    void aRestingMouseUnderAMovingScreenDoesNot() {
        lock.input(mouseAt(100));
        pass(9);
        lock.input(mouseAt(100));
        pass(9);
        lock.check();
        assertEquals(Session.State.LOCKED, session.state().get());
    }

    @Test
    void neverLocksWithoutALimit() {
        session.open("token", Desk.newBuilder().setStaffId("1").build());
        pass(600);
        lock.check();
        assertEquals(Session.State.OPEN, session.state().get());
    }

    private void pass(int minutes) {
        nanos.addAndGet(Duration.ofMinutes(minutes).toNanos());
    }

    private static MouseEvent mouseAt(double x) {
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                x,
                10,
                x,
                10,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                null);
    }
}
