package org.clinicdesk.client.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

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

/// Where the keyboard is, in a window that is shown.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FocusTest {

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
        scene = Ui.show(desk, 1280, 800);
    }

    @AfterEach
    void close() {
        Ui.close(desk, scene);
        Ui.verify();
    }

    @Test
    void goesToTheFirstFieldOfARecordThatIsReadLate() {
        openRecord();
        awaitFocus("patient-form.family");
    }

    @Test
    void goesToWhatCanBeDoneWithACardThatIsReadLate() {
        openRecord();
        Ui.key(scene, KeyCode.P, true);
        awaitFocus("card-view.issue");
    }

    @Test
    void isBackOnTheScreenWhenAPreviewIsClosed() {
        openRecord();
        Ui.key(scene, KeyCode.P, true);
        awaitFocus("card-view.issue");
        Ui.key(scene, KeyCode.ENTER, false);
        awaitFocus("card-view.print");
        Ui.key(scene, KeyCode.ENTER, false);
        awaitFocus("card-paper.print");
        Ui.key(scene, KeyCode.ESCAPE, false);
        awaitFocus("card-view.print");
    }

    @Test
    void escapeLeavesARecordFromAnyField() {
        openRecord();
        awaitFocus("patient-form.family");
        Ui.key(scene, KeyCode.ESCAPE, false);
        awaitFocus("patient-search.query");
    }

    @Test
    void aLetterThatOpensAFormIsNotTypedIntoIt() {
        Ui.find(scene, "appointment-day.grid");
        Ui.stroke(scene, KeyCode.V);
        var name = (TextInputControl) Ui.find(scene, "appointment-views.name");
        awaitFocus("appointment-views.name");
        assertEquals("", Ui.on(name::getText));
        Ui.stroke(scene, KeyCode.V);
        assertEquals("v", Ui.on(name::getText));
    }

    @Test
    void isInTheFormThatOpensForSomebodyWhoIsKnown() {
        Ui.key(scene, KeyCode.F3, false);
        Ui.type(scene, "patient-search.query", "grace kim");
        Ui.find(scene, "patient-search.open");
        Ui.key(scene, KeyCode.B, true);
        Ui.find(scene, "appointment-day.grid");
        awaitFocus("appointment-day.grid");
        Ui.key(scene, KeyCode.F, false);
        Ui.key(scene, KeyCode.ENTER, false);
        awaitFocus("appointment-book.service");
        Ui.key(scene, KeyCode.ESCAPE, false);
        Ui.await("no form", () -> Ui.lookup(scene, "appointment-book") == null, gone -> gone);
    }

    private void openRecord() {
        Ui.key(scene, KeyCode.F3, false);
        Ui.type(scene, "patient-search.query", "nguyen thi anh");
        Ui.find(scene, "patient-search.open");
        Ui.key(scene, KeyCode.ENTER, false);
        Ui.find(scene, "patient-form.family");
    }

    private void awaitFocus(String id) {
        Ui.await("the keyboard at " + id, () -> name(scene.getFocusOwner()), id::equals);
    }

    private static String name(Node owner) {
        return owner == null ? "nothing" : owner.getId() == null ? owner.toString() : owner.getId();
    }
}
