package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.Ui;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Threads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.TimeUnit;

/// A form in the middle of which the telephone rings: nothing typed is lost.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LeftFormTest {

    private static SampleServer server;

    private Desk desk;
    private Scene scene;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        Ui.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        desk = server.desk(server.settings(), Threads.ofToolkit());
        server.signIn(desk, "linh");
        scene = Ui.show(desk, 1440, 900);
        Ui.await(
                "a day",
                () ->
                        Ui.lookup(scene, "appointment-day.count.waiting") instanceof Label label
                                ? label.getText()
                                : "0",
                count -> !count.equals("0"));
    }

    @AfterEach
    void nothingThrown() {
        Ui.close(desk, scene);
        Ui.verify();
    }

    private void begin() {
        Ui.key(scene, KeyCode.F, false);
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "appointment-book.person");
    }

    private void typeGrace() {
        Ui.type(scene, "appointment-book.person", "grace kim");
        Ui.find(scene, "appointment-book.hit.0");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "appointment-book.taken");
        Ui.type(scene, "appointment-form.reason", "Knee");
    }

    private void awaitGone(String id) {
        Ui.await(id + " gone", () -> Ui.lookup(scene, id) == null, gone -> gone);
    }

    private void clickBeside() {
        Ui.run(() -> {
            var scrim = scene.getRoot().lookup(".scrim");
            Event.fireEvent(
                    scrim,
                    new MouseEvent(
                            MouseEvent.MOUSE_CLICKED,
                            5,
                            5,
                            5,
                            5,
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null));
        });
    }

    private String reason() {
        var field = (TextField) Ui.find(scene, "appointment-form.reason");
        return Ui.on(field::getText);
    }

    private boolean focused(String id) {
        Node node = Ui.find(scene, id);
        return Ui.on(() -> scene.getFocusOwner() == node);
    }

    @Test
    void aClickBesideAnEmptyFormClosesIt() {
        begin();
        clickBeside();
        awaitGone("appointment-book");
    }

    @Test
    void aClickBesideWhatIsTypedDoesNothing() {
        begin();
        typeGrace();
        clickBeside();
        assertNotNull(Ui.lookup(scene, "appointment-book"));
        assertEquals("Knee", reason());
        Ui.key(scene, KeyCode.ESCAPE, false);
    }

    @Test
    void whatIsLeftIsOfferedByTheNextFormOfItsKind() {
        begin();
        typeGrace();
        Ui.key(scene, KeyCode.ESCAPE, false);
        awaitGone("appointment-book");
        Ui.awaitTrue(
                "told",
                () ->
                        desk.notices().shown().stream()
                                .anyMatch(
                                        it -> it.text().equals("Not finished: Grace Kim · Knee")));
        begin();
        assertEquals("", reason());
        Ui.press(scene, "appointment-book.go-on");
        assertEquals("Knee", reason());
        Ui.find(scene, "appointment-book.taken");
        Ui.key(scene, KeyCode.ENTER, false);
        awaitGone("appointment-book");
        Ui.await(
                "booked",
                () ->
                        Ui.lookup(scene, "appointment-selected.name") instanceof Label label
                                ? label.getText()
                                : "",
                "Grace Kim"::equals);
        begin();
        assertNull(Ui.lookup(scene, "appointment-book.go-on"));
        Ui.key(scene, KeyCode.ESCAPE, false);
    }

    @Test
    void whatIsCancelledIsOfferedNoMore() {
        begin();
        typeGrace();
        Ui.press(scene, "appointment-book.cancel");
        awaitGone("appointment-book");
        begin();
        assertNull(Ui.lookup(scene, "appointment-book.go-on"));
        Ui.key(scene, KeyCode.ESCAPE, false);
    }

    @Test
    void theKeyboardIsInTheFormWhenThePersonIsKnown() {
        begin();
        typeGrace();
        Ui.key(scene, KeyCode.ESCAPE, false);
        begin();
        Ui.press(scene, "appointment-book.go-on");
        assertTrue(focused("appointment-book.service"));
        Ui.key(scene, KeyCode.ESCAPE, false);
    }

    @Test
    void enterOnATickBoxEndsTheFormAndDoesNotTick() {
        begin();
        typeGrace();
        Ui.run(() ->
                scene.getRoot().lookupAll(".titled-pane").stream()
                        .map(javafx.scene.control.TitledPane.class::cast)
                        .forEach(pane -> pane.setExpanded(true)));
        var box = (CheckBox) Ui.find(scene, "appointment-book.requested");
        Ui.run(box::requestFocus);
        Ui.await("the keyboard there", () -> scene.getFocusOwner() == box, there -> there);
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.await(
                "booked, or refused where another desk of these tests keeps the best time",
                () ->
                        Ui.lookup(scene, "appointment-book") == null
                                || Ui.lookup(scene, "appointment-book.time-refused") != null
                                || Ui.lookup(scene, "appointment-book.instead-1") != null,
                sent -> sent);
        assertFalse(Ui.on(box::isSelected));
    }
}
